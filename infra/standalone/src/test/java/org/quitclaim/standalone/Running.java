package org.quitclaim.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Servers in this process. */
final class Running {
    private Running() {}

    /** With the logins of the demonstration, on a free port. */
    static Server demo(Path data) {
        return Server.start(options(data), true);
    }

    /** The same, passing by these points at every step of its stores. */
    static Server demo(Path data, CrashPoints points) {
        return Server.start(options(data), true, context -> context.registerBean(CrashPoints.class, () -> points));
    }

    /** The same, with its events on Axon Server. */
    static Server onAxonServer(Path data, Map<String, Object> more) {
        Map<String, Object> settings = Server.settings(options(data));
        settings.put("quitclaim.event-store", "axon-server");
        settings.putAll(more);
        return Server.start(settings, true, context -> {});
    }

    private static Options options(Path data) {
        return Options.parse(List.of("--data", data.toString(), "--port", "0"));
    }
}

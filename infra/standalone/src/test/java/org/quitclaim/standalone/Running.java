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

    /** The same, with these settings instead of the usual ones. */
    static Server demo(Path data, Map<String, Object> settings) {
        return new Server(
                Server.application(options(data), true).properties(settings).run());
    }

    /** The same, passing by these points at every step of its stores. */
    static Server demo(Path data, Steps steps) {
        return Server.start(options(data), true, context -> context.registerBean(Steps.class, () -> steps));
    }

    static Options options(Path data) {
        return Options.parse(List.of("--data", data.toString(), "--port", "0"));
    }
}

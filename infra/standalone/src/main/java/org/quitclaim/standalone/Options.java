package org.quitclaim.standalone;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a verb was told of the installation it works on.
 *
 * @param settings what its options set, by the names of the settings; what is not here is as the environment has it
 */
public record Options(Path data, Map<String, Object> settings) {
    static final String PORT = "server.port";

    public static Options on(Path data) {
        return new Options(data, Map.of());
    }

    /** As these with this set, or as these where there is nothing to set. */
    public Options with(String setting, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new HashMap<>(settings);
        more.put(setting, value instanceof Path path ? path.toString() : value);
        return new Options(data, Map.copyOf(more));
    }

    public Options onPort(int port) {
        return with(PORT, port);
    }
}

package org.quitclaim.standalone;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --port}. */
public final class PortOption {
    @Option(
            names = "--port",
            paramLabel = "N",
            converter = Arguments.Port.class,
            description = "8080 unless given; 0 picks a free one")
    private @Nullable Integer port;

    /** Nothing where the option was not given. */
    public @Nullable Integer given() {
        return port;
    }

    public Options in(Options options) {
        return options.with(Options.PORT, port);
    }
}

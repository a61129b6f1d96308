package org.quitclaim.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data}. */
public final class DataOption {
    private static final Path USUAL = Path.of("quitclaim-data");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            converter = Arguments.Folder.class,
            description =
                    "where everything is kept; quitclaim-data unless given, of demo and restore-drill a new temporary"
                            + " folder")
    private @Nullable Path folder;

    /** Nothing where the option was not given. */
    public @Nullable Path given() {
        return folder;
    }

    public Path folder() {
        return folder == null ? USUAL : folder;
    }

    public Options options() {
        return Options.on(folder());
    }
}

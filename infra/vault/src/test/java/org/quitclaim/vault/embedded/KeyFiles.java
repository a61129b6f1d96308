package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files with keys in a key folder, without the sign by which the folder is known again. */
public final class KeyFiles {
    private KeyFiles() {}

    public static Stream<Path> in(Path folder) throws IOException {
        return Files.list(folder).filter(file -> !file.toString().endsWith(".place"));
    }
}

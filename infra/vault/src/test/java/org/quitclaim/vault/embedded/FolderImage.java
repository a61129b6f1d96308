package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies a data folder and its key folder as they lie there, the way a power cut would leave them. */
public final class FolderImage {
    private FolderImage() {}

    /** SQLite's shared memory file is not part of what a power cut leaves. Copies nothing over what is there. */
    public static void copy(Path data, Path image) throws IOException {
        for (String suffix : List.of("", "-keys")) {
            Path from = data.resolveSibling(data.getFileName() + suffix);
            Path to = image.resolveSibling(image.getFileName() + suffix);
            if (!Files.exists(from) || Files.exists(to)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(from)) {
                for (Path each :
                        all.filter(file -> !file.toString().endsWith("-shm")).toList()) {
                    Files.copy(each, to.resolve(from.relativize(each).toString()));
                }
            }
        }
    }
}

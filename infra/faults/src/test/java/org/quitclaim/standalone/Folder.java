package org.quitclaim.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder and all that is in it. */
final class Folder {
    private Folder() {}

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : everything(folder).reversed()) {
                Files.delete(path);
            }
        }
    }

    /** Whole paths, each folder before what is in it. */
    private static List<Path> everything(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        }
    }

    /** The bytes of every file, by its path below the folder; one that goes meanwhile is left out. */
    static Map<Path, byte[]> read(Path folder) throws IOException {
        Map<Path, byte[]> files = new TreeMap<>();
        for (Path path : everything(folder)) {
            if (Files.isRegularFile(path)) {
                try {
                    files.put(folder.relativize(path), Files.readAllBytes(path));
                } catch (NoSuchFileException e) {
                    // as if it had been looked for a little later
                }
            }
        }
        return files;
    }
}

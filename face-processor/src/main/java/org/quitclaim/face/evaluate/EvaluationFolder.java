package org.quitclaim.face.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an operator measures on.
 *
 * <p><b>Shape</b>: {@code people/<label>/*} one or more portraits per person; {@code photos/*} what is searched;
 * optionally {@code truth.json}, see {@link GroundTruth}. JPEG, PNG and WebP, by file extension.
 */
record EvaluationFolder(Path root) {

    private static final List<String> EXTENSIONS = List.of(".jpg", ".jpeg", ".png", ".webp");

    boolean isUsable() {
        return Files.isDirectory(root.resolve("people")) && Files.isDirectory(root.resolve("photos"));
    }

    Map<String, List<Path>> people() throws IOException {
        Map<String, List<Path>> people = new TreeMap<>();
        for (Path person : sorted(root.resolve("people"))) {
            if (Files.isDirectory(person)) {
                people.put(person.getFileName().toString(), images(person));
            }
        }
        return people;
    }

    List<Path> photos() throws IOException {
        return images(root.resolve("photos"));
    }

    private static List<Path> images(Path folder) throws IOException {
        return sorted(folder).stream().filter(EvaluationFolder::isImage).toList();
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && EXTENSIONS.stream().anyMatch(name::endsWith);
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}

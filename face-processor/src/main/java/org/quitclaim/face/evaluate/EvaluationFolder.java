package org.quitclaim.face.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What an operator measures on.
 *
 * <p><b>Shape</b>: {@code people/<label>/*} one or more portraits per person; {@code photos/*} what is searched;
 * optionally {@code truth.json}, see {@link GroundTruth}. Every format that is read here, by file extension.
 *
 * <p><b>Guarantees</b>: two folders are two people, even where the locale shows their names alike; what is not looked at
 * is said.
 */
record EvaluationFolder(Path root, PrintStream out) {

    private static final List<String> EXTENSIONS =
            List.of(".jpg", ".jpeg", ".png", ".webp", ".heic", ".avif", ".tif", ".tiff");

    /** What a file name becomes that the locale cannot spell. */
    private static final String UNSPELLED = "\ufffd";

    boolean isUsable() {
        return Files.isDirectory(root.resolve("people")) && Files.isDirectory(root.resolve("photos"));
    }

    List<TestPerson> people() throws IOException {
        List<TestPerson> people = new ArrayList<>();
        List<Path> entries = sorted(root.resolve("people"));
        for (Path person : entries) {
            if (Files.isDirectory(person)) {
                people.add(new TestPerson(label(person), portraits(person)));
            }
        }
        long loose = entries.stream().filter(EvaluationFolder::isVisibleFile).count();
        if (loose > 0) {
            out.printf("not looked at: %d files in people/ itself; each belongs into people/<label>/%n", loose);
        }
        if (people.stream().anyMatch(person -> person.label().contains(UNSPELLED))) {
            out.println("Some names cannot be spelled in this locale; run it again with LC_ALL=C.UTF-8 to see them.");
        }
        return people;
    }

    /** A folder that may not be opened is one person less, not the end of the measurement. */
    private List<Path> portraits(Path person) {
        try {
            return images(person);
        } catch (IOException e) {
            out.printf("not read (%s): people/%s%n", FileTrouble.of(e), label(person));
            return List.of();
        }
    }

    List<Path> photos() throws IOException {
        List<Path> photos = images(root.resolve("photos"));
        if (photos.isEmpty()) {
            out.println("There is no photo in photos/ to look for people on.");
        }
        return photos;
    }

    private List<Path> images(Path folder) throws IOException {
        List<Path> entries =
                sorted(folder).stream().filter(entry -> !isHidden(entry)).toList();
        List<Path> images = entries.stream().filter(EvaluationFolder::isImage).toList();
        int others = entries.size() - images.size();
        if (others > 0) {
            out.printf(
                    "not looked at: %d entries of %s/; only files that end in %s are%n",
                    others, root.relativize(folder), String.join(", ", EXTENSIONS));
        }
        return images;
    }

    private static String label(Path person) {
        return person.getFileName().toString();
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && EXTENSIONS.stream().anyMatch(name::endsWith);
    }

    private static boolean isVisibleFile(Path entry) {
        return !Files.isDirectory(entry) && !isHidden(entry);
    }

    /** What systems leave behind for themselves, such as {@code .DS_Store}. */
    private static boolean isHidden(Path entry) {
        return entry.getFileName().toString().startsWith(".");
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}

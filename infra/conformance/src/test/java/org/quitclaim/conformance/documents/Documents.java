package org.quitclaim.conformance.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the documents call by its name: what stands between backquotes, and in blocks of code. */
final class Documents {
    private static final Pattern SPAN = Pattern.compile("(`+)([^`]+)\\1");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)");
    private static final String CODE = "    ";
    private static final List<String> AT_THE_DOOR = List.of("README.md", "CONTRIBUTING.md", "SECURITY.md");

    private Documents() {}

    /** @param where the file with its line */
    record Named(String where, String text) {}

    /** A document as it is written. */
    record Document(Path file, String text) {}

    static List<Document> all(Path root) {
        try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
            return Stream.concat(AT_THE_DOOR.stream().map(root::resolve), files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(file -> new Document(root.relativize(file), read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Named> links(Document document) {
        return found(document, LINK, 1).stream()
                .filter(link -> !link.text().contains("://"))
                .toList();
    }

    static List<Named> named(Document document) {
        List<Named> named = new ArrayList<>(found(document, SPAN, 2));
        List<String> lines = document.text().lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).startsWith(CODE)) {
                named.add(new Named(
                        document.file() + ":" + (line + 1), lines.get(line).strip()));
            }
        }
        return named;
    }

    private static List<Named> found(Document document, Pattern pattern, int group) {
        List<Named> found = new ArrayList<>();
        List<String> lines = document.text().lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            Matcher matcher = pattern.matcher(lines.get(line));
            while (matcher.find()) {
                found.add(new Named(document.file() + ":" + (line + 1), matcher.group(group)));
            }
        }
        return found;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

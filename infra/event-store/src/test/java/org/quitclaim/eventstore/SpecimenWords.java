package org.quitclaim.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;

/** The words of each enumeration that specimens are filled with: those that there were when its first file was written. */
record SpecimenWords(Map<String, List<String>> byType) {
    static final Path FILE = Path.of("src/test/resources/golden-specimens.json");
    static final SpecimenWords PINNED = read();

    private static SpecimenWords read() {
        try {
            return new SpecimenWords(
                    DomainJson.strictMapper().readValue(Files.readString(FILE), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <E> List<E> of(Class<E> enumeration) {
        E[] all = Objects.requireNonNull(enumeration.getEnumConstants());
        List<String> named = byType.getOrDefault(enumeration.getName(), List.of());
        if (named.isEmpty() && Boolean.getBoolean("quitclaim.write-golden")) {
            return Stream.of(all).toList();
        }
        if (named.isEmpty()) {
            throw new AssertionError("no words for specimens of " + enumeration.getName() + " in " + FILE
                    + ": -Dquitclaim.write-golden=true writes those of today");
        }
        return named.stream()
                .map(word -> Stream.of(all)
                        .filter(constant -> ((Enum<?>) constant).name().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(word + " has gone from " + enumeration.getName())))
                .toList();
    }

    /** These, and for an enumeration that is not among them its words of today. */
    Map<String, List<String>> with(Map<String, List<String>> found) {
        Map<String, List<String>> all = new TreeMap<>(found);
        all.putAll(byType);
        return all;
    }
}

package org.quitclaim.conformance.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folders of the build's modules. */
public final class Modules {
    private Modules() {}

    public static Stream<Path> under(Path root) {
        return Stream.of(root, root.resolve("infra")).flatMap(Modules::folders);
    }

    private static Stream<Path> folders(Path parent) {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(folder -> Files.exists(folder.resolve("pom.xml"))).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

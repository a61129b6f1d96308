package org.quitclaim.conformance.requirements;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A module of the build with tests of its own. */
record TestModule(Path folder) {
    /** Every module under the root of the build that has test sources. */
    static List<TestModule> all(Path root) {
        return Modules.under(root)
                .map(TestModule::new)
                .filter(module -> Files.isDirectory(module.sources()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    String name() {
        return folder.getFileName().toString();
    }

    Path classes() {
        return folder.resolve("target/test-classes");
    }

    private Path sources() {
        return folder.resolve("src/test/java");
    }

    /** Classes of sources that are gone stay in the build folder until it is cleaned. */
    boolean hasSourceOf(JavaClass type) {
        String topLevel = type.getName().split("\\$", 2)[0];
        return Files.exists(sources().resolve(topLevel.replace('.', '/') + ".java"));
    }

    /** Whether every test source has been compiled. */
    boolean isCompiled() {
        try (Stream<Path> all = Files.walk(sources())) {
            return all.filter(file -> file.toString().endsWith("Test.java"))
                    .map(file -> sources().relativize(file).toString().replace(".java", ".class"))
                    .allMatch(file -> Files.exists(classes().resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

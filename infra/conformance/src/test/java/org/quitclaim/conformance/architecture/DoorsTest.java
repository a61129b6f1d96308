package org.quitclaim.conformance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quitclaim.conformance.requirements.Modules;

/** What nobody outside a package has a use for is not public. */
class DoorsTest {
    @Test
    void a_type_that_only_its_package_uses_is_not_public() {
        List<Path> folders = Modules.under(Path.of(System.getProperty("quitclaim.root")))
                .flatMap(module ->
                        Stream.of("target/classes", "target/test-classes").map(module::resolve))
                .filter(Files::isDirectory)
                .toList();

        assertThat(new OpenDoors(new ClassFileImporter().importPaths(folders), DoorsTest::isProduct).withoutNeed())
                .as("public types that only their own package uses")
                .isEmpty();
    }

    @Test
    void a_type_that_is_public_without_need_is_found_and_its_neighbours_are_not() {
        JavaClasses house = new ClassFileImporter().importPackages("org.quitclaim.command.breach.doors");

        assertThat(new OpenDoors(house, type -> true).withoutNeed())
                .containsExactly("org.quitclaim.command.breach.doors.OpenToNobody");
    }

    private static boolean isProduct(JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().getPath().contains("/target/classes/"))
                .orElse(false);
    }
}

package org.quitclaim.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDataTest {

    @TempDir
    private Path parent;

    @Test
    void withoutTheVariableTheFolderBesideTheProjectIsTaken() throws IOException {
        Path project = parent.resolve("project");
        assertThat(TestData.folder(null, project)).isEmpty();
        Files.createDirectories(parent.resolve("shared/photos"));
        assertThat(TestData.folder(null, project)).contains(parent.resolve("shared"));
        assertThat(TestData.folder(" ", project)).contains(parent.resolve("shared"));
    }

    @Test
    void theVariableOutranksIt() throws IOException {
        Files.createDirectories(parent.resolve("shared/photos"));
        assertThat(TestData.folder("/elsewhere", parent.resolve("project"))).contains(Path.of("/elsewhere"));
    }
}

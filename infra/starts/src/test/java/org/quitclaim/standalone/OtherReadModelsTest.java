package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read models of somebody else's people. */
class OtherReadModelsTest {
    private static final String FILE = "read-models.mv";

    @TempDir
    Path folder;

    @Test
    void read_models_of_another_installation_are_refused_and_its_own_are_made_anew() throws Exception {
        try (Server other = Running.demo(folder.resolve("other"))) {
            Office.at(other.address()).register("Somebody Else", "");
        }
        Path data = folder.resolve("data");
        String person;
        try (Server server = Running.demo(data)) {
            person = Office.at(server.address()).register("Wilhelmina Voorbeeldsen", "");
        }
        Files.delete(data.resolve(FILE));
        Files.copy(folder.resolve("other").resolve(FILE), data.resolve(FILE));
        assertThatThrownBy(() -> Running.demo(data)).hasStackTraceContaining("start.other-read-models");
        Files.delete(data.resolve(FILE));
        try (Server server = Running.demo(data)) {
            assertThat(Office.at(server.address())
                            .officer()
                            .get("/api/persons/" + person)
                            .orFail()
                            .json()
                            .toString())
                    .contains(person);
        }
    }
}

package org.quitclaim.face.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(
        value = {OS.LINUX, OS.MAC},
        disabledReason = "another system tells no time of change: every file is read")
class DigestedFilesTest {
    @TempDir
    Path folder;

    private final List<String> read = new ArrayList<>();

    /** Long after whatever the test writes. */
    private final InstantSource later =
            () -> Instant.now().plus(DigestedFiles.SETTLED).plusSeconds(10);

    private DigestedFiles files(InstantSource clock) {
        return new DigestedFiles(clock, file -> {
            String content = Files.readString(file);
            read.add(content);
            return content;
        });
    }

    /** The clock of the file system goes on before anybody writes to it again: it ticks in milliseconds. */
    private Path model(String content) throws IOException {
        Path model = Files.writeString(folder.resolve("model.onnx"), content);
        Path tick = folder.resolve("tick");
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> !changed(Files.writeString(tick, "")).equals(changed(model)));
        return model;
    }

    private static Object changed(Path file) throws IOException {
        return Files.getAttribute(file, "unix:ctime");
    }

    @Test
    void a_file_that_nobody_wrote_to_is_read_once() throws IOException {
        Path model = model("as built");
        DigestedFiles files = files(later);

        assertThat(files.of(model)).isEqualTo("as built");
        assertThat(files.of(folder.resolve(".").resolve("model.onnx"))).isEqualTo("as built");

        assertThat(read).containsExactly("as built");
    }

    @Test
    void a_file_of_the_same_size_and_time_of_modification_with_other_bytes_is_read_again() throws IOException {
        Path model = model("as built");
        FileTime modified = Files.getLastModifiedTime(model);
        DigestedFiles files = files(later);
        files.of(model);

        Files.writeString(model, "as bent!");
        Files.setLastModifiedTime(model, modified);

        assertThat(files.of(model)).isEqualTo("as bent!");
    }

    @Test
    void another_file_under_the_same_name_is_read_again() throws IOException {
        Path model = model("as built");
        Path other = Files.writeString(folder.resolve("other"), "as bent!");
        DigestedFiles files = files(later);
        files.of(model);

        Files.move(other, model, StandardCopyOption.REPLACE_EXISTING);

        assertThat(files.of(model)).isEqualTo("as bent!");
    }

    @Test
    void a_file_that_was_just_written_is_not_remembered() throws IOException {
        Path model = model("as built");
        DigestedFiles files = files(InstantSource.system());

        files.of(model);
        files.of(model);

        assertThat(read).hasSize(2);
    }

    @Test
    void a_file_that_is_written_to_while_it_is_read_is_not_remembered() throws IOException {
        Path model = model("as built");
        DigestedFiles files = new DigestedFiles(later, file -> {
            String content = Files.readString(file);
            read.add(content);
            Files.writeString(file, "as bent!");
            return content;
        });

        files.of(model);

        assertThat(files.of(model)).isEqualTo("as bent!");
    }
}

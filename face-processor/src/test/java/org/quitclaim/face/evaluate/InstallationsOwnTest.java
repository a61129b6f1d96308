package org.quitclaim.face.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;

@Requirement("R31")
class InstallationsOwnTest {

    private static final String BODY = "abcdefghijklmnopqrstuvwxy2";

    @TempDir
    Path root;

    private Path folder;
    private Path data;

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createDirectories(root.resolve("test-people"));
        Files.createDirectories(folder.resolve("people/anna"));
        Files.createDirectories(folder.resolve("photos"));
        data = Files.createDirectories(root.resolve("data"));
        Files.createFile(data.resolve("events.db"));
    }

    private void assertRefused(Path measured) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int exit = EvaluateCommand.run(
                Asked.of(measured, null),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream()));
        assertThat(exit).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("an installation's own");
    }

    @Test
    void aFolderOfTestPeopleIsNone() throws IOException {
        Files.createFile(folder.resolve("photos/per_sonal.jpg"));
        assertThat(InstallationsOwn.holds(folder)).isFalse();
    }

    @Test
    void aFolderWithinADataFolderIsRefused() throws IOException {
        Path within = Files.createDirectories(data.resolve("copies/exported"));
        Files.createDirectories(within.resolve("people"));
        Files.createDirectories(within.resolve("photos"));
        assertRefused(within);
    }

    @Test
    void whatIsLinkedIntoADataFolderIsRefused() throws IOException {
        Path kept = Files.createFile(data.resolve("kept.jpg"));
        Files.createSymbolicLink(folder.resolve("photos/innocent.jpg"), kept);
        assertRefused(folder);
    }

    @Test
    void whateverBearsAnIdOfAPersonOrAPhotoIsRefused() throws IOException {
        Path photo = Files.createFile(folder.resolve("photos/pho_" + BODY + ".jpg"));
        assertRefused(folder);
        Files.delete(photo);
        Files.createDirectories(folder.resolve("people/per_" + BODY));
        assertRefused(folder);
    }
}

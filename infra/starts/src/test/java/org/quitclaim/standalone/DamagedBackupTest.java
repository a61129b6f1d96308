package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a damaged folder says so, and ends so that nobody deletes an older one for it. */
class DamagedBackupTest {
    @TempDir
    Path folder;

    private record Said(int exit, String text) {}

    @BeforeEach
    void found() throws Exception {
        Server.start(Running.options(data())).close();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Said backUp(String name) throws InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int exit = Main.run(
                List.of("backup", folder.resolve(name).toString(), "--data", data().toString()), new Console(out, out));
        return new Said(exit, printed.toString(StandardCharsets.UTF_8));
    }

    private void change(String file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data().resolve(file));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    @Test
    void of_a_sound_folder_it_ends_well() throws Exception {
        Said said = backUp("backup");
        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(said.text()).contains("up to event").doesNotContain("Axon");
    }

    @Test
    void an_event_that_is_gone_is_told_with_the_backup_that_has_it_no_more() throws Exception {
        change("events.db", "delete from events where position = (select min(position) + 1 from events)");
        Said said = backUp("backup");
        assertThat(said.exit()).as(said.text()).isEqualTo(CheckHistoryVerb.DAMAGED);
        assertThat(said.text()).contains("Backed up to", "keep the older ones", "[backup.history-damaged]");
    }

    @Test
    void a_history_that_is_gone_is_not_said_to_be_elsewhere() throws Exception {
        try (Stream<Path> files = Files.list(data())) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("events.db"))
                    .toList()) {
                Files.delete(file);
            }
        }
        Said said = backUp("backup");
        assertThat(said.exit()).as(said.text()).isEqualTo(CheckHistoryVerb.DAMAGED);
        assertThat(said.text())
                .contains("There is no events.db", "Keep the backups")
                .doesNotContain("Backed up");
        assertThat(folder.resolve("backup")).doesNotExist();
    }

    /** As a record that names a file which somebody deleted by hand. */
    @Test
    void sealed_files_that_are_gone_are_counted() throws Exception {
        change("records.db", "update record set ciphertext = null where seq = (select min(seq) from record)");
        Said said = backUp("backup");
        assertThat(said.exit()).as(said.text()).isEqualTo(CheckHistoryVerb.DAMAGED);
        assertThat(said.text()).contains("sealed files that records name, 1 are not", "[backup.files-missing]");
    }
}

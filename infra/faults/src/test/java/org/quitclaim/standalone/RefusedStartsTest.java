package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a start is refused for, the process says it in one line and ends with a code that its service can act on. */
class RefusedStartsTest {
    /** The service does not try again. */
    private static final int DAMAGED = 5;
    /** The service tries again a few times. */
    private static final int REFUSED = 1;

    @TempDir
    static Path folder;

    private static Path data;
    private static Path whole;

    @BeforeAll
    static void served() throws IOException {
        data = folder.resolve("data");
        whole = folder.resolve("whole");
        try (Server server = Running.demo(data)) {
            Office.at(server.address()).register("Wilhelmina Voorbeeldsen", "");
        }
        try (Server server = Running.demo(data)) {
            assertThat(server.address()).isNotNull();
        }
        copy(data, whole);
    }

    private interface Spoiling {
        void spoil(Path data) throws Exception;
    }

    enum Fault {
        END_LOST(DAMAGED, "start.history-shorter", sql("delete from events where position > 3")),
        EVENT_OF_A_STREAM_LOST(
                DAMAGED,
                "start.history-damaged",
                sql("delete from events where sequence = 0 and stream_id in (select stream_id from events where"
                        + " sequence = 1)")),
        LAST_EVENT_OF_A_STREAM_LOST(
                DAMAGED,
                "start.history-damaged",
                sql("delete from events where position = (select max(position) from events e where sequence ="
                        + " (select max(sequence) from events f where f.stream_id = e.stream_id)"
                        + " and position < (select max(position) from events))")),
        EVENT_AT_NO_POSITION(
                DAMAGED, "start.history-damaged", sql("update events set position = 0 where position = 4")),
        EVENT_FAR_BEHIND(
                DAMAGED, "start.history-damaged", sql("update events set position = 9000000000000 where position = 4")),
        TABLE_DROPPED(DAMAGED, "start.history-shorter", sql("drop table events")),
        FILE_EMPTIED(DAMAGED, "start.history-shorter", data -> Files.write(data.resolve("events.db"), new byte[0])),
        FILE_AND_LISTS_GONE(DAMAGED, "start.other-history", data -> {
            Files.delete(data.resolve("events.db"));
            Files.delete(data.resolve("work.db"));
        }),
        FILE_SPOILT(
                DAMAGED,
                "start.history-unreadable",
                data -> Files.write(
                        data.resolve("events.db"), "no database at all, and long enough".getBytes("UTF-8"))),
        CLOCK_BEHIND(
                REFUSED,
                "start.clock-behind-events",
                sql("update events set recorded_at = '2126-01-01T00:00:00Z' where position ="
                        + " (select max(position) from events)")),
        KEY_GONE(
                REFUSED,
                "its key-encryption key is not in the key folder",
                data -> clear(data.resolveSibling("data-keys")));

        private final int exit;
        private final String code;
        private final Spoiling spoiling;

        Fault(int exit, String code, Spoiling spoiling) {
            this.exit = exit;
            this.code = code;
            this.spoiling = spoiling;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_fault_of_the_folder_is_said_in_one_line(Fault fault) throws Exception {
        for (String name : List.of("data", "data-keys", "data-backup")) {
            clear(folder.resolve(name));
            copy(folder.resolve("whole" + name.substring("data".length())), folder.resolve(name));
        }
        fault.spoiling.spoil(data);
        refuses(fault.exit, fault.code, fault.name());
    }

    @Test
    void settings_that_contradict_each_other_are_said_in_one_line() throws Exception {
        refuses(REFUSED, "start.kek-protection-unknown", "unknown", "-Dquitclaim.vault.kek-protection=safe");
    }

    private static void refuses(int exit, String code, String name, String... options) throws Exception {
        List<String> java =
                new ArrayList<>(List.of("-XX:+ExitOnOutOfMemoryError", "--sun-misc-unsafe-memory-access=allow"));
        java.addAll(Arrays.asList(options));
        try (ChildProcess child = ChildProcess.start(
                List.of(),
                System.getProperty("java.class.path"),
                java,
                Main.class,
                folder.resolve("printed-" + name),
                "up",
                "--port",
                "0",
                "--data",
                data.toString())) {
            assertThat(child.process().waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(child.printed().lines().filter(line -> !line.contains("started without")))
                    .as(child.printed())
                    .singleElement()
                    .asString()
                    .startsWith("quitclaim: ")
                    .contains(code);
            assertThat(child.process().exitValue()).isEqualTo(exit);
        }
    }

    private static Spoiling sql(String statement) {
        return data -> {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                    Statement change = connection.createStatement()) {
                boolean spoilt =
                        statement.startsWith("drop") ? !change.execute(statement) : change.executeUpdate(statement) > 0;
                assertThat(spoilt).as(statement).isTrue();
            }
        };
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String suffix : from.equals(data) ? List.of("", "-keys", "-backup") : List.of("")) {
            tree(from.resolveSibling(from.getFileName() + suffix), to.resolveSibling(to.getFileName() + suffix));
        }
    }

    private static void tree(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else if (Files.isRegularFile(each)) {
                    Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void clear(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(each);
            }
        }
    }
}

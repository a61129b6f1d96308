package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a start is refused for, the process says it in one line and ends with a code that its service can act on. */
class RefusedStartsTest {
    /** The service does not try again. */
    private static final int DAMAGED = 5;
    /** Nor where its settings or folders have to be changed first. */
    private static final int WRONGLY_SET = 6;
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
        FILE_AND_LISTS_GONE(DAMAGED, "start.history-shorter", data -> {
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
        RECORDS_SPOILT(
                DAMAGED,
                "records.db is damaged",
                data -> Files.write(
                        data.resolve("records.db"),
                        "no database at all, and long enough".repeat(99).getBytes("UTF-8"))),
        LEDGER_SPOILT(REFUSED, "The ledger at the backup target is damaged", data -> {
            try (Stream<Path> files = Files.list(data.resolveSibling("data-backup"))) {
                Path ledger = files.filter(file -> file.toString().endsWith(".ledger"))
                        .findFirst()
                        .orElseThrow();
                byte[] bytes = new byte[9000];
                Arrays.fill(bytes, (byte) 0xE9);
                bytes[8999] = '\n';
                Files.write(ledger, bytes);
            }
        }),
        KEY_GONE(
                WRONGLY_SET,
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
        refuses(WRONGLY_SET, "start.kek-protection-unknown", "unknown", "-Dquitclaim.vault.kek-protection=safe");
    }

    @ParameterizedTest
    @CsvSource({
        "quitclaim.trusted-proxies, abc, neither an address nor a range",
        "quitclaim.vault.backup-horizon-days, -1, 0 or more",
        "quitclaim.vault.rotate-at-most-every, soon, a length of time",
        "quitclaim.staff.first-officer, a b, without blanks",
        "quitclaim.contexts.sensitive, wim-verhoef, codes that Quitclaim brings",
        "quitclaim.links.signing-days, 0, between 1 and 366",
        "quitclaim.two-people, maybe, true or false",
        "server.port, abc, a whole number",
        "quitclaim.recognition.false-positive-rate, 1.5, between 0 and 1",
        "quitclaim.recognition.false-positive-rate, 0.0000001, the model pack was not measured for so low a rate",
    })
    void a_setting_that_cannot_be_used_is_named_with_what_it_takes(String setting, String value, String allowed)
            throws Exception {
        Said said = says(setting, folder.resolve("of-" + setting), "-D" + setting + "=" + value);
        assertThat(said.exit()).isEqualTo(WRONGLY_SET);
        assertThat(said.line()).contains(setting, allowed, "start.setting-wrong");
    }

    @Test
    void a_data_folder_that_cannot_be_used_is_said_in_one_line() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));
        for (Path impossible : List.of(Path.of("/proc/1/x"), file.resolve("x"))) {
            Said said = says("unusable", impossible);
            assertThat(said.exit()).isEqualTo(WRONGLY_SET);
            assertThat(said.line()).contains("start.data-folder-unusable", impossible.toString());
        }
        assertThat(says("blank", Path.of("")).line()).contains("--data needs a value");
    }

    @Test
    void a_model_pack_that_cannot_be_used_is_said_in_one_line() throws Exception {
        Path pack = Files.createDirectory(folder.resolve("pack"));
        String chosen = "-Dquitclaim.pack=" + pack;
        Said said = says("no pack", folder.resolve("of-pack"), chosen);
        assertThat(said.exit()).isEqualTo(WRONGLY_SET);
        assertThat(said.line()).contains("start.pack-missing", pack.toString());
        Files.writeString(pack.resolve("pack.json"), "{\"id\": \"own\"}");
        said = says("half a pack", folder.resolve("of-pack"), chosen);
        assertThat(said.exit()).isEqualTo(WRONGLY_SET);
        assertThat(said.line()).contains("start.pack-invalid", "version is missing");
    }

    /** Neither the folders nor anything in them, nor those above them. */
    @Test
    void a_first_start_that_is_refused_leaves_nothing_that_was_not_there() throws Exception {
        Path above = folder.resolve("above");
        Path first = above.resolve("of").resolve("data");
        Path existing = Files.createDirectory(folder.resolve("empty-before"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = "-Dserver.port=" + taken.getLocalPort();
            assertThat(says("first", first, port).line()).contains("is in use");
            assertThat(says("empty", existing, port).line()).contains("is in use");
        }
        assertThat(says("first-setting", first, "-Dquitclaim.two-people=maybe").exit())
                .isEqualTo(WRONGLY_SET);
        assertThat(says("first-pack", first, "-Dquitclaim.pack=" + folder.resolve("none"))
                        .exit())
                .isEqualTo(WRONGLY_SET);

        assertThat(above).doesNotExist();
        assertThat(existing).isEmptyDirectory();
        assertThat(folder.resolve("empty-before-keys")).doesNotExist();
        assertThat(folder.resolve("empty-before-backup")).doesNotExist();
    }

    @Test
    void a_refused_start_takes_nothing_away_from_an_installation_or_from_a_folder_that_held_something()
            throws Exception {
        Path other = Files.createDirectory(folder.resolve("held"));
        Path note = Files.writeString(other.resolve("note.txt"), "mine");
        clear(folder.resolve("data"));
        clear(folder.resolve("data-keys"));
        clear(folder.resolve("data-backup"));
        copy(whole, data);
        tree(folder.resolve("whole-keys"), folder.resolve("data-keys"));
        tree(folder.resolve("whole-backup"), folder.resolve("data-backup"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = "-Dserver.port=" + taken.getLocalPort();
            assertThat(says("held", other, port).line()).contains("is in use");
            assertThat(says("kept", data, port).line()).isNotEmpty();
        }
        assertThat(note).hasContent("mine");
        assertThat(data.resolve("events.db")).exists();
        assertThat(folder.resolve("data-keys")).isNotEmptyDirectory();
    }

    @Test
    void a_port_in_use_is_said_in_one_line() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Said said = says("port", folder.resolve("of-port"), "-Dserver.port=" + taken.getLocalPort());
            assertThat(said.exit()).isEqualTo(REFUSED);
            assertThat(said.line()).contains("port " + taken.getLocalPort() + " is in use");
        }
    }

    /** Neither with the traces of the library that speaks with it. */
    @Test
    void an_axon_server_that_is_away_is_said_in_one_line() throws Exception {
        String server = "127.0.0.1:" + free();
        Said said = says(
                "axon",
                folder.resolve("of-axon"),
                "-Dquitclaim.event-store=axon-server",
                "-Daxon.axonserver.servers=" + server);
        assertThat(said.exit()).isEqualTo(REFUSED);
        assertThat(said.line()).contains("start.axon-server-away", server);
    }

    /** A port at which nobody listens. */
    private static int free() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return closed.getLocalPort();
        }
    }

    private record Said(int exit, String line) {}

    private static void refuses(int exit, String code, String name, String... options) throws Exception {
        Said said = says(name, data, options);
        assertThat(said.line()).contains(code);
        assertThat(said.exit()).isEqualTo(exit);
    }

    /** What a process says that is refused its start, in the one line that it says. */
    private static Said says(String name, Path data, String... options) throws Exception {
        List<String> java =
                new ArrayList<>(List.of("-XX:+ExitOnOutOfMemoryError", "--sun-misc-unsafe-memory-access=allow"));
        java.addAll(Arrays.asList(options));
        try (ChildProcess child = ChildProcess.start(
                List.of(),
                System.getProperty("java.class.path"),
                java,
                Main.class,
                folder.resolve("printed-" + name),
                Arrays.stream(options).anyMatch(option -> option.startsWith("-Dserver.port"))
                        ? new String[] {"up", "--data", data.toString()}
                        : new String[] {"up", "--port", "0", "--data", data.toString()})) {
            assertThat(child.process().waitFor(2, TimeUnit.MINUTES)).isTrue();
            List<String> lines = child.printed()
                    .lines()
                    .filter(line -> !line.contains("started without") && !line.startsWith("First login"))
                    .toList();
            assertThat(lines).as(child.printed()).singleElement().asString().startsWith("quitclaim: ");
            return new Said(child.process().exitValue(), lines.getFirst());
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

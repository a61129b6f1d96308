package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.access.Role;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Vault;
import org.springframework.util.FileSystemUtils;

/** Rows of the event file are deleted or spoilt with plain SQL while nobody serves it. */
class DamagedHistoryTest {
    private static final int DAMAGED = 5;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private SpoiltBytes spoilt;
    private Path data;
    private Taken photo;
    private String person;

    @BeforeEach
    void live() {
        data = folder.resolve("data");
        spoilt = new SpoiltBytes(data);
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            String notice = office.publishNotice();
            String collection = office.openCollection("Open day");
            person = office.register("Wilhelmina Voorbeeldsen", "");
            Asked asked = office.ask(person, notice, List.of(Office.website(90)));
            office.sayYes(asked, 1).orFail();
            photo = office.take(collection, "p.jpg", Pictures.sky());
            office.mark(photo, person);
            office.review(photo).orFail();
            assertThat(verdict(office).json().toString()).contains("CLEARED");
        }
        assertThat(check()).isZero();
    }

    @Test
    void a_gap_in_a_sequence_is_refused_before_any_port_opens_and_whole_streams_are_served() throws Exception {
        sql("delete from events where stream_id = '" + person + "' and sequence = 1");
        assertThat(check()).isEqualTo(DAMAGED);
        assertThat(started()).contains("lacks event 1").contains("--whole-streams-only");
        try (Server server = Running.demo(data, Map.of("quitclaim.whole-streams-only", true))) {
            Office office = Office.at(server.address());
            Answer verdict = verdict(office);
            assertThat(verdict.text("verdict")).isEqualTo("BLOCKED");
            assertThat(verdict.json().toString()).contains("history.stream-damaged");
            assertThat(office.officer()
                            .get("/api/photos/" + photo.photo())
                            .orFail()
                            .json()
                            .toString())
                    .contains("\"RED\"")
                    .contains("history.stream-damaged")
                    .doesNotContain("\"GREEN\"");
            String other = office.register("Pieter Voorbeeldsen", "");
            assertThat(other).isNotEmpty();
        }
    }

    /** The start compares destroyed keys with the history; of her nobody can say whether it knows. */
    @Test
    void whoever_was_erased_and_cannot_be_read_keeps_no_server_from_starting() throws Exception {
        try (Server server = Running.demo(data)) {
            server.bean(Vault.class).shred(KeyRef.first(new PersonId(person), KeyScope.IDENTITY));
        }
        sql("delete from events where stream_id = '" + person + "' and sequence = 1");
        try (Server server = Running.demo(data, Map.of("quitclaim.whole-streams-only", true))) {
            assertThat(verdict(Office.at(server.address())).text("verdict")).isEqualTo("BLOCKED");
        }
    }

    @Test
    void an_account_whose_history_is_damaged_lets_nobody_in_and_keeps_nobody_out() throws Exception {
        String account;
        String oneTime;
        try (Server server = Running.demo(data)) {
            Office.Newcomer newcomer = Office.at(server.address()).newcomer("newcomer", Role.EDITOR);
            account = newcomer.account();
            oneTime = newcomer.oneTimePassword();
            assertThat(logIn(server, oneTime).status()).isEqualTo(200);
        }
        sql("update events set payload = x'7b' where stream_id = '" + account + "' and sequence = 0");
        assertThat(check()).isEqualTo(DAMAGED);
        try (Server server = Running.demo(data, Map.of("quitclaim.whole-streams-only", true))) {
            assertThat(logIn(server, oneTime).status()).isEqualTo(401);
            Office office = Office.at(server.address());
            assertThat(office.officer().get("/api/accounts").orFail().json().values().stream()
                            .filter(one -> one.path("accountId").asString().equals(account)))
                    .singleElement()
                    .satisfies(
                            one -> assertThat(one.path("standing").asString()).isEqualTo("DAMAGED"));
            assertThat(office.newcomer("another", Role.EDITOR).oneTimePassword())
                    .isNotEmpty();
        }
    }

    private static Answer logIn(Server server, String password) {
        return Client.visitor(server.address()).post("/login", Map.of("login", "newcomer", "password", password));
    }

    @Test
    void an_event_that_nobody_can_read_names_its_type() throws Exception {
        sql("update events set payload = x'7b' where stream_id = '" + person + "' and sequence = 1");
        assertThat(check()).isEqualTo(DAMAGED);
        assertThat(started()).contains("cannot read an event consent.");
    }

    @Test
    void an_event_that_was_changed_since_it_was_verified_is_found() throws Exception {
        try (Server server = Running.demo(data)) {
            assertThat(server.address()).isNotNull();
        }
        sql("update events set recorded_at = '2020-01-01T00:00:00Z' where position = 2");
        assertThat(check()).isEqualTo(DAMAGED);
    }

    @Test
    void a_lost_event_that_no_stream_misses_keeps_everything_amber_until_an_officer_accepts_the_loss()
            throws Exception {
        sql("delete from events where stream_id = '" + person + "' and sequence ="
                + " (select max(sequence) from events where stream_id = '" + person + "')");
        assertThat(check()).isEqualTo(DAMAGED);
        assertThatThrownBy(() -> Running.demo(data)).hasStackTraceContaining("no stream lacks an event there");
        try (Server server = Running.demo(data, Map.of("quitclaim.whole-streams-only", true))) {
            Office office = Office.at(server.address());
            assertThat(verdict(office).json().toString()).contains("history.positions-missing");
            assertThat(office.officer()
                            .get("/api/photos/" + photo.photo())
                            .orFail()
                            .json()
                            .toString())
                    .contains("\"AMBER\"")
                    .doesNotContain("\"GREEN\"");
            String doubt = office.officer()
                    .get("/api/governance/history")
                    .orFail()
                    .list("doubts")
                    .getFirst()
                    .path("id")
                    .asString();
            office.officer()
                    .post(
                            "/api/governance/history/acceptance",
                            Map.of("doubt", doubt, "reason", "NO_BACKUP", "text", "No backup holds it."))
                    .isRefusal(422, "request.not-previewed");
            Answer preview = office.officer()
                    .get("/api/governance/history/acceptance?doubt=" + doubt)
                    .orFail();
            assertThat(preview.json().path("forbidsLess").asBoolean()).isTrue();
            assertThat(preview.json().path("destroysUnnamed").asBoolean()).isTrue();
            office.officer()
                    .acceptLoss(doubt, "NO_BACKUP", "No backup holds it.")
                    .orFail();
            assertThat(verdict(office).json().toString()).contains("CLEARED");
        }
        try (Server server = Running.demo(data)) {
            assertThat(verdict(Office.at(server.address())).text("verdict")).isEqualTo("CLEARED");
        }
        assertThat(check()).as("what was accepted is no fault any more").isZero();
    }

    @Test
    void accepting_a_gap_accepts_no_event_that_was_altered_beside_it() throws Exception {
        try (Server server = Running.demo(data)) {
            assertThat(server.address()).isNotNull();
        }
        sql("update events set recorded_at = '2020-01-01T00:00:00Z' where position = 2");
        sql("delete from events where stream_id = '" + person + "' and sequence ="
                + " (select max(sequence) from events where stream_id = '" + person + "')");
        assertThat(run("check-history").problems())
                .contains("no stream lacks an event there")
                .contains("At position 2 an event ")
                .contains("./quitclaim restore DIR");
        try (Server server = Running.demo(data, Map.of("quitclaim.whole-streams-only", true))) {
            Office office = Office.at(server.address());
            String gap = doubts(office).stream()
                    .filter(id -> id.startsWith("positions-missing"))
                    .findFirst()
                    .orElseThrow();
            assertThat(office.officer()
                            .get("/api/governance/history/acceptance?doubt=" + gap)
                            .orFail()
                            .list("left"))
                    .hasSize(1);
            office.officer().acceptLoss(gap, "NO_BACKUP", "No backup.").orFail();
            assertThat(verdict(office).json().toString()).contains("history.events-altered");
            assertThat(doubts(office)).singleElement().asString().startsWith("events-altered-2-2-");
        }
        assertThat(check()).as("while an officer has not settled it").isEqualTo(DAMAGED);
    }

    /** What beside the events knows of them is asked by the verb as by the start. */
    @Test
    void lost_last_events_an_emptied_file_and_a_dropped_table_are_told_by_the_verb() throws Exception {
        byte[] whole = Files.readAllBytes(data.resolve("events.db"));
        sql("delete from events where position > (select max(position) - 3 from events)");
        assertThat(check()).isEqualTo(DAMAGED);
        assertThat(run("check-history").problems()).contains("were there already");
        Files.write(data.resolve("events.db"), new byte[0]);
        assertThat(check()).isEqualTo(DAMAGED);
        Files.delete(data.resolve("work.db"));
        assertThat(run("check-history").problems()).contains("this data folder is in use");
        Files.write(data.resolve("events.db"), whole);
        assertThat(check()).isZero();
    }

    @Test
    void lists_of_work_from_another_history_of_this_installation_are_made_anew() throws Exception {
        try (Server server = Running.demo(data)) {
            Office.at(server.address()).register("Anna Kopie", "");
        }
        Path copies = Files.createDirectories(folder.resolve("copies"));
        Files.copy(data.resolve("events.db"), copies.resolve("events.db"));
        FileSystemUtils.copyRecursively(data.resolve("log"), copies.resolve("log"));
        String theirs;
        try (Server server = Running.demo(data)) {
            theirs = Office.at(server.address()).register("Bea Elders", "");
        }
        Files.copy(data.resolve("work.db"), copies.resolve("work.db"));
        Files.copy(copies.resolve("events.db"), data.resolve("events.db"), StandardCopyOption.REPLACE_EXISTING);
        FileSystemUtils.deleteRecursively(data.resolve("log"));
        FileSystemUtils.copyRecursively(copies.resolve("log"), data.resolve("log"));
        Files.delete(data.resolve("work.db"));
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            office.register("Chris Hier", "");
            office.register("Dirk Hier", "");
        }
        Files.copy(copies.resolve("work.db"), data.resolve("work.db"), StandardCopyOption.REPLACE_EXISTING);
        try (Server server = Running.demo(data)) {
            WorkIndex lists = server.bean(WorkIndex.class);
            assertThat(lists.lastRemade())
                    .hasValueSatisfying(
                            remade -> assertThat(remade.because()).contains("another history of this installation"));
            assertThat(lists.one("select 1 from standing where person = ?", row -> true, theirs))
                    .isEmpty();
        }
    }

    private static List<String> doubts(Office office) {
        return office.officer().get("/api/governance/history").orFail().list("doubts").stream()
                .map(doubt -> doubt.path("id").asString())
                .toList();
    }

    @Test
    void an_event_altered_while_the_server_runs_closes_the_gate_until_an_officer_accepts_it() throws Exception {
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            spoil(timeIn(2), '9');
            look(office, "history.events-altered");
            assertThat(verdict(office).text("verdict")).isEqualTo("BLOCKED");
            withdrawStillWorks(office);
        }
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            assertThat(verdict(office).json().toString())
                    .as("a restart forgets nothing")
                    .contains("history.events-altered");
            accept(office);
            assertThat(verdict(office).text("verdict")).isEqualTo("CLEARED");
            spoil(timeIn(3), '9');
            look(office, "history.events-altered");
        }
    }

    @Test
    void an_event_that_becomes_unreadable_while_the_server_runs_closes_the_gate_and_the_restart_names_it()
            throws Exception {
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            spoil("select cast(payload as text) from events where stream_id = '" + person + "' and sequence = 1", '#');
            look(office, "history.fault-found");
            withdrawStillWorks(office);
        }
        assertThat(started()).contains("cannot read an event consent.");
        try (Server server = Running.demo(data, Map.of("quitclaim.whole-streams-only", true))) {
            assertThat(verdict(Office.at(server.address())).json().toString()).contains("history.stream-damaged");
        }
    }

    @Test
    void lost_last_events_are_refused_and_kept_in_mind_where_the_rest_is_served() throws Exception {
        sql("delete from events where position > (select max(position) - 3 from events)");
        assertThatThrownBy(() -> Running.demo(data)).hasStackTraceContaining("start.history-shorter");
        try (Server server = Running.demo(data, Map.of("quitclaim.whole-streams-only", true))) {
            assertThat(verdict(Office.at(server.address())).json().toString()).contains("history.positions-missing");
        }
        try (Server server = Running.demo(data, Map.of("quitclaim.whole-streams-only", true))) {
            Office office = Office.at(server.address());
            accept(office);
            assertThat(verdict(office).json().toString()).doesNotContain("history.positions-missing");
        }
        try (Server server = Running.demo(data)) {
            assertThat(server.address()).isNotNull();
        }
    }

    /** What the missing events name is still there when a backup brings them back. */
    @ParameterizedTest
    @ValueSource(strings = {"stream_id like 'per%'", "stream_id like 'per%' and sequence = 0"})
    void while_events_are_missing_no_sealed_record_is_destroyed_because_no_event_names_it(String lost)
            throws Exception {
        Files.delete(data.resolve("work.db"));
        nothingSealedGoesWith(lost);
    }

    @Test
    void while_the_last_events_are_missing_no_sealed_record_is_destroyed_because_no_event_names_it() throws Exception {
        nothingSealedGoesWith("position > 16");
    }

    private void nothingSealedGoesWith(String lost) throws Exception {
        Set<String> sealed = sealedRecords();
        sql("delete from events where " + lost);
        try (Server server = Running.demo(data, Map.of("quitclaim.whole-streams-only", true))) {
            assertThat(server.address()).isNotNull();
        }
        assertThat(sealedRecords()).containsAll(sealed);
    }

    private Set<String> sealedRecords() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("records.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from record")) {
            Set<String> ids = new HashSet<>();
            while (row.next()) {
                ids.add(row.getString(1));
            }
            return ids;
        }
    }

    /** By the route that the daily hour does not wait for. */
    private void look(Office office, String code) {
        office.officer().post("/api/governance/history/check", Map.of()).orFail();
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(verdict(office).json().toString())
                        .contains(code)
                        .doesNotContain("CLEARED"));
    }

    private static void withdrawStillWorks(Office office) {
        Asked other = office.ask(
                office.register("Pieter Voorbeeldsen", ""), office.publishNotice(), List.of(Office.website(90)));
        office.sayYes(other, 1).orFail();
        office.withdraw(other, false, List.of("WEBSITE")).orFail();
    }

    private static void accept(Office office) {
        office.officer()
                .get("/api/governance/history")
                .orFail()
                .list("doubts")
                .forEach(doubt -> office.officer()
                        .acceptLoss(doubt.path("id").asString(), "NO_BACKUP", "No backup.")
                        .orFail());
    }

    private Answer verdict(Office office) {
        return office.requestPublication(photo, "museum.example").orFail();
    }

    private int check() {
        return run("check-history").exit();
    }

    private String started() {
        Said said = run("up", "--port", "0");
        assertThat(said.exit()).isEqualTo(DAMAGED);
        assertThat(said.problems().lines().filter(line -> !line.contains("started without")))
                .hasSize(1);
        return said.problems();
    }

    private record Said(int exit, String problems) {}

    private Said run(String verb, String... more) {
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(problems, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of(verb, "--data", data.toString()));
        arguments.addAll(List.of(more));
        try {
            int exit = Main.run(arguments, new Console(System.out, err));
            return new Said(exit, problems.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A part of what an event says that no index holds: an index that differs is found before. */
    private static String timeIn(int position) {
        return "select substr(cast(payload as text), instr(cast(payload as text), '\"at\":\"') + 6)"
                + " from events where position = " + position;
    }

    private void spoil(String value, char first) throws Exception {
        spoilt.spoil(value, first);
    }

    @AfterEach
    void close() throws Exception {
        spoilt.close();
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                Statement change = connection.createStatement()) {
            assertThat(change.executeUpdate(statement)).isPositive();
        }
    }
}

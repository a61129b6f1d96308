package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.eventstore.EventDigest;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.transparency.InclusionProof;
import org.quitclaim.transparency.LogFolder;
import org.quitclaim.transparency.LogReader;
import org.quitclaim.transparency.note.Checkpoint;
import org.quitclaim.transparency.note.LogKey;
import org.sqlite.Function;

/** The events are changed by somebody who knows every table of the event file, and not the log beside it. */
@Requirement("R60")
class TransparencyLogTest {
    private static final int DAMAGED = 5;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Path data;
    private String person;

    @BeforeEach
    void live() throws Exception {
        data = folder.resolve("data");
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            String notice = office.publishNotice();
            person = office.register("Wilhelmina Voorbeeldsen", "");
            Asked asked = office.ask(person, notice, List.of(Office.website(90)));
            office.sayYes(asked, 1).orFail();
            await().atMost(LONG_ENOUGH).until(() -> size() == head(server));
        }
        assertThat(check()).isZero();
    }

    @Test
    void a_stop_in_order_leaves_every_event_under_a_signed_head() throws Exception {
        assertThat(size()).isEqualTo(count());
        LogReader.of(LogFolder.in(data)).requireWhole();
    }

    @Test
    @Requirement("R12")
    void a_grant_moved_to_another_channel_and_to_2099_is_named_and_refused_at_the_start() throws Exception {
        long position = grant();
        forge("update events set payload = replace(replace(cast(payload as text), 'WEBSITE', 'SOCIAL_MEDIA'),"
                + " substr(cast(payload as text), instr(cast(payload as text), '\"until\":\"') + 9, 10), '2099-12-31')"
                + " where position = " + position);

        assertThat(said()).contains("position " + position).contains("consent.");
        assertThat(check()).isEqualTo(DAMAGED);
        assertThat(started())
                .contains("At position " + position + " an event consent.")
                .contains("Restore the newest backup")
                .contains("start.history-damaged");
    }

    @Test
    void two_events_that_changed_places_are_both_named() throws Exception {
        long last = count();
        forge("update events set position = -1 where position = " + (last - 1));
        forge("update events set position = " + (last - 1) + " where position = " + last);
        forge("update events set position = " + last + " where position = -1");

        assertThat(said()).contains("positions " + (last - 1) + " to " + last);
        assertThat(started()).contains("positions " + (last - 1) + " to " + last);
    }

    @Test
    void an_event_that_was_put_behind_the_last_one_while_the_server_was_stopped_is_named() throws Exception {
        long last = count();
        forge("insert into events select position + 1, event_id || '-', stream_id, sequence + 1, stream_type,"
                + " recorded_at, event_type, event_revision, payload, metadata, digest from events where position = "
                + last);

        assertThat(said()).contains("position " + (last + 1));
        assertThat(started()).contains("position " + (last + 1));
    }

    @Test
    void the_last_event_that_was_taken_away_is_missed_though_every_table_forgot_it() throws Exception {
        long last = count();
        forge("delete from events where position = " + last);
        Files.delete(data.resolve("work.db"));

        assertThat(started())
                .contains("The history ends at position " + (last - 1))
                .contains("start.history-shorter");
        assertThat(check()).isEqualTo(DAMAGED);
    }

    @Test
    void what_is_served_without_its_end_is_not_signed_until_the_end_is_back() throws Exception {
        Path copy = folder.resolve("events.db");
        Files.copy(data.resolve("events.db"), copy);
        long last = count();
        forge("delete from events where position = " + last);
        try (Server server = Running.demo(data, Map.of("quitclaim.whole-streams-only", true))) {
            assertThat(server.bean(LogFollower.class).problem().orElseThrow())
                    .contains("from position " + last + " on that the history does not hold");
            Office.at(server.address()).register("Pieter Voorbeeldsen", "");
        }
        assertThat(size()).isEqualTo(last);
        try (Server server = Running.demo(data, Map.of("quitclaim.whole-streams-only", true))) {
            assertThat(server.bean(LogFollower.class).problem()).isPresent();
        }
        Files.delete(data.resolve("work.db"));
        Files.copy(copy, data.resolve("events.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (Server server = Running.demo(data)) {
            assertThat(server.bean(LogFollower.class).problem()).isEmpty();
        }
        assertThat(size()).isGreaterThanOrEqualTo(last);
    }

    @Test
    void a_log_that_is_lost_is_an_alarm_and_no_new_log() throws Exception {
        Files.move(data.resolve("log"), folder.resolve("away"));

        assertThat(started()).contains("The transparency log beside the events is lost");
        assertThat(check()).isEqualTo(DAMAGED);
        try (Server server = Running.demo(data, Map.of("quitclaim.whole-streams-only", true))) {
            assertThat(server.bean(LogFollower.class).problem()).isPresent();
        }
        assertThat(data.resolve("log")).doesNotExist();
        Files.move(folder.resolve("away"), data.resolve("log"));
        Running.demo(data).close();
        assertThat(size()).isEqualTo(count());
    }

    @Test
    void salts_that_are_lost_are_an_alarm_and_no_new_log() throws Exception {
        Files.delete(data.resolve("log/salts"));

        assertThat(started()).contains("The salts of the log are lost");
        assertThat(check()).isEqualTo(DAMAGED);
        try (Server server = Running.demo(data, Map.of("quitclaim.whole-streams-only", true))) {
            assertThat(server.bean(LogFollower.class).problem()).isPresent();
        }
        assertThat(data.resolve("log/salts")).doesNotExist();
    }

    @Test
    void an_entry_that_is_altered_beside_a_running_server_closes_the_gate_at_the_next_look() throws Exception {
        try (Server server = Running.demo(data)) {
            await().atMost(LONG_ENOUGH).until(() -> size() == head(server));
            Path bundle = data.resolve("log/tile/entries/000.p/" + size());
            byte[] bytes = Files.readAllBytes(bundle);
            bytes[50] ^= 1;
            Files.write(bundle, bytes);
            Office office = Office.at(server.address());
            office.officer().post("/api/governance/history/check", Map.of()).orFail();
            await().atMost(LONG_ENOUGH)
                    .until(() -> office.officer()
                            .get("/api/governance/history")
                            .orFail()
                            .json()
                            .path("faultFound")
                            .asBoolean());
        }
    }

    @Test
    void an_auditor_reads_the_head_tiles_and_a_proof_and_nobody_else_does() throws Exception {
        try (Server server = Running.demo(data)) {
            await().atMost(LONG_ENOUGH).until(() -> size() == head(server));
            Client visitor = Client.visitor(server.address());
            Client auditor = visitor.as(Role.AUDITOR);
            LogKey key = LogKey.parse(
                    visitor.as(Role.COMPLIANCE_OFFICER).get("/api/log").orFail().text("key"));
            String note = text(auditor.get("/log/checkpoint"));
            long size = Checkpoint.verified(note, key).orElseThrow().size();

            assertThat(size).isEqualTo(head(server));
            for (String path : List.of("/log/tile/0/000.p/" + size, "/log/tile/entries/000.p/" + (size - 1))) {
                auditor.get(path).orFail();
                assertThat(visitor.as(Role.COMPLIANCE_OFFICER).get(path).status())
                        .isEqualTo(403);
                assertThat(visitor.get(path).status()).isEqualTo(401);
            }
            assertThat(auditor.get("/log/tile/0/000").status()).isEqualTo(404);
            assertThat(auditor.get("/log/tile/0/000.p/" + (size + 1)).status()).isEqualTo(404);
            assertThat(auditor.get("/log/tile/0/..%2f..%2fkeys.db").status()).isBetween(400, 404);
            assertThat(auditor.get("/log/proof/" + (size + 1)).status()).isEqualTo(404);
            InclusionProof proof =
                    InclusionProof.parse(text(auditor.get("/log/proof/1"))).orElseThrow();
            assertThat(proof.shows(LogReader.of(LogFolder.in(data)).entry(0), key))
                    .isTrue();
            assertThat(proof.shows(LogReader.of(LogFolder.in(data)).entry(1), key))
                    .isFalse();
        }
    }

    private static String text(Answer answer) {
        return new String(answer.orFail().bytes(), StandardCharsets.UTF_8);
    }

    /** In copies, with every digest made anew. */
    @Test
    void three_hundred_changes_of_rows_are_each_found_and_named() throws Exception {
        byte[] whole = Files.readAllBytes(data.resolve("events.db"));
        Random random = new Random(60);
        long last = count();
        for (int i = 0; i < 300; i++) {
            Files.write(data.resolve("events.db"), whole);
            long position = 1 + random.nextLong(last);
            List<String> change = change(random, position, last);
            for (String sql : change) {
                forge(sql);
            }
            assertThat(CheckHistoryVerb.damage(data))
                    .as("%s", change)
                    .hasValueSatisfying(said -> assertThat(said).containsPattern("position|event|streams"));
        }
        Files.write(data.resolve("events.db"), whole);
        assertThat(CheckHistoryVerb.damage(data)).isEmpty();
    }

    private static List<String> change(Random random, long position, long last) {
        String at = " where position = " + position;
        String column = List.of("event_id", "stream_type", "recorded_at", "event_type", "event_revision")
                .get(random.nextInt(5));
        return switch (random.nextInt(6)) {
            case 0 ->
                List.of("update events set payload = replace(payload, substr(payload, " + (2 + random.nextInt(20))
                        + ", 1), '#')" + at);
            case 1 ->
                List.of("update events set " + column + " = replace(" + column + ", substr(" + column + ", "
                        + (column.equals("recorded_at") ? 4 : 1) + ", 1), '7') || '7'" + at);
            case 2 -> List.of("update events set metadata = replace(metadata, 'a', 'e')" + at);
            case 3 -> List.of("delete from events" + at);
            case 4 ->
                List.of(
                        "update events set position = -1" + at,
                        "update events set position = " + position + " where position = " + (position % last + 1),
                        "update events set position = " + (position % last + 1) + " where position = -1");
            default -> List.of("delete from events where position >= " + position);
        };
    }

    /** As whoever knows how each event's digest is made, and what a look remembers. */
    private void forge(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("pragma synchronous = off");
            Function.create(connection, "digest_of", new Digest(), 10, Function.FLAG_DETERMINISTIC);
            assertThat(statement.executeUpdate(sql)).isPositive();
            statement.executeUpdate("update events set digest = digest_of(position, event_id, stream_id, sequence,"
                    + " stream_type, recorded_at, event_type, event_revision, payload, metadata)");
            statement.executeUpdate("drop table if exists verified");
        }
    }

    private static final class Digest extends Function {
        @Override
        protected void xFunc() throws SQLException {
            List<String> texts = new ArrayList<>();
            for (int column = 0; column < 8; column++) {
                texts.add(value_text(column));
            }
            result(EventDigest.of(texts, value_blob(8), value_blob(9)));
        }
    }

    private long grant() throws SQLException {
        return number("select position from events where stream_id = '" + person
                + "' and cast(payload as text) like '%WEBSITE%' order by position desc limit 1");
    }

    private long count() throws SQLException {
        return number("select count(*) from events");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }

    private static long head(Server server) {
        return server.bean(StreamHead.class).position();
    }

    private long size() throws Exception {
        return LogReader.of(LogFolder.in(data)).size();
    }

    private String said() throws IOException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Main.run(List.of("check-history", "--data", data.toString()), new Console(out, out));
        return said.toString(StandardCharsets.UTF_8);
    }

    private int check() throws IOException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Main.run(List.of("check-history", "--data", data.toString()), new Console(out, out));
    }

    private String started() {
        StringBuilder said = new StringBuilder();
        assertThatThrownBy(() -> Running.demo(data).close())
                .satisfies(refused ->
                        said.append(Refusal.of(refused, Options.on(data)).line()));
        return said.toString();
    }
}

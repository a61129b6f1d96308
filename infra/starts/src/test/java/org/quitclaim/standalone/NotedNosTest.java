package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;

/** What people say no to while something that is kept of them is damaged. */
class NotedNosTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final List<String> WEBSITE = List.of("WEBSITE");

    @TempDir
    Path folder;

    private Path data;
    private Taken photo;
    private Taken other;
    private Asked asked;
    private Asked open;
    private String publication;
    private String otherPublication;
    private String representative;

    @BeforeEach
    void live() {
        data = folder.resolve("data");
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            String notice = office.publishNotice();
            String collection = office.openCollection("Open day");
            String person = office.register("Wilhelmina Voorbeeldsen", "");
            asked = office.ask(person, notice, List.of(Office.website(90), Office.recognition(90)));
            office.sayYes(asked, 2).orFail();
            representative = office.officer()
                    .post(
                            "/api/persons/" + person + "/representatives",
                            Map.of(
                                    "name",
                                    "Ada Voorbeeldsen",
                                    "role",
                                    "LEGAL_REPRESENTATIVE",
                                    "verified",
                                    true,
                                    "sole",
                                    true,
                                    "authority",
                                    "Court order, seen"))
                    .orFail()
                    .text("representativeId");
            open = office.ask(person, notice, List.of(Office.website(80)));
            photo = shown(office, collection, Pictures.sky());
            other = shown(office, collection, Pictures.another(Pictures.sky(), 1));
            publication = cleared(office, photo);
            otherPublication = cleared(office, other);
        }
    }

    private static String cleared(Office office, Taken taken) {
        Answer verdict = office.requestPublication(taken, "museum.example").orFail();
        assertThat(verdict.text("verdict")).isEqualTo("CLEARED");
        return verdict.text("publicationId");
    }

    private Taken shown(Office office, String collection, byte[] picture) {
        Taken taken = office.take(collection, "p.jpg", picture);
        office.mark(taken, asked.person());
        office.review(taken).orFail();
        return taken;
    }

    @Test
    @Requirement("R18")
    void a_withdrawal_that_her_damaged_history_cannot_take_is_in_force_and_later_carried_out_as_hers_with_its_day()
            throws Exception {
        try (Server server = spoilt(asked.person())) {
            Office office = Office.at(server.address());
            office.withdraw(asked, true, List.of()).orFail();
            office.withdraw(asked, false, WEBSITE).orFail();
            office.withdraw(asked, false, WEBSITE).orFail();
            office.withdraw(asked, false, List.of()).isRefusal(422, "consent.nothing-named");
            assertThat(noted(office)).containsExactly("WITHDRAWAL", "WITHDRAWAL");
            assertThat(ownNotes(office)).containsExactly("WITHDRAWAL", "WITHDRAWAL");
            assertThat(verdict(office)).contains("history.no-noted").doesNotContain("CLEARED");
            assertThat(status(office)).contains("\"RED\"").doesNotContain("\"GREEN\"");
            assertThat(takedowns(office)).as("does not wait for her history").contains("WITHDRAWAL");
        }
        String said = first("select json_extract(cast(payload as text), '$.at') from events where event_type ="
                + " 'governance.no-noted' order by position desc");
        mend();
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            assertThat(noted(office)).isEmpty();
            assertThat(verdict(office))
                    .contains("consent.")
                    .doesNotContain("history.")
                    .doesNotContain("CLEARED");
            assertThat(office.visitor().get(asked.page()).orFail().json().toString())
                    .contains("WITHDRAWN");
        }
        String withdrawn = "from events where stream_id = '" + asked.person() + "' and event_type = 'consent.withdrawn'"
                + " order by position desc";
        assertThat(first("select count(*) " + withdrawn)).isEqualTo("2");
        assertThat(first("select json_extract(cast(payload as text), '$.at') " + withdrawn))
                .isEqualTo(said);
        assertThat(first("select json_extract(cast(metadata as text), '$.actor') " + withdrawn))
                .isEqualTo(asked.person());
    }

    @Test
    void whatever_else_she_or_an_officer_for_her_says_no_to_is_noted_and_carried_out_too() throws Exception {
        String persons = "/api/persons/" + asked.person();
        try (Server server = spoilt(asked.person())) {
            Office office = Office.at(server.address());
            answer(office, true).isRefusal(409, "history.stream-damaged");
            answer(office, false).orFail();
            Client officer = office.officer();
            officer.post(persons + "/withdrawals", Map.of("recognition", false, "channels", WEBSITE))
                    .orFail();
            officer.post(persons + "/restriction", Map.of()).orFail();
            officer.post(persons + "/representatives/" + representative + "/dispute", Map.of())
                    .orFail();
            officer.post(persons + "/erasure", Map.of()).isRefusal(422, "erasure.not-previewed");
            assertThat(office.erase(asked.person(), Map.of()).orFail().json().toString())
                    .contains("erasure.once-history-readable");
            officer.post(persons + "/erasure", leaving(officer, persons)).isRefusal(409, "history.stream-damaged");
            assertThat(noted(office))
                    .containsExactlyInAnyOrder("REFUSAL", "WITHDRAWAL", "RESTRICTION", "DISPUTE", "ERASURE");
        }
        mend();
        try (Server server = Running.demo(data)) {
            assertThat(noted(Office.at(server.address()))).isEmpty();
        }
        for (String event : List.of(
                "refused", "withdrawn", "processing-restricted", "representation-disputed", "erasure-requested")) {
            assertThat(first("select count(*) from events where stream_id = '" + asked.person()
                            + "' and event_type = 'consent." + event + "'"))
                    .as(event)
                    .isEqualTo("1");
        }
    }

    private static Map<String, Object> leaving(Client officer, String persons) {
        return Map.of(
                "photos",
                "LEAVE",
                "leftBecause",
                "ARCHIVE",
                "reason",
                "The archive of the town keeps them",
                "confirm",
                officer.get(persons + "/erasure?photos=LEAVE").orFail().text("confirm"));
    }

    private Answer answer(Office office, boolean granted) {
        return office.visitor()
                .post(
                        open.page() + "/answers",
                        Map.of(
                                "language",
                                "en",
                                "answers",
                                List.of(Map.of("ask", 0, "granted", granted)),
                                "confirmed",
                                true,
                                "representatives",
                                List.of()));
    }

    @Test
    void what_she_asks_for_by_her_link_is_received_whatever_of_hers_is_damaged() throws Exception {
        try (Server server = spoilt(asked.person(), other.photo(), otherPublication)) {
            Office office = Office.at(server.address());
            request(office, Map.of("right", "RESTRICTION")).orFail();
            request(office, Map.of("right", "RESTRICTION")).isRefusal(409, "rights.already-asked");
            request(office, Map.of("right", "OBJECTION", "publicationId", publication))
                    .orFail();
            request(office, Map.of("right", "OBJECTION", "publicationId", otherPublication))
                    .orFail();
            request(office, Map.of("right", "RECTIFICATION", "text", "That is not how my name is spelt."))
                    .orFail();
            assertThat(office.visitor().get(asked.page() + "/rights").orFail().list("requests"))
                    .hasSize(4);
        }
    }

    private Answer request(Office office, Map<String, Object> form) {
        return office.visitor().post(asked.page() + "/rights", form);
    }

    @Test
    void a_damaged_photo_or_publication_of_hers_keeps_no_other_publication_online() throws Exception {
        try (Server server = spoilt(other.photo(), otherPublication)) {
            Office office = Office.at(server.address());
            office.withdraw(asked, false, WEBSITE).orFail();
            await().atMost(LONG_ENOUGH)
                    .untilAsserted(() -> assertThat(takedowns(office)).contains(publication));
            assertThat(office.visitor().get(asked.page()).orFail().json().toString())
                    .contains("WITHDRAWN");
        }
    }

    @Test
    void a_link_whose_own_history_is_damaged_takes_a_no_and_nothing_else() throws Exception {
        String quitclaim = first("select stream_id from events where event_type = 'link.issued' order by position");
        String second = first("select stream_id from events where event_type = 'link.issued' order by position desc");
        try (Server server = spoilt(quitclaim, second)) {
            Office office = Office.at(server.address());
            office.visitor().get(asked.page()).isRefusal(409, "history.stream-damaged");
            answer(office, true).isRefusal(409, "history.stream-damaged");
            office.withdraw(asked, false, WEBSITE).orFail();
            answer(office, false).orFail();
            request(office, Map.of("right", "RESTRICTION")).orFail();
            String unknown = asked.page().substring(0, asked.page().length() - 1)
                    + (asked.page().endsWith("a") ? "b" : "a");
            office.withdraw(new Asked(asked.person(), unknown), false, WEBSITE)
                    .isRefusal(409, "history.stream-damaged");
            assertThat(noted(office)).isEmpty();
            await().atMost(LONG_ENOUGH)
                    .untilAsserted(() -> assertThat(takedowns(office)).contains(publication));
        }
        assertThat(first("select count(*) from events where event_type in ('consent.withdrawn', 'consent.refused')"))
                .isEqualTo("2");
    }

    @Test
    void keys_that_cannot_be_reached_keep_no_withdrawal_and_no_takedown_away() throws Exception {
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            keys("alter table data_key rename to away");
            office.withdraw(asked, false, WEBSITE).orFail();
            await().atMost(LONG_ENOUGH)
                    .untilAsserted(() -> assertThat(first("select count(*) from events where event_type ="
                                    + " 'publication.takedown-ordered'"))
                            .isEqualTo("2"));
            request(office, Map.of("right", "RESTRICTION")).orFail();
            keys("alter table away rename to data_key");
        }
    }

    private void keys(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("keys.db"));
                Statement change = connection.createStatement()) {
            change.executeUpdate(statement);
        }
    }

    @Test
    void a_damaged_notice_and_a_damaged_request_keep_no_no_away() throws Exception {
        String notice = first("select stream_id from events where event_type = 'notice.published'");
        String earlier;
        try (Server server = Running.demo(data)) {
            earlier = request(Office.at(server.address()), Map.of("right", "RESTRICTION", "text", "Please."))
                    .orFail()
                    .text("requestId");
        }
        try (Server server = spoilt(notice, earlier)) {
            Office office = Office.at(server.address());
            office.visitor().get(asked.page()).isRefusal(409, "history.stream-damaged");
            request(office, Map.of("right", "RESTRICTION")).orFail();
            assertThat(office.visitor().get(asked.page() + "/rights").orFail().list("requests"))
                    .hasSize(1);
            answer(office, false).orFail();
        }
    }

    private Server spoilt(String... streams) throws SQLException {
        sql("create table aside(position integer, payload blob)");
        for (String stream : streams) {
            String first = "(select min(position) from events where stream_id = '" + stream + "')";
            sql("insert into aside select position, payload from events where position = " + first);
            sql("update events set payload = x'7b' where position = " + first);
        }
        return Running.demo(data, Map.of("quitclaim.whole-streams-only", true));
    }

    private void mend() throws SQLException {
        sql("update events set payload = (select payload from aside where aside.position = events.position)"
                + " where position in (select position from aside)");
        sql("drop table aside");
    }

    private static List<String> noted(Office office) {
        return office.officer().get("/api/governance/history").orFail().list("nosNoted").stream()
                .map(one -> one.path("kind").asString())
                .toList();
    }

    private List<String> ownNotes(Office office) {
        return office.visitor().get(asked.page() + "/rights").orFail().list("noted").stream()
                .map(one -> one.path("kind").asString())
                .toList();
    }

    private String verdict(Office office) {
        return office.requestPublication(photo, "museum.example")
                .orFail()
                .json()
                .toString();
    }

    private String status(Office office) {
        return office.officer()
                .get("/api/photos/" + photo.photo())
                .orFail()
                .json()
                .toString();
    }

    private static String takedowns(Office office) {
        return office.officer().get("/api/takedowns").orFail().json().toString();
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                Statement change = connection.createStatement()) {
            change.executeUpdate(statement);
        }
    }

    private String first(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}

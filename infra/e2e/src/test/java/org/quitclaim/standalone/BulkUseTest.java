package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.command.governance.WhenManyPeopleAreLookedAtThenAlarm;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** Whoever looks at many people on one day is noticed, and somebody else looks into it. */
class BulkUseTest {
    private static final String PATH = "/api/governance/bulk-uses";
    private static final Map<String, Object> NARROW = Map.of(
            "quitclaim.bulk-use.comparisons", 2,
            "quitclaim.bulk-use.names", 3,
            "quitclaim.bulk-use.every", "0s");

    @TempDir
    private Path folder;

    private int number;

    @Test
    void reading_the_names_of_many_people_is_noticed_once_also_after_a_restart_and_examined_by_somebody_else() {
        List<String> people = new ArrayList<>();
        try (Server server = Running.demo(folder, NARROW)) {
            Office office = Office.at(server.address());
            for (int i = 0; i < 4; i++) {
                people.add(office.register("Somebody " + i, "somebody" + i + "@example.org"));
            }
            for (int again = 0; again < 3; again++) {
                names(office.officer(), people.subList(0, 3));
            }
            looksNow(server);
            assertThat(waiting(office)).as("as many as is usual, however often").isEmpty();
        }
        try (Server server = Running.demo(folder, NARROW)) {
            Office office = Office.at(server.address());
            names(office.officer(), people.subList(3, 4));
            Rest.until("the alarm", () -> !waiting(office).isEmpty());
            JsonNode alarm = waiting(office).getFirst();
            assertThat(waiting(office)).hasSize(1);
            assertThat(alarm.path("kind").asString()).isEqualTo("NAMES");
            assertThat(alarm.path("count").asInt()).isEqualTo(4);
            assertThat(alarm.path("actor").asString()).isEqualTo(own(office.officer()));
            assertThat(alarm.toString()).doesNotContain("Somebody").doesNotContain(people.getFirst());
            assertThat(office.visitor().as(Role.AUDITOR).get(PATH).orFail().list("waiting"))
                    .hasSize(1);
            assertThat(office.editor().get(PATH).ok()).isFalse();

            examine(office.officer(), alarm).isRefusal(409, "governance.own-bulk-use");
            examine(office.secondOfficer(), alarm).orFail();
            examine(office.secondOfficer(), alarm).isRefusal(409, "governance.nothing-to-examine");
            names(office.officer(), people);
            looksNow(server);
            assertThat(waiting(office)).isEmpty();
        }
    }

    @Test
    void comparing_many_faces_is_noticed() {
        try (Server server = Running.demo(folder, NARROW)) {
            Office office = Office.at(server.address());
            String collection = office.openCollection("Comparisons");
            office.allowRecognition(collection);
            office.recordDpia("DPIA 2026-4");
            Asked her = enrolled(office, collection);
            for (int i = 0; i < 3; i++) {
                assertThat(waiting(office)).isEmpty();
                Taken photo = taken(office, collection);
                office.editor()
                        .post(
                                "/api/photos/" + photo.photo() + "/faces/" + photo.face(0) + "/comparison",
                                Map.of("personId", her.person()))
                        .orFail();
                Rest.await(server);
            }
            Rest.until("the alarm", () -> !waiting(office).isEmpty());
            assertThat(waiting(office)).singleElement().satisfies(alarm -> {
                assertThat(alarm.path("kind").asString()).isEqualTo("COMPARISONS");
                assertThat(alarm.path("count").asInt()).isEqualTo(3);
                assertThat(alarm.path("actor").asString()).isEqualTo(own(office.editor()));
                assertThat(alarm.toString()).doesNotContain(her.person());
            });
        }
    }

    /** Whoever waits for no alarm has to know that somebody looked. */
    private static void looksNow(Server server) {
        Rest.await(server);
        server.bean(WhenManyPeopleAreLookedAtThenAlarm.class).run();
    }

    private static List<JsonNode> waiting(Office office) {
        return office.secondOfficer().get(PATH).orFail().list("waiting");
    }

    private static void names(Client reader, List<String> people) {
        // a name is opened of whom the screens know by then
        Rest.until(
                "every name",
                () -> reader.post("/api/names", Map.of("ids", people))
                                .orFail()
                                .json()
                                .path("names")
                                .size()
                        == people.size());
    }

    private static String own(Client client) {
        return client.get("/api/accounts/me").orFail().text("accountId");
    }

    private static Answer examine(Client officer, JsonNode alarm) {
        Map<String, Object> body = new HashMap<>();
        Stream.of("actor", "kind", "day")
                .forEach(field -> body.put(field, alarm.path(field).asString()));
        body.put("text", "A long day of calls.");
        return officer.post(PATH + "/examination", body);
    }

    private Taken taken(Office office, String collection) {
        return office.take(
                collection, "photo.jpg", Pictures.another(Pictures.portrait(21).jpeg(), number++));
    }

    private Asked enrolled(Office office, String collection) {
        String person = office.register("Somebody", "somebody@example.org");
        Asked asked = office.ask(person, office.publishNotice(), List.of(Office.recognition(300), Office.website(300)));
        office.sayYes(asked, 2).orFail();
        Taken portrait = taken(office, collection);
        office.enrol(person, portrait, portrait.face(0)).orFail();
        return asked;
    }
}

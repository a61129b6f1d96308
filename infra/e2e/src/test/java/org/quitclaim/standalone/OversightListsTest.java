package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import tools.jackson.databind.JsonNode;

/** What officers and auditors list: what is held for a claim, which case waits for one, and breaches; part by part. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OversightListsTest {
    private static final String HOLDS = "/api/holds";
    private static final String BREACHES = "/api/breaches";

    private Server server;
    private Office office;
    private Client auditor;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        auditor = office.visitor().as(Role.AUDITOR);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Read to its end in parts of two. */
    private static List<JsonNode> all(Client who, String path) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        do {
            Answer part = who.get(path + "?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .orFail();
            assertThat(part.list("items")).hasSizeLessThanOrEqualTo(2);
            found.addAll(part.list("items"));
            cursor = part.text("next");
        } while (!cursor.isEmpty());
        return found;
    }

    private void hold(String person, String element) {
        office.officer()
                .post(
                        "/api/persons/" + person + "/holds",
                        Map.of("element", element, "until", Office.today(30), "reason", "A claim in court"))
                .orFail();
    }

    @Test
    void what_is_held_is_listed_until_it_is_released_and_so_is_the_case_that_waits_for_it() {
        List<String> people = Stream.of("Anna", "Berta", "Carla")
                .map(name -> office.register(name, ""))
                .toList();
        people.forEach(person -> hold(person, "IDENTITY"));
        hold(people.getFirst(), "EVIDENCE");

        List<JsonNode> held = all(auditor, HOLDS);

        assertThat(held)
                .extracting(one ->
                        one.path("personId").asString() + one.path("element").asString())
                .containsExactlyInAnyOrder(
                        people.get(0) + "IDENTITY",
                        people.get(0) + "EVIDENCE",
                        people.get(1) + "IDENTITY",
                        people.get(2) + "IDENTITY");
        assertThat(held.toString()).doesNotContain("claim in court", "Anna");
        office.erase(people.get(2), Map.of()).orFail();
        Rest.until(
                "the case is held",
                () -> auditor.get("/api/erasure-cases?held=true").orFail().list("items").stream()
                        .anyMatch(one -> one.path("personId").asString().equals(people.get(2))));
        assertThat(auditor.get("/api/erasure-cases?held=false&person=" + people.get(2))
                        .orFail()
                        .list("items"))
                .noneMatch(one -> one.path("scope").asString().equals("IDENTITY"));

        String element = "/api/persons/" + people.get(1) + "/holds/IDENTITY";
        assertThat(office.officer().remove(element).status()).isEqualTo(204);

        assertThat(all(office.officer(), HOLDS).toString()).doesNotContain(people.get(1));
    }

    @Test
    void breaches_are_listed_part_by_part_the_last_one_first() {
        Instant first = Instant.now().minus(Duration.ofHours(5));
        List<String> reported = new ArrayList<>();
        for (int hour : List.of(0, 1, 1, 2, 3)) {
            reported.addFirst(office.officer()
                    .post(
                            BREACHES,
                            Map.of(
                                    "everybody",
                                    true,
                                    "discoveredAt",
                                    first.plus(Duration.ofHours(hour)).toString(),
                                    "account",
                                    "A laptop is gone"))
                    .orFail()
                    .text("id"));
        }
        List<String> listed = all(auditor, BREACHES).stream()
                .map(one -> one.path("id").asString())
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(reported);
        assertThat(listed.subList(0, 2)).isEqualTo(reported.subList(0, 2));
        assertThat(listed.getLast()).isEqualTo(reported.getLast());
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        for (String path : List.of(HOLDS, BREACHES, "/api/erasure-cases")) {
            for (String limit : List.of("0", "-1", "201", "1000000000")) {
                auditor.get(path + "?limit=" + limit).isRefusal(422, "query.too-many");
            }
            for (String limit : List.of("10000000000", "x", "%00", "1.5")) {
                assertThat(auditor.get(path + "?limit=" + limit).status())
                        .as(path + " " + limit)
                        .isEqualTo(400);
            }
            for (String cursor : List.of("x", "!", "YnJjXw", "%C3%A9", "b".repeat(5000))) {
                auditor.get(path + "?cursor=" + cursor).isRefusal(400, "query.malformed-cursor");
            }
            auditor.get(path + "?offset=1").isRefusal(400, "request.unknown-parameter");
        }
    }

    @Test
    void nobody_else_lists_them() {
        for (Role role : List.of(Role.EDITOR, Role.PHOTOGRAPHER)) {
            assertThat(office.visitor().as(role).get(HOLDS).status()).isEqualTo(403);
            assertThat(office.visitor().as(role).get(BREACHES).status()).isEqualTo(403);
        }
        assertThat(office.visitor().as(Role.ADMIN).get(HOLDS).status()).isEqualTo(403);
    }
}

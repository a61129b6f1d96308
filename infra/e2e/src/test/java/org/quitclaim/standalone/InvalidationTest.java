package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** A permission that was not the person's own is ended by an officer, in a whole server. Source: GDPR Art. 7(1). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvalidationTest {
    private Server server;
    private Office office;
    private String notice;
    private String collection;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        notice = office.publishNotice();
        collection = office.openCollection("Invalid");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Answer invalidate(Client who, String person, String grant, Object because) {
        return who.post("/api/persons/" + person + "/grants/" + grant + "/invalidation", Map.of("because", because));
    }

    private JsonNode page(Asked asked) {
        return office.visitor().get(asked.page()).orFail().json();
    }

    private String grant(Asked asked, String purpose) {
        return page(asked)
                .path("grants")
                .valueStream()
                .filter(one -> one.path("purpose").asString().equals(purpose))
                .findFirst()
                .orElseThrow()
                .path("grantId")
                .asString();
    }

    private String state(String publication) {
        return office.editor()
                .get("/api/publications/" + publication)
                .orFail()
                .json()
                .path("state")
                .asString();
    }

    @Test
    void what_somebody_else_signed_ends_at_once_is_taken_down_and_she_reads_why() {
        Asked her = office.ask(
                office.register("Fenna Voorbeeld", ""), notice, List.of(Office.website(90), Office.recognition(90)));
        office.sayYes(her, 2).orFail();
        Taken photo = office.take(collection, "fenna.jpg", Pictures.portrait(93).jpeg());
        office.sight(photo, photo.face(0), her.person());
        office.review(photo).orFail();
        Answer cleared =
                office.requestPublication(photo, "https://example.org/fenna").orFail();
        assertThat(cleared.text("verdict")).isEqualTo("CLEARED");

        invalidate(office.officer(), her.person(), grant(her, "PUBLICATION"), "NOT_THEIR_HAND")
                .orFail();

        Answer again = office.requestPublication(photo, "https://example.org/again");
        assertThat(again.text("verdict")).isEqualTo("BLOCKED");
        assertThat(again.json().path("reasons").toString()).contains("consent.invalidated");
        Rest.until("screens follow", () -> office.reasons(photo).toString().contains("consent.invalidated"));
        Rest.until(
                "what is out is taken down",
                () -> state(cleared.text("publicationId")).equals("TAKEDOWN_DUE"));
        assertThat(page(her).path("grants").valueStream())
                .as("what was signed on the same form went with it, and she reads why")
                .hasSize(2)
                .allMatch(grant -> grant.path("status").asString().equals("INVALIDATED")
                        && grant.path("neverHers").asString().equals("NOT_THEIR_HAND")
                        && !grant.path("endedOn").asString().isBlank());
        JsonNode copy = office.visitor().get(her.page() + "/data").orFail().json();
        assertThat(copy.path("consents").valueStream())
                .allMatch(consent ->
                        consent.path("neverHers").asString().equals("NOT_THEIR_HAND") && consent.has("endedAt"));
        Rest.until(
                "the faceprint's key is destroyed, and it is certified",
                () -> office.officer()
                        .get("/api/erasure-cases?person=" + her.person())
                        .orFail()
                        .json()
                        .toString()
                        .contains("NO_VALID_CONSENT"));
    }

    @Test
    void only_an_officer_says_so_and_only_of_what_stands_and_with_a_reason() {
        Asked her = office.ask(office.register("Gina Voorbeeld", ""), notice, List.of(Office.website(90)));
        office.sayYes(her, 1).orFail();
        String grant = grant(her, "PUBLICATION");
        for (Role role : List.of(Role.EDITOR, Role.PHOTOGRAPHER, Role.AUDITOR, Role.ADMIN)) {
            assertThat(invalidate(office.visitor().as(role), her.person(), grant, "NEVER_GIVEN")
                            .status())
                    .as(role.name())
                    .isEqualTo(403);
        }
        office.officer()
                .post("/api/persons/" + her.person() + "/grants/" + grant + "/invalidation", Map.of())
                .isRefusal(422, "request.missing-field");
        invalidate(office.officer(), her.person(), "gra_none", "NEVER_GIVEN").isRefusal(404, "request.unknown-id");
        invalidate(office.officer(), her.person(), grant, "NEVER_GIVEN").orFail();
        invalidate(office.officer(), her.person(), grant, "NEVER_GIVEN").isRefusal(404, "consent.unknown-grant");
    }
}

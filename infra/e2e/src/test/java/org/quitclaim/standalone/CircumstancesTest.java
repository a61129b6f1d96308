package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
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

/** Capacity and age group are put right in a whole server. Source: GDPR Art. 8, 16. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CircumstancesTest {
    private Server server;
    private Office office;
    private String notice;
    private String collection;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        notice = office.publishNotice();
        collection = office.openCollection("Circumstances");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Asked signedUp(String name) {
        Asked asked = office.ask(office.register(name, ""), notice, List.of(Office.website(90)));
        office.sayYes(asked, 1).orFail();
        return asked;
    }

    private static String path(Asked asked) {
        return "/api/persons/" + asked.person() + "/circumstances";
    }

    private Answer correct(Asked asked, String capacity, String ageGroup, String... request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("capacity", capacity);
        body.put("ageGroup", ageGroup);
        body.put("because", "RECORDED_WRONGLY");
        if (request.length > 0) {
            body.put("requestId", request[0]);
        }
        return office.officer().put(path(asked), body);
    }

    private static Answer agree(Client officer, Asked asked, String capacity, String ageGroup) {
        return officer.post(path(asked) + "/agreement", Map.of("capacity", capacity, "ageGroup", ageGroup));
    }

    private JsonNode page(Asked asked) {
        return office.visitor().get(asked.page()).orFail().json();
    }

    private JsonNode copy(Asked asked) {
        return office.visitor().get(asked.page() + "/data").orFail().json();
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
    void what_somebody_signed_who_is_a_minor_ends_at_once_and_two_officers_undo_the_correction() {
        Asked her = signedUp("Mila Voorbeeld");
        Taken photo = office.take(collection, "mila.jpg", Pictures.portrait(91).jpeg());
        office.sight(photo, photo.face(0), her.person());
        office.review(photo).orFail();
        Answer cleared =
                office.requestPublication(photo, "https://example.org/mila").orFail();
        assertThat(cleared.text("verdict")).isEqualTo("CLEARED");
        String request = office.visitor()
                .post(
                        her.page() + "/rights",
                        Map.of("right", "RECTIFICATION", "details", true, "text", "Mila is fifteen"))
                .orFail()
                .text("requestId");
        String answer = "/api/rights-requests/" + request + "/answer";
        office.officer().post(answer, Map.of("outcome", "CORRECTED")).isRefusal(409, "rights.not-carried-out");

        Answer corrected = correct(her, "VISITOR", "MINOR", request).orFail();

        assertThat(corrected.text("ageGroup")).isEqualTo("MINOR");
        assertThat(corrected.json().has("waiting")).isFalse();
        office.officer().post(answer, Map.of("outcome", "CORRECTED")).orFail();
        Answer again = office.requestPublication(photo, "https://example.org/again");
        assertThat(again.text("verdict")).isEqualTo("BLOCKED");
        assertThat(again.json().path("reasons").toString()).contains("consent.invalidated");
        Rest.until("screens follow", () -> office.reasons(photo).toString().contains("consent.invalidated"));
        Rest.until(
                "what is out is taken down",
                () -> state(cleared.text("publicationId")).equals("TAKEDOWN_DUE"));
        JsonNode grant = page(her).path("grants").get(0);
        assertThat(grant.path("status").asString()).isEqualTo("INVALIDATED");
        assertThat(grant.path("endedOn").asString()).isNotBlank();
        assertThat(page(her).path("ageGroup").asString()).isEqualTo("MINOR");
        assertThat(page(her).path("corrections").toString()).contains("MINOR");
        JsonNode inCopy = copy(her).path("person");
        assertThat(inCopy.path("ageGroup").asString()).isEqualTo("MINOR");
        assertThat(inCopy.path("corrections").get(0).path("because").asString()).isEqualTo("RECORDED_WRONGLY");
        assertThat(inCopy.path("corrections").get(0).path("consentsEnded").asInt())
                .isEqualTo(1);

        JsonNode waiting = correct(her, "VISITOR", "ADULT").orFail().json();
        assertThat(waiting.path("ageGroup").asString()).isEqualTo("MINOR");
        assertThat(waiting.path("waiting").path("ageGroup").asString()).isEqualTo("ADULT");
        agree(office.officer(), her, "VISITOR", "ADULT").isRefusal(409, "consent.lowering-same-person");
        agree(office.secondOfficer(), her, "MODEL", "ADULT").isRefusal(409, "consent.no-lowering-asked");
        agree(office.secondOfficer(), her, "VISITOR", "ADULT").orFail();
        assertThat(office.officer().get(path(her)).orFail().text("ageGroup")).isEqualTo("ADULT");
        assertThat(copy(her).path("person").path("corrections")).hasSize(2);
        assertThat(office.requestPublication(photo, "https://example.org/third").text("verdict"))
                .as("what ended does not come back")
                .isEqualTo("BLOCKED");
    }

    @Test
    void the_officers_list_of_persons_shows_what_is_right() {
        Asked her = signedUp("Nora Voorbeeld");
        correct(her, "PATIENT", "ADULT").orFail();
        Rest.until(
                "the list follows",
                () -> office.officer()
                        .get("/api/persons/" + her.person())
                        .orFail()
                        .text("capacity")
                        .equals("PATIENT"));
        correct(her, "PATIENT", "ADULT").isRefusal(409, "consent.same-circumstances");
        correct(her, "VISITOR", "MINOR").isRefusal(409, "consent.more-and-less");
        correct(her, "PATIENT", "MINOR", "rrq_none").isRefusal(404, "request.unknown-id");
        office.officer()
                .put(path(her), Map.of("capacity", "PATIENT", "ageGroup", "MINOR"))
                .isRefusal(422, "request.missing-field");
    }

    @Test
    void only_officers_read_and_correct() {
        Asked her = signedUp("Olga Voorbeeld");
        for (Role role : List.of(Role.EDITOR, Role.PHOTOGRAPHER, Role.AUDITOR, Role.ADMIN)) {
            Client other = office.visitor().as(role);
            assertThat(other.get(path(her)).status()).as(role.name()).isEqualTo(403);
            assertThat(other.put(path(her), Map.of()).status()).as(role.name()).isEqualTo(403);
            assertThat(agree(other, her, "VISITOR", "MINOR").status())
                    .as(role.name())
                    .isEqualTo(403);
        }
    }
}

package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** A dishonest employee who registers somebody, types an address of their own, and answers from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondEmployeeTest {
    private static final String LIST = "/api/waiting-answers";
    private static final String CONFIRM = LIST + "/confirmation";

    private Server server;
    private Office office;
    private String notice;
    private String collection;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        notice = office.publishNotice();
        collection = office.openCollection("Portraits");
        office.allowRecognition(collection);
        office.recordDpia("Dossier 1");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Requirement("R4")
    void no_face_is_computed_on_one_employees_word_and_a_second_one_makes_the_answer_count() {
        Asked her = asked("Anna", "VISITOR", Office.recognition(90));
        office.sayYesUnseen(her, 1).orFail();
        Taken portrait =
                office.take(collection, "anna.jpg", Pictures.portrait(301).jpeg());

        office.enrol(her.person(), portrait, portrait.face(0)).isRefusal(409, "permit.grant-unconfirmed");
        assertThat(grant(her).path("live").asBoolean(true)).isFalse();
        assertThat(grant(her).path("status").asString()).isEqualTo("ConsentUnknown");
        JsonNode standing =
                office.visitor().get(her.page()).orFail().json().path("grants").path(0);
        assertThat(standing.path("status").asString()).isEqualTo("UNCONFIRMED");

        JsonNode waits = waiting(office.officer(), her);
        assertThat(waits.path("refused").asString()).isEqualTo("consent.seen-by-the-same");
        office.officer().post(CONFIRM, Office.seen(her.person(), waits)).isRefusal(409, "consent.seen-by-the-same");
        office.photographer().post(CONFIRM, Office.seen(her.person(), waits)).isRefusal(403, "access.not-allowed");
        office.editor().post(CONFIRM, Office.seen(her.person(), waits)).orFail();

        office.enrol(her.person(), portrait, portrait.face(0)).orFail();
        assertThat(office.editor().get(LIST + "?person=" + her.person()).list("waiting"))
                .isEmpty();
        assertThat(grant(her).path("live").asBoolean()).isTrue();
    }

    @Test
    @Requirement("R4")
    void a_patients_photo_is_not_cleared_until_a_second_employee_has_seen_them() {
        Asked patient = asked("Pia", "PATIENT", Office.website(90));
        office.sayYesUnseen(patient, 1).orFail();
        Taken photo = office.take(
                collection, "pia.jpg", Pictures.another(Pictures.portrait(302).jpeg(), 302));
        office.sight(photo, photo.face(0), patient.person());
        office.review(photo).orFail();

        Answer blocked = office.requestPublication(photo, "The ward");
        assertThat(blocked.text("verdict")).isEqualTo("BLOCKED");
        assertThat(blocked.json().path("reasons").toString())
                .as("to whoever may not know that somebody is a patient")
                .contains("consent.no-consent")
                .doesNotContain("unconfirmed");
        assertThat(office.officer()
                        .get("/api/photos/" + photo.photo() + "?context=general")
                        .orFail()
                        .json()
                        .path("renditions")
                        .toString())
                .contains("consent.unconfirmed");
        office.seen(patient.person());
        assertThat(office.requestPublication(photo, "The ward").text("verdict")).isEqualTo("CLEARED");
    }

    @Test
    void what_waits_is_listed_until_it_is_taken_back_and_page_and_receipt_say_it() {
        Asked her = asked("Clara", "VISITOR", Office.recognition(90));
        office.sayYesUnseen(her, 1).orFail();
        assertThat(listed(office.secondOfficer())).contains(her.person());
        assertThat(office.visitor().get(her.page() + "/data").orFail().json().toString())
                .contains("\"status\":\"UNCONFIRMED\"");
        String page = new String(
                office.visitor().get(her.page().substring("/api".length())).bytes(), StandardCharsets.UTF_8);
        assertThat(page).contains("data-testid=\"waits\"", "data-testid=\"withdraw\"");

        office.withdraw(her, true, List.of()).orFail();
        assertThat(listed(office.secondOfficer())).doesNotContain(her.person());
        office.editor()
                .post(CONFIRM, Map.of("personId", her.person(), "grants", List.of(), "seen", "IN_PERSON"))
                .isRefusal(409, "consent.nothing-waits");
    }

    @Test
    void whoever_typed_the_address_or_issued_a_link_is_no_second_employee() {
        Asked her = asked("Dora", "VISITOR", Office.recognition(90));
        office.sayYesUnseen(her, 1).orFail();
        JsonNode links = office.editor()
                .post(
                        "/api/quitclaims/"
                                + waiting(office.editor(), her)
                                        .path("grants")
                                        .path(0)
                                        .path("quitclaimId")
                                        .asString()
                                + "/links",
                        Map.of("reason", "LOST"))
                .orFail()
                .json();
        assertThat(links.path("linkId").asString()).isNotEmpty();
        JsonNode waits = waiting(office.editor(), her);
        assertThat(waits.path("refused").asString()).isEqualTo("consent.seen-by-the-same");
        office.editor().post(CONFIRM, Office.seen(her.person(), waits)).isRefusal(409, "consent.seen-by-the-same");
        office.secondOfficer().post(CONFIRM, Office.seen(her.person(), waits)).orFail();
    }

    private Asked asked(String name, String capacity, Map<String, Object> ask) {
        String person = office.officer()
                .post(
                        "/api/persons",
                        Map.of(
                                "name",
                                name,
                                "email",
                                name.toLowerCase(Locale.ROOT) + "@people.example",
                                "capacity",
                                capacity,
                                "ageGroup",
                                "ADULT"))
                .orFail()
                .text("personId");
        Answer offered = office.officer()
                .post(
                        "/api/persons/" + person + "/quitclaims",
                        Map.of(
                                "noticeId",
                                notice,
                                "zone",
                                Office.ZONE.getId(),
                                "asks",
                                List.of(ask),
                                "justification",
                                "They asked for it"));
        return office.asked(person, offered);
    }

    private JsonNode grant(Asked her) {
        return office.officer()
                .get("/api/persons/" + her.person())
                .orFail()
                .json()
                .path("grants")
                .path(0);
    }

    private static JsonNode waiting(Client staff, Asked her) {
        return staff.get(LIST + "?person=" + her.person())
                .orFail()
                .list("waiting")
                .getFirst();
    }

    private static List<String> listed(Client staff) {
        return staff.get(LIST).orFail().list("waiting").stream()
                .map(one -> one.path("personId").asString())
                .toList();
    }
}

package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** A no over HTTP in a whole server: on the screens, in the verdict, on her page, and for whoever asks again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Requirement("R1")
class RefusalTest {
    private Server server;
    private Office office;
    private String notice;
    private String collection;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        notice = office.publishNotice();
        collection = office.openCollection("Refusals");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aPhotoOfSomebodyWhoSaidNoIsRedAndTheVerdictNamesTheDay() {
        Asked asked = asked("Nora");
        Taken photo = office.take(collection, "nora.jpg", Pictures.portrait(71).jpeg());
        office.sight(photo, photo.face(0), asked.person());
        office.review(photo).orFail();
        assertThat(office.reasons(photo))
                .extracting(why -> why.path("code").asString())
                .contains("consent.no-consent");

        answer(asked, false).orFail();

        Awaitility.await()
                .atMost(Duration.ofSeconds(180))
                .untilAsserted(() -> assertThat(office.reasons(photo)).anySatisfy(why -> {
                    assertThat(why.path("code").asString()).isEqualTo("consent.refused");
                    assertThat(why.path("on").asString()).isEqualTo(Office.today(0));
                    assertThat(why.path("colour").asString()).isEqualTo("RED");
                }));
        JsonNode verdict = office.requestPublication(photo, "https://x.example/nora")
                .orFail()
                .json();
        assertThat(verdict.path("verdict").asString()).isEqualTo("BLOCKED");
        assertThat(verdict.path("reasons").toString()).contains("consent.refused", Office.today(0));
    }

    @Test
    void sheReadsHerNoOnHerPageAndInHerRecord() {
        Asked asked = asked("Olga");
        answer(asked, false).orFail();
        JsonNode page = office.visitor().get(asked.page()).orFail().json();
        assertThat(page.path("refusals").toString()).contains("WEBSITE", Office.today(0));
        assertThat(page.path("refusals").toString())
                .as("a no has no end")
                .contains("says")
                .doesNotContain("up to and including", "tot en met");
        Awaitility.await().atMost(Duration.ofSeconds(180)).untilAsserted(() -> {
            JsonNode question = office.officer()
                    .get("/api/persons/" + asked.person())
                    .orFail()
                    .json()
                    .path("quitclaims")
                    .path(0)
                    .path("asks")
                    .path(0);
            assertThat(question.path("status").asString()).isEqualTo("ConsentRefused");
            assertThat(question.path("refusedAt").asString()).isNotEmpty();
            assertThat(question.path("refusedBy").asString()).isEqualTo("PERSON");
        });
    }

    @Test
    void askingAgainShowsTheNoAndNeedsAReason() {
        Asked asked = asked("Pien");
        answer(asked, false).orFail();
        Answer again = office.offer(asked.person(), notice, List.of(Office.website(200)));
        again.isRefusal(409, "consent.asked-too-soon");
        assertThat(again.text("detail"))
                .contains(LocalDate.now(Office.ZONE).plusMonths(6).getYear() + ". Earlier only if");
        office.officer()
                .post(
                        "/api/persons/" + asked.person() + "/quitclaims",
                        Map.of(
                                "noticeId",
                                notice,
                                "zone",
                                Office.ZONE.getId(),
                                "asks",
                                List.of(Office.website(200)),
                                "again",
                                "PERSON_CAME_BACK"))
                .orFail();
    }

    @Test
    void aNoOnPaperIsRecordedByStaff() {
        Asked asked = asked("Roos");
        String quitclaim = quitclaims.get(asked.person());
        office.officer()
                .post(
                        "/api/quitclaims/" + quitclaim + "/grants",
                        Map.of(
                                "language", "en",
                                "answers", List.of(Map.of("ask", 0, "granted", false)),
                                "signature",
                                        Map.of(
                                                "level", "SIMPLE",
                                                "method", "PAPER",
                                                "confirmation", "SIGNED",
                                                "evidence", "letter of this morning")))
                .orFail();
        assertThat(office.visitor().get(asked.page()).orFail().json().path("refusals"))
                .hasSize(1);
    }

    private final Map<String, String> quitclaims = new HashMap<>();

    private Asked asked(String name) {
        String person = office.register(name, name.toLowerCase(Locale.ROOT) + "@example.org");
        Answer offered =
                office.offer(person, notice, List.of(Office.website(100))).orFail();
        quitclaims.put(person, offered.text("quitclaimId"));
        return office.asked(person, offered);
    }

    private Answer answer(Asked asked, boolean granted) {
        return office.visitor()
                .post(
                        asked.page() + "/answers",
                        Map.of("language", "en", "answers", List.of(Map.of("ask", 0, "granted", granted))));
    }
}

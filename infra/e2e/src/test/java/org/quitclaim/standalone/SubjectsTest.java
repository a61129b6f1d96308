package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
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

/** For which subjects a yes is one, in a whole server: in the verdict, on the screens and on her own page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Requirement("R39")
class SubjectsTest {
    private Server server;
    private Office office;
    private String notice;
    private String collection;
    private int pictures = 300;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        notice = office.publishNotice();
        collection = office.openCollection("Subjects");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aYesWithoutASubjectClearsGeneralUseAndNeitherASensitiveNorAnEverydayOne() {
        Taken photo = photoOf("Ada", Map.of("contexts", List.of()));
        assertThat(verdict(photo, "general")).isEqualTo("CLEARED");
        for (String other : List.of("hiv-clinic", "addiction-care", "open-day")) {
            assertThat(verdict(photo, other)).as(other).isEqualTo("BLOCKED consent.beyond-its-terms");
            assertThat(colour(photo, other)).as(other).isEqualTo("RED");
        }
        assertThat(colour(photo, "general")).isEqualTo("GREEN");
    }

    @Test
    void anySubjectClearsWhatIsEverydayAndNothingSensitive() {
        Taken photo = photoOf("Bo", Map.of("anySubject", true));
        for (String everyday : List.of("general", "open-day", "annual-report")) {
            assertThat(verdict(photo, everyday)).as(everyday).isEqualTo("CLEARED");
            assertThat(colour(photo, everyday)).as(everyday).isEqualTo("GREEN");
        }
        for (String other : List.of("hiv-clinic", "addiction-care")) {
            assertThat(verdict(photo, other)).as(other).isEqualTo("BLOCKED consent.beyond-its-terms");
            assertThat(colour(photo, other)).as(other).isEqualTo("RED");
        }
    }

    @Test
    void aSensitiveSubjectIsClearedWhereItWasNamedItself() {
        Taken photo = photoOf("Cas", Map.of("contexts", List.of("hiv-clinic"), "anySubject", true));
        assertThat(verdict(photo, "hiv-clinic")).isEqualTo("CLEARED");
        assertThat(colour(photo, "hiv-clinic")).isEqualTo("GREEN");
        assertThat(verdict(photo, "open-day")).isEqualTo("CLEARED");
        assertThat(verdict(photo, "addiction-care")).isEqualTo("BLOCKED consent.beyond-its-terms");
    }

    @Test
    void aNoToAnySubjectIsReadAsANoOnASensitiveSubjectToo() {
        String person = office.register("Dee", "");
        Taken photo = taken(person);
        Asked asked = office.ask(person, notice, List.of(website(Map.of("anySubject", true))));
        office.visitor()
                .post(
                        asked.page() + "/answers",
                        Map.of("language", "en", "answers", List.of(Map.of("ask", 0, "granted", false))))
                .orFail();
        assertThat(verdict(photo, "hiv-clinic")).isEqualTo("BLOCKED consent.refused");
        assertThat(verdict(photo, "general")).isEqualTo("BLOCKED consent.refused");
    }

    @Test
    void herPageNamesEachSubjectThatAnySubjectStandsFor() {
        String person = office.register("Eef", "");
        Asked asked = office.ask(person, notice, List.of(website(Map.of("anySubject", true))));
        JsonNode page = office.visitor().get(asked.page()).orFail().json();
        assertThat(page.path("asks").path(0).path("says").path("nl").toString())
                .contains("“Open dag”", "“Jaarverslag”")
                .doesNotContain("Hivpolikliniek");
        assertThat(page.path("asks").path(0).path("anySubjectOf").toString()).contains("open-day");
        assertThat(page.path("asks").path(0).path("coverage").path("extent").asString())
                .isEqualTo("ALL");
    }

    private Taken photoOf(String name, Map<String, Object> subjects) {
        String person = office.register(name, "");
        Taken photo = taken(person);
        office.sayYes(office.ask(person, notice, List.of(website(subjects))), 1).orFail();
        Awaitility.await()
                .atMost(Duration.ofSeconds(180))
                .until(() -> statuses(photo, "general").toString().contains("GREEN"));
        return photo;
    }

    private Taken taken(String person) {
        int picture = pictures++;
        Taken photo = office.take(
                collection,
                picture + ".jpg",
                Pictures.another(Pictures.portrait(picture).jpeg(), picture));
        office.sight(photo, photo.face(0), person);
        office.review(photo).orFail();
        return photo;
    }

    private static Map<String, Object> website(Map<String, Object> subjects) {
        Map<String, Object> ask = new HashMap<>(Office.website(100));
        ask.remove("contexts");
        ask.putAll(subjects);
        return ask;
    }

    private String verdict(Taken photo, String subject) {
        Map<String, Object> wanted = new HashMap<>(Office.publication(photo, "https://x.example/" + subject));
        wanted.put("context", subject);
        JsonNode answer =
                office.editor().post("/api/publications", wanted).orFail().json();
        List<String> reasons = answer.path("reasons")
                .valueStream()
                .map(one -> one.path("code").asString())
                .toList();
        return (answer.path("verdict").asString() + " " + String.join(" ", reasons)).strip();
    }

    private String colour(Taken photo, String subject) {
        return statuses(photo, subject)
                .valueStream()
                .filter(status -> status.path("channel").asString().equals("WEBSITE"))
                .map(status -> status.path("colour").asString())
                .findFirst()
                .orElse("none");
    }

    private JsonNode statuses(Taken photo, String subject) {
        return office.officer()
                .get("/api/photos/" + photo.photo() + "?context=" + subject)
                .orFail()
                .json()
                .path("renditions")
                .path(0)
                .path("status");
    }
}

package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** The contexts of an installation in a whole server: who keeps the list, and what happens to what is not on it. */
class VocabularyTest {
    private static final String PATH = "/api/contexts";
    private static final String NAME = "wim-verhoef-born-1950";

    @TempDir
    Path folder;

    @Test
    @Requirement("R57")
    void a_name_typed_as_a_context_is_refused_everywhere_and_written_nowhere() throws IOException {
        try (Server server = Running.demo(folder.resolve("data"))) {
            Office office = Office.at(server.address());
            String notice = office.publishNotice();
            String person = office.register("Nina Named", "");
            String collection = office.openCollection("Shoot");
            Taken photo =
                    office.take(collection, "one.jpg", Pictures.portrait(1).jpeg());
            String before = standing(office, person);
            Map<String, Object> asked = new HashMap<>(Office.website(30));
            asked.put("contexts", List.of(NAME));
            refused(office.offer(person, notice, List.of(asked)));
            asked.put("contexts", List.of("sports", NAME));
            refused(office.offer(person, notice, List.of(asked)));
            refused(office.photographer().post("/api/collections", Map.of("name", "Named", "context", NAME)));
            Map<String, Object> wanted = new HashMap<>(Office.publication(photo, "https://x.example/"));
            wanted.put("context", NAME);
            refused(office.editor().post("/api/publications", wanted));
            refused(office.officer().get("/api/photos?context=" + NAME));
            refused(office.officer().get("/api/photos/" + photo.photo() + "?context=" + NAME));
            Client officer = office.officer();
            officer.post(PATH, Map.of("code", NAME, "sensitive", false)).isRefusal(404, "vocabulary.unknown-context");
            officer.post(PATH + "/" + NAME + "/retirement", Map.of()).isRefusal(404, "vocabulary.unknown-context");
            officer.put(PATH + "/" + NAME + "/sensitive", Map.of()).isRefusal(404, "vocabulary.unknown-context");
            assertThat(standing(office, person)).isEqualTo(before);
        }
        nowhere(NAME);
    }

    private static void refused(Answer answer) {
        answer.isRefusal(422, "context.not-listed");
        assertThat(answer.json().path("detail").asString())
                .contains("hip-surgery")
                .doesNotContain(NAME);
    }

    @Test
    @Requirement({"R57", "R58"})
    void what_staff_type_is_sealed_is_read_in_both_languages_and_can_be_destroyed() throws IOException {
        String words = "Zwembad Verhoef";
        try (Server server = Running.demo(folder.resolve("data"))) {
            Office office = Office.at(server.address());
            String notice = office.publishNotice();
            Client admin = office.visitor().as(Role.ADMIN);
            String code = admin.post(PATH, words("Verhoef swimming pool", words, false))
                    .orFail()
                    .text("code");
            assertThat(code).isEqualTo("own-1");
            assertThat(admin.post(PATH, words("Verhoef swimming pool", words, false))
                            .orFail()
                            .text("code"))
                    .as("asked again")
                    .isEqualTo(code);
            admin.post(PATH, words("Verhoef  swimming-POOL", "Iets", false)).isRefusal(409, "vocabulary.words-taken");
            admin.post(PATH, words("Something", "Open dag", false)).isRefusal(409, "vocabulary.words-taken");

            String person = office.register("Wilma Words", "");
            Map<String, Object> ask = new HashMap<>(Office.website(30));
            ask.put("contexts", List.of(code));
            Asked asked = office.ask(person, notice, List.of(ask));
            JsonNode page = office.visitor().get(asked.page()).orFail().json();
            assertThat(page.path("asks").path(0).path("says").toString())
                    .contains("“Verhoef swimming pool”", "“" + words + "”")
                    .doesNotContain(code);
            office.sayYes(asked, 1).orFail();
            String grant = office.visitor()
                    .get(asked.page())
                    .orFail()
                    .json()
                    .path("grants")
                    .path(0)
                    .path("grantId")
                    .asString();
            assertThat(office.visitor()
                            .get(asked.page() + "/receipts/" + grant)
                            .orFail()
                            .json()
                            .path("record")
                            .path("subjects")
                            .path(code)
                            .path("nl")
                            .asString())
                    .isEqualTo(words);

            admin.delete(PATH + "/" + code + "/words").orFail();
            assertThat(listed(admin, code).path("words").path("nl").asString()).isEqualTo(code);
            assertThat(listed(admin, code).path("retired").asBoolean()).isTrue();
            assertThat(office.visitor().get(asked.page()).orFail().json().toString())
                    .doesNotContain("Verhoef")
                    .contains("“" + code + "”");
            office.offer(person, notice, List.of(ask)).isRefusal(422, "context.not-listed");
        }
        nowhere("Verhoef");
    }

    @Test
    void words_that_could_be_read_as_something_else_are_refused() {
        try (Server server = Running.demo(folder.resolve("data"))) {
            Client admin = Client.visitor(server.address()).as(Role.ADMIN);
            for (String odd : List.of(
                    "open day",
                    "Open” “Day",
                    "Open\u202eDay",
                    "Call 0612345678",
                    "Mail w@x.example",
                    "O".repeat(61),
                    "Open\nday",
                    // letters of other scripts that look like these, and ones that are not seen
                    "\u041dip surgery",
                    "HIV \u0441linic",
                    "HIV \u03bflinic",
                    "HIV\u3164 clinic",
                    "HIV\u115f clinic",
                    "HIV c\u01c0inic",
                    "HIV c\u0323\u0307\u0331linic",
                    "\u05d0\u05d1 clinic",
                    "Clinic \u0661")) {
                admin.post(PATH, words(odd, "Iets", false)).isRefusal(422, "vocabulary.words-unusable");
            }
            admin.post(PATH, Map.of("en", "Something", "sensitive", false)).isRefusal(422, "request.missing-field");
            for (Role role : List.of(Role.EDITOR, Role.PHOTOGRAPHER, Role.AUDITOR)) {
                Client other = Client.visitor(server.address()).as(role);
                other.post(PATH, words("Something", "Iets", false)).isRefusal(403, "access.not-allowed");
                assertThat(other.get(PATH).orFail().json().size()).isGreaterThan(30);
            }
        }
    }

    /** Also of those that are always there: else something everyday reads like something telling on what people sign. */
    @Test
    void words_that_read_like_those_of_another_one_are_taken() {
        try (Server server = Running.demo(folder.resolve("data"))) {
            Client admin = Client.visitor(server.address()).as(Role.ADMIN);
            for (String twin : List.of(
                    "HIV cIinic",
                    "HlV c1inic",
                    "HIV Cl\u0131nic",
                    "Hiv clinïc",
                    "H I V  clinic",
                    "HIV cliniç",
                    "HIV dinic")) {
                admin.post(PATH, words(twin, "Iets anders", false)).isRefusal(409, "vocabulary.words-taken");
            }
        }
    }

    @Test
    @Requirement({"R39", "R72"})
    void a_mark_counts_at_once_and_two_people_take_it_away() {
        try (Server server = Running.demo(folder.resolve("data"))) {
            Office office = Office.at(server.address());
            String notice = office.publishNotice();
            Taken photo = cleared(office, notice, Map.of("anySubject", true));
            assertThat(verdict(office, photo, "sports")).isEqualTo("CLEARED");
            Client officer = office.officer();
            officer.put(PATH + "/sports/sensitive", Map.of()).orFail();
            assertThat(verdict(office, photo, "sports")).isEqualTo("BLOCKED");
            officer.delete(PATH + "/sports/sensitive").orFail();
            assertThat(verdict(office, photo, "sports")).isEqualTo("BLOCKED");
            officer.post(PATH + "/sports/sensitive/agreement", Map.of()).isRefusal(409, "vocabulary.same-person");
            office.secondOfficer()
                    .post(PATH + "/sports/sensitive/agreement", Map.of())
                    .orFail();
            assertThat(verdict(office, photo, "sports")).isEqualTo("CLEARED");
        }
    }

    @Test
    void what_is_retired_is_not_asked_for_and_what_was_asked_is_answered_with_no_alone() {
        try (Server server = Running.demo(folder.resolve("data"))) {
            Office office = Office.at(server.address());
            String notice = office.publishNotice();
            Taken photo = cleared(office, notice, Map.of("contexts", List.of("sports")));
            String person = office.register("Rita Retired", "");
            Map<String, Object> ask = about(Map.of("contexts", List.of("sports")));
            Asked asked = office.ask(person, notice, List.of(ask));
            office.officer().post(PATH + "/sports/retirement", Map.of()).orFail();

            office.offer(person, notice, List.of(ask)).isRefusal(422, "context.not-listed");
            assertThat(wanted(office, photo, "sports").ok()).isFalse();
            office.officer()
                    .get("/api/photos/" + photo.photo() + "?context=sports")
                    .orFail();
            office.sayYes(asked, 1).isRefusal(409, "consent.context-retired");
            office.visitor()
                    .post(
                            asked.page() + "/answers",
                            Map.of("language", "en", "answers", List.of(Map.of("ask", 0, "granted", false))))
                    .orFail();
        }
    }

    @Test
    void the_settings_fill_the_list_at_the_first_start_only() {
        Path data = folder.resolve("data");
        try (Server server = Running.demo(data, Map.of("quitclaim.contexts.everyday", "sports"))) {
            Client admin = Client.visitor(server.address()).as(Role.ADMIN);
            assertThat(codes(admin)).contains("sports", "general", "faith").doesNotContain("open-day");
            admin.post(PATH + "/sports/retirement", Map.of()).orFail();
            admin.post(PATH, words("Swimming pool", "Zwembad", true)).orFail();
        }
        try (Server server = Running.demo(data, Map.of("quitclaim.contexts.everyday", "open-day"))) {
            Client admin = Client.visitor(server.address()).as(Role.ADMIN);
            assertThat(codes(admin)).contains("own-1", "general").doesNotContain("open-day");
            assertThat(listed(admin, "own-1").path("words").path("nl").asString())
                    .isEqualTo("Zwembad");
            assertThat(listed(admin, "own-1").path("sensitive").asBoolean()).isTrue();
            assertThat(listed(admin, "sports").path("retired").asBoolean()).isTrue();
        }
    }

    private static Map<String, Object> words(String en, String nl, boolean sensitive) {
        return Map.of("en", en, "nl", nl, "sensitive", sensitive);
    }

    private static List<String> codes(Client client) {
        return client.get(PATH)
                .orFail()
                .json()
                .valueStream()
                .map(one -> one.path("code").asString())
                .toList();
    }

    private static JsonNode listed(Client client, String code) {
        return client.get(PATH)
                .orFail()
                .json()
                .valueStream()
                .filter(one -> one.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> about(Map<String, Object> subjects) {
        Map<String, Object> ask = new HashMap<>(Office.website(30));
        ask.remove("contexts");
        ask.putAll(subjects);
        return ask;
    }

    private static Taken cleared(Office office, String notice, Map<String, Object> subjects) {
        String person = office.register("Sam Sports", "");
        Taken photo = office.take(
                office.openCollection("Shoot"), "one.jpg", Pictures.portrait(1).jpeg());
        office.sight(photo, photo.face(0), person);
        office.review(photo).orFail();
        office.sayYes(office.ask(person, notice, List.of(about(subjects))), 1).orFail();
        return photo;
    }

    private static Answer wanted(Office office, Taken photo, String subject) {
        Map<String, Object> wanted = new HashMap<>(Office.publication(photo, "https://x.example/" + subject));
        wanted.put("context", subject);
        return office.editor().post("/api/publications", wanted);
    }

    private static String verdict(Office office, Taken photo, String subject) {
        return wanted(office, photo, subject).orFail().text("verdict");
    }

    /** What could have been changed. */
    private static String standing(Office office, String person) {
        return Stream.of("/api/persons/" + person, "/api/collections", "/api/publications", PATH)
                .map(path -> office.officer().get(path).orFail().json().toString())
                .collect(Collectors.joining("\n"));
    }

    /** In no file of the installation, with its keys and backups beside it. */
    private void nowhere(String words) throws IOException {
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(words);
            }
        }
    }
}

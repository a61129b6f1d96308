package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;

/** Between two daily looks an event is spoilt, and somebody reads it. */
class SpoiltWhileRunningTest {
    @TempDir
    Path folder;

    private Path data;
    private SpoiltBytes spoilt;
    private Asked asked;
    private Taken photo;
    private String collection;

    @BeforeEach
    void live() {
        data = folder.resolve("data");
        spoilt = new SpoiltBytes(data);
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            collection = office.openCollection("Open day");
            asked = office.ask(
                    office.register("Wilhelmina Voorbeeldsen", ""),
                    office.publishNotice(),
                    List.of(Office.website(90)));
            office.sayYes(asked, 1).orFail();
            photo = office.take(collection, "p.jpg", Pictures.sky());
            office.mark(photo, asked.person());
            office.review(photo).orFail();
        }
    }

    @AfterEach
    void close() throws Exception {
        spoilt.close();
    }

    @Test
    void a_publication_that_meets_a_spoilt_person_is_blocked_and_from_then_on_nothing_is_cleared() throws Exception {
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            spoilt.event(asked.person(), 1);
            Answer verdict = office.requestPublication(photo, "museum.example").orFail();
            assertThat(verdict.text("verdict")).isEqualTo("BLOCKED");
            assertThat(verdict.json().toString()).contains("history.stream-damaged");
            assertThat(office.requestPublication(photo, "museum.example")
                            .orFail()
                            .json()
                            .toString())
                    .contains("history.fault-found");
            assertThat(office.officer()
                            .get("/api/governance/history")
                            .orFail()
                            .json()
                            .path("faultFound")
                            .asBoolean())
                    .isTrue();
        }
    }

    /** The whole picture was refused, with everybody else who is on it. */
    @Test
    void whoever_cannot_be_read_is_covered_on_the_preview() throws Exception {
        String preview = "/api/photos/" + photo.photo() + "/preview";
        byte[] before;
        try (Server server = Running.demo(data)) {
            before = Office.at(server.address())
                    .editor()
                    .get(preview, "image/jpeg")
                    .orFail()
                    .bytes();
        }
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            spoilt.event(asked.person(), 1);
            assertThat(office.editor().get(preview, "image/jpeg").orFail().bytes())
                    .isNotEqualTo(before);
        }
    }

    @Test
    void a_publication_of_a_spoilt_photo_is_refused() throws Exception {
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            spoilt.event(photo.photo(), 1);
            office.requestPublication(photo, "museum.example").isRefusal(409, "history.stream-damaged");
        }
    }

    @Test
    void whoever_reads_or_changes_what_is_spoilt_is_refused_and_nothing_fails() throws Exception {
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            spoilt.event(asked.person(), 1);
            spoilt.event(photo.photo(), 1);
            spoilt.event(collection, 0);
            List<Answer> answers = Stream.concat(reads(office), changes(office)).toList();
            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isLessThan(500));
            assertThat(answers).anySatisfy(answer -> answer.isRefusal(409, "history.stream-damaged"));
        }
    }

    /** Whatever the description has for people, photos and collections, and the person's own page. */
    private Stream<Answer> reads(Office office) {
        Client officer = office.officer();
        Client editor = office.visitor().as(Role.EDITOR);
        String token = asked.page().substring(asked.page().lastIndexOf('/') + 1);
        Stream<String> described = office.visitor()
                .get("/openapi.json")
                .orFail()
                .json()
                .path("paths")
                .propertyStream()
                .filter(path -> path.getValue().has("get"))
                .map(path -> path.getKey()
                        .replace("/persons/{id}", "/persons/" + asked.person())
                        .replace("/photos/{id}", "/photos/" + photo.photo())
                        .replace("/photos/{photo}", "/photos/" + photo.photo())
                        .replace("/collections/{id}", "/collections/" + collection)
                        .replace("{token}", token))
                .filter(path -> !path.contains("{") && !path.contains("/live"));
        return Stream.concat(described, Stream.of("/api/photos/" + photo.photo() + "?at=2027-01-01T00:00:00Z"))
                .flatMap(path -> Stream.of(officer.get(path), editor.get(path)));
    }

    private Stream<Answer> changes(Office office) {
        String persons = "/api/persons/" + asked.person();
        String photos = "/api/photos/" + photo.photo();
        Client officer = office.officer();
        Client editor = office.visitor().as(Role.EDITOR);
        return Stream.of(
                office.withdraw(asked, false, List.of("WEBSITE")),
                officer.post(persons + "/withdrawals", Map.of("recognition", false, "channels", List.of("WEBSITE"))),
                officer.post(persons + "/restriction", Map.of("reason", "x")),
                officer.post(persons + "/erasure", Map.of("elements", List.of("NAME"))),
                officer.post(persons + "/erasure-preview", Map.of("elements", List.of("NAME"))),
                officer.post(persons + "/death", Map.of()),
                editor.post(persons + "/quitclaims", Map.of("language", "en")),
                editor.post(photos + "/review", Map.of("rendition", photo.rendition())),
                editor.post(photos + "/faces", Map.of()),
                officer.delete(photos),
                editor.upload(collection, "p.jpg", Pictures.sky()),
                editor.post("/api/collections/" + collection + "/participants", Map.of("person", asked.person())));
    }
}

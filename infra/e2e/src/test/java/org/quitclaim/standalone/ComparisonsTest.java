package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.faceprint.RecognitionModel;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.photo.PhotoEvent.FaceCompared;
import org.quitclaim.eventstore.Attribution;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** "Is this her?" is recorded before it is answered, and asked in a loop it does not tell who a stranger is. */
class ComparisonsTest {
    private static final byte[] HER = Pictures.portrait(21).jpeg();
    private static final byte[] STRANGER = Pictures.portrait(22).jpeg();
    private static final Map<String, Object> NARROW =
            Map.of("quitclaim.comparisons.most-with-one-person", 4, "quitclaim.comparisons.most-by-one-account", 9);

    @TempDir
    private Path folder;

    private int number;

    /** A server, what was set up on it, and three enrolled people. */
    private record Studio(Server server, Office office, String collection, List<Asked> people) {
        Answer compare(Taken photo, Asked with) {
            return compare(photo, photo.faces().getFirst().path("faceId").asString(), with);
        }

        Answer compare(Taken photo, String face, Asked with) {
            return office.editor()
                    .post(
                            "/api/photos/" + photo.photo() + "/faces/" + face + "/comparison",
                            Map.of("personId", with.person()));
        }

        void among(String shoot, Asked person) {
            office.editor()
                    .put("/api/collections/" + shoot + "/participants", Map.of("add", List.of(person.person())))
                    .orFail();
        }

        void not(String shoot, Asked person) {
            office.editor()
                    .put("/api/collections/" + shoot + "/participants", Map.of("remove", List.of(person.person())))
                    .orFail();
        }

        Answer seek(Taken photo) {
            return office.editor()
                    .post(
                            "/api/photos/attestations",
                            Map.of("photoIds", List.of(photo.photo()), "scope", "PARTICIPANTS"));
        }

        long embedded() {
            return server.bean(RecognitionModel.class).embedder().embedded();
        }

        List<FaceCompared> recorded(Taken photo) {
            return server.bean(EventStore.class)
                    .readEvents(photo.photo())
                    .asStream()
                    .map(event -> (Object) event.getPayload())
                    .filter(FaceCompared.class::isInstance)
                    .map(FaceCompared.class::cast)
                    .toList();
        }
    }

    @Test
    void a_comparison_leaves_who_compared_which_face_with_whom() {
        try (Server server = Running.demo(folder, NARROW)) {
            Studio studio = studio(server);
            Taken photo = taken(studio, STRANGER);
            Asked her = studio.people().getFirst();

            studio.compare(photo, her).orFail();

            assertThat(server.bean(EventStore.class).readEvents(photo.photo()).asStream())
                    .filteredOn(event -> event.getPayload() instanceof FaceCompared)
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(((FaceCompared) event.getPayload()).person().value())
                                .isEqualTo(her.person());
                        Attribution by = Attribution.in(event.getMetaData()).orElseThrow();
                        assertThat(by.actor()).startsWith("acc_");
                        assertThat(by.role()).isEqualTo("EDITOR");
                        assertThat(by.reason()).isEqualTo("photo.compare-face");
                    });
        }
    }

    @Test
    @Requirement("R27")
    void asked_about_one_person_after_the_other_a_face_is_compared_three_times_also_drawn_again_or_uploaded_again() {
        try (Server server = Running.demo(folder)) {
            Studio studio = studio(server);
            byte[] picture = Pictures.another(STRANGER, number++);
            Taken photo = studio.office().take(studio.collection(), "one.jpg", picture);
            studio.people().forEach(person -> studio.compare(photo, person).orFail());
            Asked her = studio.people().getFirst();
            long before = studio.embedded();

            studio.compare(photo, her).isRefusal(409, "photo.face-compared-enough");
            String drawn = drawnOver(studio, photo);
            studio.compare(photo, drawn, her).isRefusal(409, "photo.face-compared-enough");
            studio.office().editor().remove("/api/photos/" + photo.photo());
            Taken again = studio.office().take(studio.collection(), "other.jpg", picture);
            studio.compare(again, her).isRefusal(409, "photo.face-compared-enough");

            assertThat(studio.embedded()).isEqualTo(before);
            assertThat(studio.recorded(photo)).hasSize(3);
            assertThat(studio.recorded(again)).isEmpty();
        }
    }

    /** The way round: somebody else on the list each time, and a look at what is suggested. */
    @Test
    @Requirement("R27")
    void a_list_changed_between_runs_does_not_tell_who_a_stranger_is() {
        try (Server server = Running.demo(folder, Map.of("quitclaim.bulk-use.comparisons", 2))) {
            Studio studio = studio(server);
            String other = studio.office().openCollection("A list");
            studio.office().allowRecognition(other);
            byte[] picture = Pictures.another(STRANGER, number++);
            Taken photo = studio.office().take(other, "one.jpg", picture);
            Asked her = studio.people().getFirst();
            Asked him = studio.people().get(1);
            Asked third = studio.people().getLast();

            studio.among(other, her);
            assertThat(studio.seek(photo).orFail().list("photos"))
                    .allSatisfy(one -> assertThat(one.path("sought").asInt()).isEqualTo(1));
            long once = studio.embedded();
            studio.seek(photo).orFail();
            assertThat(studio.embedded()).as("nobody new on the list").isEqualTo(once);
            studio.among(other, him);
            studio.seek(photo).orFail();
            assertThat(studio.embedded()).as("somebody came").isEqualTo(once + 1);
            studio.not(other, her);
            studio.not(other, him);
            studio.among(other, third);
            studio.seek(photo).orFail();

            Asked fourth = enrolled(studio.office(), studio.office().publishNotice(), other);
            studio.among(other, fourth);
            long before = studio.embedded();
            studio.seek(photo).isRefusal(409, "photo.face-compared-enough");
            studio.compare(photo, fourth).isRefusal(409, "photo.face-compared-enough");
            drawnOver(studio, photo);
            studio.seek(photo).isRefusal(409, "photo.face-compared-enough");
            studio.among(studio.collection(), fourth);
            Taken again = studio.office().take(studio.collection(), "other.jpg", picture);
            studio.seek(again).isRefusal(409, "photo.face-compared-enough");
            assertThat(studio.embedded()).isEqualTo(before);

            Rest.until(
                    "the alarm",
                    () ->
                            studio
                                    .office()
                                    .secondOfficer()
                                    .get("/api/governance/bulk-uses")
                                    .orFail()
                                    .list("waiting")
                                    .stream()
                                    .anyMatch(alarm -> alarm.path("count").asInt() == 3));
            JsonNode searches = studio.office()
                    .visitor()
                    .get(her.page() + "/data")
                    .orFail()
                    .json()
                    .path("searches");
            assertThat(searches.valueStream()).singleElement().satisfies(one -> {
                assertThat(one.path("among").asString()).isEqualTo("SHOOT");
                assertThat(one.path("faces").asInt()).isEqualTo(2);
            });
        }
    }

    /** A no is listed too: her faceprint was used for it. The account stays with the organisation. */
    @Test
    @Requirement("R50")
    void she_reads_which_faces_were_compared_with_her_and_in_which_role_it_was_asked() throws IOException {
        try (Server server = Running.demo(folder)) {
            Studio studio = studio(server);
            Taken photo = taken(studio, STRANGER);
            Asked her = studio.people().getFirst();
            studio.compare(photo, her).orFail();

            JsonNode data =
                    studio.office().visitor().get(her.page() + "/data").orFail().json();

            assertThat(data.path("comparisons").size()).isEqualTo(1);
            JsonNode comparison = data.path("comparisons").get(0);
            assertThat(comparison.path("photoId").asString()).isEqualTo(photo.photo());
            assertThat(comparison.path("role").asString()).isEqualTo("EDITOR");
            assertThat(comparison.toString()).doesNotContain("acc_");
            assertThat(page(studio, her, "en")).contains("Faces that were compared with you", "<td>editor</td>");
            assertThat(page(studio, her, "nl")).contains("Gezichten die met u zijn vergeleken", "<td>redacteur</td>");
            Asked other = studio.people().get(1);
            assertThat(page(studio, other, "en")).contains("Nobody asked of one face whether it is yours.");
        }
    }

    private static String page(Studio studio, Asked her, String language) throws IOException {
        Answer archive = studio.office()
                .visitor()
                .get(her.page() + "/export?language=" + language)
                .orFail();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
            StringBuilder pages = new StringBuilder();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".html")) {
                    pages.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return pages.toString();
        }
    }

    @Test
    void many_at_once_get_no_further_than_three() throws Exception {
        try (Server server = Running.demo(folder);
                ExecutorService many = Executors.newFixedThreadPool(8)) {
            Studio studio = studio(server);
            Taken photo = taken(studio, STRANGER);
            List<Callable<Answer>> questions = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Asked person = studio.people().get(i % studio.people().size());
                questions.add(() -> studio.compare(photo, person));
            }
            int answered = 0;
            for (Future<Answer> answer : many.invokeAll(questions)) {
                answered += answer.get().ok() ? 1 : 0;
            }

            assertThat(answered).isEqualTo(3);
            assertThat(studio.recorded(photo)).hasSize(3);
        }
    }

    @Test
    void one_person_is_not_sought_through_a_shoot_and_nobody_compares_without_end_not_even_after_a_restart() {
        Asked her;
        Asked other;
        List<Taken> photos = new ArrayList<>();
        String collection;
        try (Server server = Running.demo(folder, NARROW)) {
            Studio studio = studio(server);
            collection = studio.collection();
            her = studio.people().getFirst();
            other = studio.people().get(1);
            for (int i = 0; i < 11; i++) {
                photos.add(taken(studio, STRANGER));
            }
            for (Taken photo : photos.subList(0, 4)) {
                studio.compare(photo, her).orFail();
            }
            studio.compare(photos.get(4), her).isRefusal(429, "comparison.too-often-with-person");
        }
        try (Server server = Running.demo(folder, NARROW)) {
            Studio studio = new Studio(server, Office.at(server.address()), collection, List.of(her, other));
            studio.compare(photos.get(4), her).isRefusal(429, "comparison.too-often-with-person");
            for (Taken photo : photos.subList(4, 8)) {
                studio.compare(photo, other).orFail();
            }
            Asked third = enrolled(studio.office(), studio.office().publishNotice(), collection);
            studio.compare(photos.get(8), third).orFail();
            long before = studio.embedded();
            studio.compare(photos.get(9), third).isRefusal(429, "comparison.too-many");
            assertThat(studio.embedded()).isEqualTo(before);
        }
    }

    private Studio studio(Server server) {
        Office office = Office.at(server.address());
        String notice = office.publishNotice();
        String collection = office.openCollection("Comparisons");
        office.allowRecognition(collection);
        office.recordDpia("DPIA 2026-4");
        List<Asked> people = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            people.add(enrolled(office, notice, collection));
        }
        return new Studio(server, office, collection, people);
    }

    private Asked enrolled(Office office, String notice, String collection) {
        String person = office.register("Somebody " + number, "somebody" + number++ + "@example.org");
        Asked asked = office.ask(person, notice, List.of(Office.recognition(300), Office.website(300)));
        office.sayYes(asked, 2).orFail();
        Taken portrait = office.take(collection, "portrait.jpg", Pictures.another(HER, number++));
        office.enrol(
                        person,
                        portrait,
                        portrait.faces().getFirst().path("faceId").asString())
                .orFail();
        return asked;
    }

    private Taken taken(Studio studio, byte[] picture) {
        return studio.office().take(studio.collection(), "photo.jpg", Pictures.another(picture, number++));
    }

    private static String drawnOver(Studio studio, Taken photo) {
        JsonNode box = photo.faces().getFirst().path("box");
        return studio.office()
                .editor()
                .post("/api/photos/" + photo.photo() + "/faces", Map.of("box", box, "kind", "FACE"))
                .orFail()
                .text("faceId");
    }
}

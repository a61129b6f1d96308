package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.RecognitionModel;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** What is looked for on photos after their upload was answered, and again when the detector sees more than before. */
class SearchTest {
    private static final String SEARCH = "/api/governance/detection";
    private static final Map<String, Object> LARGE_FACES_ONLY = Map.of("quitclaim.command.smallest-face", 200);
    private static final Map<String, Object> SMALL_FACES_TOO = Map.of("quitclaim.command.smallest-face", 24);

    @TempDir
    Path folder;

    @Test
    @Requirement({"R40", "R86"})
    void a_small_face_is_found_after_the_answer_and_nothing_is_cleared_before() throws IOException {
        try (Server server = Running.demo(folder)) {
            Office office = Office.at(server.address());
            String collection = office.openCollection("Stage");
            Answer answer = office.photographer()
                    .upload(collection, "stage.jpg", largeAndSmall())
                    .orFail();
            assertThat(answer.json().path("beingSearched").asBoolean()).isTrue();
            assertThat(answer.list("faces")).hasSize(1);
            Taken photo = Office.taken(answer);
            Answer asked = office.requestPublication(photo, "https://example.org/early");
            assertThat(asked.text("verdict")).isEqualTo("BLOCKED");

            office.searched(photo.photo());

            JsonNode view =
                    office.photographer().get("/api/photos/" + photo.photo()).json();
            assertThat(view.path("faces").size()).isEqualTo(2);
            assertThat(view.path("faces").get(0).path("faceId").asString()).isEqualTo(photo.face(0));
            assertThat(view.path("looked").path("smallestFacePixels").asInt()).isEqualTo(24);
            assertThat(office.officer().get(SEARCH).json().path("beingSearched").asInt())
                    .isZero();
        }
    }

    @Test
    @Requirement("R86")
    void a_photo_without_marks_is_never_reviewed_along_with_others() {
        try (Server server = Running.demo(folder)) {
            Office office = Office.at(server.address());
            String collection = office.openCollection("Skies");
            Taken sky = office.take(collection, "sky.jpg", Pictures.sky());
            Taken portrait =
                    office.take(collection, "her.jpg", Pictures.portrait(31).jpeg());
            Answer both = office.editor()
                    .post("/api/photos/reviews", Map.of("photoIds", List.of(sky.photo(), portrait.photo())));
            assertThat(both.list("reviewed")).hasSize(1);
            assertThat(both.list("skipped").getFirst().path("code").asString()).isEqualTo("photo.needs-own-look");
            office.editor()
                    .post(
                            "/api/photos/reviews",
                            Map.of("photoIds", List.of(sky.photo(), portrait.photo()), "alone", true))
                    .isRefusal(422, "photo.one-at-a-time");
            office.review(sky).orFail();
        }
    }

    @Test
    void a_detector_that_sees_more_takes_nothing_offline_and_clears_nothing_new_until_a_human_settled_its_marks()
            throws IOException {
        Taken photo;
        String live;
        try (Server server = Running.demo(folder, LARGE_FACES_ONLY)) {
            Office office = Office.at(server.address());
            String notice = office.publishNotice();
            Asked her = office.ask(
                    office.register("Somebody", "somebody@example.org"), notice, List.of(Office.website(300)));
            office.sayYes(her, 1).orFail();
            photo = office.take(office.openCollection("Stage"), "stage.jpg", largeAndSmall());
            office.sight(photo, photo.face(0), her.person());
            office.review(photo).orFail();
            live = cleared(office, photo, "https://example.org/live");
            office.officer().post(SEARCH + "/pause").orFail();
        }
        try (Server server = Running.demo(folder, SMALL_FACES_TOO)) {
            Office office = Office.at(server.address());
            long embedded = embedded(server);
            assertThat(standing(office).path("outdated").asInt()).isEqualTo(1);
            assertThat(standing(office).path("paused").asBoolean()).isTrue();
            assertThat(reasons(office, photo)).contains("photo.search-outdated");
            Answer early = office.requestPublication(photo, "https://example.org/early");
            assertThat(early.text("verdict")).isEqualTo("BLOCKED");
            assertThat(early.json().toString()).contains("photo.search-outdated");

            office.officer().post(SEARCH + "/resume").orFail();
            office.officer().post(SEARCH + "/resume").isRefusal(409, "governance.search-unchanged");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(180))
                    .until(() -> standing(office).path("outdated").asInt() == 0);

            JsonNode task = standing(office).path("toSettle").get(0);
            assertThat(task.path("photoId").asString()).isEqualTo(photo.photo());
            assertThat(office.requestPublication(photo, "https://example.org/open")
                            .json()
                            .toString())
                    .contains("BLOCKED", "photo.face-open");
            assertThat(isLive(server, live)).isTrue();

            office.editor()
                    .post(
                            "/api/photos/" + photo.photo() + "/faces/"
                                    + task.path("faceId").asString() + "/dismissal",
                            Map.of("reason", "NOT_A_PERSON"))
                    .orFail();
            assertThat(standing(office).path("toSettle").size()).isZero();
            cleared(office, photo, "https://example.org/settled");
            assertThat(isLive(server, live)).isTrue();
            assertThat(embedded(server)).isEqualTo(embedded);
        }
    }

    @Test
    @Requirement("R36")
    void photos_of_somebody_restricted_or_held_are_left_alone_until_that_has_ended() throws IOException {
        Taken restricted;
        Taken held;
        Taken free;
        String restriction;
        try (Server server = Running.demo(folder, LARGE_FACES_ONLY)) {
            Office office = Office.at(server.address());
            String notice = office.publishNotice();
            String collection = office.openCollection("Stage");
            String her = agreed(office, notice, "Her");
            String him = agreed(office, notice, "Him");
            // they are looked at in the order of their ids: once the last one was, the others were passed over
            List<Taken> inOrder = Stream.of(
                            taken(office, collection, 180),
                            taken(office, collection, 190),
                            taken(office, collection, 200))
                    .sorted(Comparator.comparing(Taken::photo))
                    .toList();
            restricted = reviewed(office, inOrder.get(0), her);
            held = reviewed(office, inOrder.get(1), him);
            free = reviewed(office, inOrder.get(2), agreed(office, notice, "Them"));
            restriction = "/api/persons/" + her + "/restriction";
            office.officer().post(restriction).orFail();
            Map<String, Object> hold = Map.of("element", "EVIDENCE", "until", Office.today(30), "reason", "A claim");
            office.officer().post("/api/persons/" + him + "/holds", hold).orFail();
        }
        try (Server server = Running.demo(folder, SMALL_FACES_TOO)) {
            Office office = Office.at(server.address());
            Awaitility.await().atMost(Duration.ofSeconds(180)).until(() -> smallestSearched(office, free) == 24);
            assertThat(standing(office).path("outdated").asInt()).isEqualTo(2);
            for (Taken photo : List.of(restricted, held)) {
                assertThat(smallestSearched(office, photo)).isEqualTo(200);
                assertThat(reasons(office, photo)).contains("photo.search-outdated");
            }

            office.officer().raw("DELETE", restriction, "").orFail();
            office.officer().post(SEARCH + "/pause").orFail();
            office.officer().post(SEARCH + "/resume").orFail();
            Awaitility.await().atMost(Duration.ofSeconds(180)).until(() -> smallestSearched(office, restricted) == 24);
            assertThat(smallestSearched(office, held)).isEqualTo(200);
        }
    }

    @Test
    void a_mark_nobody_settled_in_time_is_shown_as_overdue_until_a_human_settles_it() throws IOException {
        Taken photo;
        String live;
        try (Server server = Running.demo(folder, LARGE_FACES_ONLY)) {
            Office office = Office.at(server.address());
            String her = agreed(office, office.publishNotice(), "Her");
            photo = of(office, office.openCollection("Stage"), her, 200);
            live = cleared(office, photo, "https://example.org/live");
        }
        Map<String, Object> impatient =
                Map.of("quitclaim.command.smallest-face", 24, "quitclaim.command.settle-days", 3);
        try (Server server = Running.demo(folder, impatient)) {
            Office office = Office.at(server.address());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(180))
                    .until(() -> standing(office).path("toSettle").size() == 1);
            JsonNode task = standing(office).path("toSettle").get(0);
            assertThat(standing(office).path("settleDays").asInt()).isEqualTo(3);
            assertThat(Duration.between(
                            Instant.now(), Instant.parse(task.path("by").asString())))
                    .isBetween(Duration.ofDays(2), Duration.ofDays(3));
            assertThat(task.path("overdue").asBoolean()).isFalse();

            Client.visitor(server.address())
                    .as(Role.ADMIN)
                    .post(
                            "/api/demo/clock",
                            Map.of("to", Instant.now().plus(Duration.ofDays(3)).toString()))
                    .orFail();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(180))
                    .until(() -> History.of(server)
                            .of(PhotoEvent.MarkOverdue.class)
                            .findAny()
                            .isPresent());
            Office later = Office.at(server.address());
            Awaitility.await().atMost(Duration.ofSeconds(180)).until(() -> !isLive(server, live));
            JsonNode overdue = standing(later).path("toSettle").get(0);
            assertThat(overdue.path("faceId")).isEqualTo(task.path("faceId"));
            assertThat(overdue.path("by")).isEqualTo(task.path("by"));
            assertThat(overdue.path("overdue").asBoolean()).isTrue();
            later.editor()
                    .post(
                            "/api/photos/" + photo.photo() + "/faces/"
                                    + task.path("faceId").asString() + "/dismissal",
                            Map.of("reason", "NOT_A_PERSON"))
                    .orFail();
            assertThat(standing(later).path("toSettle").size()).isZero();
        }
    }

    private static String agreed(Office office, String notice, String name) {
        Asked asked = office.ask(office.register(name, name + "@example.org"), notice, List.of(Office.website(300)));
        office.sayYes(asked, 1).orFail();
        return asked.person();
    }

    /** A reviewed photo with a large face, whose it is, and a small one. */
    private static Taken of(Office office, String collection, String person, int grey) throws IOException {
        return reviewed(office, taken(office, collection, grey), person);
    }

    private static Taken taken(Office office, String collection, int grey) throws IOException {
        return office.take(collection, "stage-" + grey + ".jpg", largeAndSmall(grey));
    }

    private static Taken reviewed(Office office, Taken photo, String person) {
        office.sight(photo, photo.face(0), person);
        office.review(photo).orFail();
        return photo;
    }

    private static int smallestSearched(Office office, Taken photo) {
        return office.photographer()
                .get("/api/photos/" + photo.photo())
                .orFail()
                .json()
                .path("looked")
                .path("smallestFacePixels")
                .asInt();
    }

    private static String cleared(Office office, Taken photo, String where) {
        Answer answer = office.requestPublication(photo, where).orFail();
        assertThat(answer.text("verdict")).as(answer.toString()).isEqualTo("CLEARED");
        return answer.text("publicationId");
    }

    private static boolean isLive(Server server, String publication) {
        return server.bean(Streams.class)
                .publication(new PublicationId(publication))
                .live();
    }

    private static long embedded(Server server) {
        return server.bean(RecognitionModel.class).embedder().embedded();
    }

    private static JsonNode standing(Office office) {
        return office.officer().get(SEARCH).orFail().json();
    }

    private static String reasons(Office office, Taken photo) {
        return office.editor()
                .get("/api/photos/" + photo.photo())
                .orFail()
                .json()
                .toString();
    }

    /** A drawn portrait as it is, and another one of which the face is some thirty pixels wide. */
    private static byte[] largeAndSmall() throws IOException {
        return largeAndSmall(200);
    }

    private static byte[] largeAndSmall(int grey) throws IOException {
        BufferedImage stage = new BufferedImage(1_600, 1_000, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = stage.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(new Color(grey, 205, 210));
        graphics.fillRect(0, 0, 1_600, 1_000);
        graphics.drawImage(portrait(31), 100, 150, 700, 700, null);
        graphics.drawImage(portrait(32), 1_300, 300, 90, 90, null);
        graphics.dispose();
        return Pictures.written(stage, "png");
    }

    private static BufferedImage portrait(long seed) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Pictures.portrait(seed).jpeg()));
    }
}

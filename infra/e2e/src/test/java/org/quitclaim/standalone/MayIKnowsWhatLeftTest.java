package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** Whoever holds a file that was released here asks about it, and is told of the photo that it is of. */
class MayIKnowsWhatLeftTest {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private Path data;
    private Server server;
    private Office office;
    private Asked her;
    private String collection;

    @BeforeEach
    void start(@TempDir Path folder) {
        data = folder.resolve("data");
        begin();
        her = office.ask(
                office.register("Hendrika Voorbeeldsen", ""), office.publishNotice(), List.of(Office.website(90)));
        office.sayYes(her, 1).orFail();
        collection = office.openCollection("Open day");
    }

    private void begin() {
        server = Running.demo(data);
        office = Office.at(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] portrait() {
        return Pictures.portrait(7).jpeg();
    }

    private Taken ofHer(byte[] file) {
        Taken photo = office.take(collection, "photo.jpg", file);
        office.sight(photo, photo.face(0), her.person());
        office.review(photo).orFail();
        return photo;
    }

    private JsonNode mayI(byte[] file) {
        return office.editor()
                .uploadTo("/api/may-i", "", "any.jpg", file)
                .orFail()
                .json();
    }

    private byte[] released(Answer asked) {
        assertThat(asked.orFail().text("verdict")).isEqualTo("CLEARED");
        return office.editor()
                .file(asked.text("publicationId"), asked.text("clearance"))
                .orFail()
                .bytes();
    }

    private byte[] releasedCovered(Taken photo) {
        String version = office.editor()
                .post("/api/photos/" + photo.photo() + "/renditions", Map.of("cover", List.of(photo.face(0))))
                .orFail()
                .text("renditionId");
        return released(office.editor()
                .post(
                        "/api/publications",
                        Map.of(
                                "photoId", photo.photo(),
                                "renditionId", version,
                                "channel", "WEBSITE",
                                "territory", "WORLD",
                                "destination", "https://example.org/covered")));
    }

    private static String colour(JsonNode status, String channel) {
        return status.path("channels")
                .valueStream()
                .filter(one -> one.path("channel").asString().equals(channel))
                .map(one -> one.path("colour").asString())
                .findFirst()
                .orElse("");
    }

    @Test
    void the_file_that_left_of_an_uncovered_photo_is_that_photo() {
        Taken photo = ofHer(portrait());
        byte[] left = released(office.requestPublication(photo, "https://example.org/page"));
        assertThat(left).isNotEqualTo(portrait());

        JsonNode told = mayI(left);

        assertThat(told.path("photos").size()).isEqualTo(1);
        assertThat(told.path("photos").get(0).path("photoId").asString()).isEqualTo(photo.photo());
        assertThat(told.path("photos").get(0).path("same").asBoolean()).isTrue();
        assertThat(colour(told, "WEBSITE")).isEqualTo("GREEN");
        assertThat(colour(told, "PRINT")).isEqualTo("RED");

        office.withdraw(her, false, List.of("WEBSITE")).orFail();
        Rest.until("the no to count", () -> colour(mayI(left), "WEBSITE").equals("RED"));
    }

    @Test
    void a_covered_version_is_known_after_a_start_too_and_smaller_it_is_never_green() {
        Taken photo = ofHer(portrait());
        byte[] left = releasedCovered(photo);
        server.close();
        begin();

        JsonNode told = mayI(Pictures.sameAgain(left, 1));

        assertThat(told.path("photos").size()).isEqualTo(1);
        JsonNode one = told.path("photos").get(0);
        assertThat(one.path("photoId").asString()).isEqualTo(photo.photo());
        assertThat(one.path("same").asBoolean()).isTrue();
        assertThat(one.path("covered").asInt()).isEqualTo(1);
        assertThat(colour(told, "PRINT")).as("nobody who is seen said no").isEqualTo("GREEN");

        JsonNode smaller = mayI(Pictures.smaller(left));
        assertThat(smaller.path("known").asBoolean()).isTrue();
        assertThat(smaller.path("channels").size()).isZero();
        assertThat(smaller.path("photos").toString()).contains(photo.photo()).doesNotContain("GREEN");
    }

    @Test
    void a_version_is_forgotten_with_the_key_of_its_photo() {
        Taken photo = ofHer(portrait());
        byte[] left = releasedCovered(photo);

        office.erase(her.person(), Map.of("photos", "REMOVE")).orFail();

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !mayI(left).path("known").asBoolean());
    }

    /** The version stays when the stored original is replaced, under another key. */
    @Test
    void a_version_outlives_an_erasure_that_covers() {
        Taken photo = ofHer(portrait());
        byte[] left = releasedCovered(photo);

        office.erase(her.person(), Map.of("photos", "COVER")).orFail();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> office.editor()
                                .get("/api/photos/" + photo.photo())
                                .orFail()
                                .json()
                                .path("renditions")
                                .get(0)
                                .path("covered")
                                .size()
                        == 1);

        assertThat(mayI(left).path("photos").get(0).path("same").asBoolean()).isTrue();
        server.close();
        begin();
        assertThat(mayI(left).path("photos").get(0).path("same").asBoolean()).isTrue();
    }

    @Test
    void of_several_photos_of_the_same_pixels_the_worst_holds_and_is_said_first() {
        Taken green = ofHer(portrait());
        Taken red = office.take(office.openCollection("Anniversary"), "export.jpg", Pictures.sameAgain(portrait(), 1));
        office.editor()
                .post("/api/photos/" + red.photo() + "/faces/" + red.face(0) + "/unregistered")
                .orFail();

        JsonNode told = mayI(Pictures.sameAgain(portrait(), 2));

        assertThat(told.path("photos")
                        .valueStream()
                        .map(one -> one.path("photoId").asString()))
                .containsExactlyInAnyOrder(green.photo(), red.photo());
        assertThat(told.path("photos").get(0).path("photoId").asString()).isEqualTo(red.photo());
        assertThat(colour(told.path("photos").get(1), "WEBSITE")).isEqualTo("GREEN");
        assertThat(colour(told, "WEBSITE")).isEqualTo("RED");
    }
}

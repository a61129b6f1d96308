package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import tools.jackson.databind.JsonNode;

/** Files with which people found faults elsewhere, in a whole server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportedCasesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String SITE = "https://example.org/page";

    private Server server;
    private Office office;
    private String notice;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        notice = office.publishNotice();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static byte[] file(String name) throws IOException {
        String folder = System.getenv("QUITCLAIM_TEST_DATA");
        assumeTrue(folder != null && !folder.isBlank(), "QUITCLAIM_TEST_DATA names no folder");
        return Files.readAllBytes(Path.of(folder, "cases", name));
    }

    private Asked signed(String name) {
        Asked asked = office.ask(office.register(name, ""), notice, List.of(Office.website(90)));
        office.sayYes(asked, 1).orFail();
        return asked;
    }

    private JsonNode photo(Taken taken) {
        return office.editor().get("/api/photos/" + taken.photo()).orFail().json();
    }

    private byte[] kept(Taken photo) throws VaultException {
        return server.bean(Vault.class)
                .open(
                        ((Registered) server.bean(Streams.class).photo(new PhotoId(photo.photo()))).image(),
                        new AccessReason(new Accessor.SystemTask("test"), "SYSTEM", AccessPurpose.AUDIT))
                .bytes();
    }

    private byte[] preview(Taken photo) {
        return office.editor()
                .get("/api/photos/" + photo.photo() + "/preview")
                .orFail()
                .bytes();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Two drawn people who look alike: whoever is named on both is asked about. */
    @Test
    void oneNameOnTwoFacesIsAmberUntilAHumanSaysWhatItIs() throws IOException {
        Asked her = signed("Tweeling Voorbeeld");
        Taken photo = office.take(office.openCollection("Twins"), "twins.jpg", file("twins-one-photo.jpg"));
        List<String> faces = photo(photo)
                .path("faces")
                .valueStream()
                .map(face -> face.path("faceId").asString())
                .toList();
        assertThat(faces).hasSize(2);
        faces.forEach(face -> office.sight(photo, face, her.person()));
        office.review(photo).orFail();

        Answer stopped = office.requestPublication(photo, SITE).orFail();

        assertThat(stopped.text("verdict")).isEqualTo("BLOCKED");
        assertThat(stopped.json().path("reasons").toString()).contains("photo.person-twice");
        office.editor()
                .post(
                        "/api/photos/" + photo.photo() + "/faces/one-person",
                        Map.of("faces", faces, "because", "COLLAGE"))
                .orFail();
        assertThat(office.requestPublication(photo, SITE).text("verdict")).isEqualTo("CLEARED");
    }

    /** As a program for pictures exports it: the same pixels with another caption. */
    @Test
    void theSamePixelsWithAnotherCaptionAreTheSamePicture() throws IOException {
        Asked her = signed("Kopie Voorbeeld");
        Taken original = office.take(office.openCollection("First"), "a.jpg", file("neardup-original.jpg"));
        office.sight(original, original.face(0), her.person());
        office.withdraw(her, false, List.of("WEBSITE")).orFail();

        byte[] export = file("neardup-same-pixels-other-caption.jpg");
        JsonNode known = office.editor()
                .uploadTo("/api/may-i", "", "b.jpg", export)
                .orFail()
                .json()
                .path("photos");
        assertThat(known).anySatisfy(one -> {
            assertThat(one.path("photoId").asString()).isEqualTo(original.photo());
            assertThat(one.path("same").asBoolean()).isTrue();
        });
        Answer uploaded = office.photographer()
                .upload(office.openCollection("Second"), "b.jpg", export)
                .orFail();
        assertThat(uploaded.list("sameElsewhere"))
                .extracting(JsonNode::asString)
                .containsExactly(original.photo());
        Taken copy = Office.taken(uploaded);
        office.searched(copy.photo());
        office.review(copy);
        assertThat(office.requestPublication(copy, SITE).text("verdict")).isNotEqualTo("CLEARED");
    }

    @Test
    @Requirement("R44")
    void whatAFileSaysOfPeopleAndPlacesGoesWithThemAndItsMakerStays() throws IOException, VaultException {
        String collection = office.openCollection("Names");
        String zoe = office.register("Zoë Drawnperson", "");
        office.editor()
                .put("/api/collections/" + collection + "/participants", Map.of("add", List.of(zoe)))
                .orFail();
        Taken photo = office.take(collection, "n.jpg", file("names-gps-regions-thumbnail.jpg"));
        JsonNode said = office.photographer()
                .get("/api/photos/" + photo.photo() + "/file-words")
                .orFail()
                .json();
        assertThat(said.path("places").path(0).path("maybe").toString()).isEqualTo("[\"" + zoe + "\"]");
        assertThat(said.path("madeBy").path("creator").asString()).isNotBlank();

        for (byte[] bytes : List.of(kept(photo), preview(photo))) {
            assertThat(text(bytes)).doesNotContain("Drawnperson", "GPS", "mwg-rs");
            assertThat(text(bytes).indexOf("\u00FF\u00D8\u00FF", 3))
                    .as("a picture within the picture")
                    .isNegative();
        }
        office.erase(zoe, Map.of("photos", "COVER")).orFail();
        Awaitility.await("what the file says is gone")
                .atMost(PATIENCE)
                .until(() -> server.bean(Vault.class)
                        .state(KeyRef.first(new PhotoId(photo.photo()), KeyScope.EDITORIAL))
                        .filter(KeyState.DESTROYED::equals)
                        .isPresent());
    }

    @Test
    void theVideoBehindAPictureIsNotKept() throws IOException, VaultException {
        byte[] motion = file("motion.jpg");
        assertThat(text(motion)).contains("ftypmp42");
        Taken photo = office.take(office.openCollection("Motion"), "m.jpg", motion);
        for (byte[] bytes : List.of(kept(photo), preview(photo))) {
            assertThat(text(bytes)).doesNotContain("ftyp");
            assertThat(bytes).hasSizeLessThan(motion.length - 100_000).endsWith(0xFF, 0xD9);
        }
    }

    /** A mark on the wall that nobody had to be asked about, and that then is put on somebody. */
    @Test
    void aDismissedMarkThatIsMovedOntoSomebodyIsOpenAgain() {
        Taken photo = office.take(office.openCollection("Moved"), "sky.jpg", Pictures.another(Pictures.sky(), 8_101));
        String faces = "/api/photos/" + photo.photo() + "/faces";
        String mark = office.editor()
                .post(faces, Map.of("box", box(0.1), "kind", "FACE"))
                .orFail()
                .text("faceId");
        office.editor()
                .post(faces + "/" + mark + "/dismissal", Map.of("reason", "NOT_RECOGNISABLE"))
                .orFail();
        office.review(photo).orFail();
        assertThat(office.requestPublication(photo, SITE).text("verdict")).isEqualTo("CLEARED");

        office.editor().put(faces + "/" + mark + "/box", box(0.6)).orFail();

        Rest.until("open", () -> photo(photo).path("faces").toString().contains("OPEN"));
        assertThat(photo(photo).path("reviewed").asBoolean()).isFalse();
        office.review(photo).orFail();
        Answer stopped = office.requestPublication(photo, SITE + "/2").orFail();
        assertThat(stopped.text("verdict")).isEqualTo("BLOCKED");
        assertThat(stopped.json().path("reasons").toString()).contains("photo.face-open");
    }

    private static Map<String, Double> box(double corner) {
        return Map.of("x", corner, "y", corner, "width", 0.2, "height", 0.3);
    }
}

package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.drawn.pack.ToyPack;
import org.quitclaim.face.gallery.FaceprintGallery;
import org.quitclaim.face.pack.PackFolder;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;

/** A whole server on a pack of one's own: YuNet, five points, a generated embedder, the cosine. */
class OwnPackServerTest {
    private static final byte[] HER = Pictures.portrait(21).jpeg();
    private static final byte[] STRANGER = Pictures.portrait(29).jpeg();

    @TempDir
    private Path folder;

    private Path pack;

    @BeforeEach
    void choose() throws IOException {
        String shared = System.getenv("QUITCLAIM_TEST_DATA");
        assumeTrue(shared != null && !shared.isBlank(), "QUITCLAIM_TEST_DATA names no folder");
        pack = Files.createDirectories(folder.resolve("own"));
        new ToyPack(pack).write(Path.of(shared, "models", ToyPack.DETECTOR));
        System.setProperty(PackFolder.PACK_PROPERTY, pack.toString());
    }

    @AfterEach
    void chooseNothing() {
        System.clearProperty(PackFolder.PACK_PROPERTY);
    }

    @Test
    @Requirement("R82")
    void enrols_and_suggests_and_with_another_pack_only_after_two_officers_approved_it_and_she_was_enrolled_anew()
            throws IOException {
        Enrolled her;
        try (Server server = Running.demo(folder.resolve("data"))) {
            her = enrolledAndSuggested(server);
            assertThat(server.bean(FaceprintGallery.class).size()).isEqualTo(1);
        }
        describe("\"threshold\": 0.6", "\"threshold\": 0.59");
        try (Server server = Running.demo(folder.resolve("data"))) {
            assertThat(server.bean(FaceprintGallery.class).size())
                    .as("other limits, the same faceprints")
                    .isEqualTo(1);
            enrolled(server, her).isRefusal(409, "permit.method-not-approved");
        }
        describe("\"scale\": 1, \"dimension\"", "\"scale\": 0.5, \"dimension\"");
        try (Server server = Running.demo(folder.resolve("data"))) {
            assertThat(server.bean(FaceprintGallery.class).size())
                    .as("faceprints of the pack before")
                    .isZero();
            enrolled(server, her).isRefusal(409, "permit.method-not-approved");
            Office.at(server.address()).recordDpia("DPIA 2026-5");
            enrolled(server, her).orFail();
            // and by itself from the photo held here, if that was first
            assertThat(server.bean(FaceprintGallery.class).size()).isBetween(1, 2);
            assertThat(server.bean(FaceprintGallery.class)
                            .holds(new PersonId(her.asked().person())))
                    .isTrue();
        }
    }

    /** A photo held here shows her. */
    private record Enrolled(Asked asked, Taken portrait) {}

    private static Answer enrolled(Server server, Enrolled her) {
        return Office.at(server.address())
                .enrol(her.asked().person(), her.portrait(), her.portrait().face(0));
    }

    @Test
    void a_pack_that_cannot_be_used_is_refused_at_the_start_and_leaves_nothing_half_started() throws IOException {
        byte[] whole = Files.readAllBytes(pack.resolve(ToyPack.EMBEDDER));
        Files.write(pack.resolve(ToyPack.EMBEDDER), List.of("no network at all"));
        assertThat(refusal()).contains(ToyPack.EMBEDDER, "start.pack-model-altered");
        new ToyPack(pack).describe();
        assertThat(refusal()).contains(ToyPack.EMBEDDER, "start.pack-model-unusable");
        Files.write(pack.resolve(ToyPack.EMBEDDER), whole);
        new ToyPack(pack).describe();
        describe("\"dimension\": 588", "\"dimension\": 0");
        assertThat(refusal()).contains("pack.json", "embedder.dimension", "start.pack-invalid");

        new ToyPack(pack).describe();
        Running.demo(folder.resolve("data")).close();
    }

    private String refusal() {
        Throwable failure = Assertions.catchThrowable(
                () -> Running.demo(folder.resolve("data")).close());
        assertThat(failure).as("refused").isNotNull();
        return Refusal.foreseen(failure)
                .orElseThrow(() -> new AssertionError(failure))
                .line();
    }

    private void describe(String was, String is) throws IOException {
        String text = Files.readString(pack.resolve("pack.json"));
        assertThat(text).contains(was);
        Files.writeString(pack.resolve("pack.json"), text.replace(was, is));
    }

    private static Enrolled enrolledAndSuggested(Server server) {
        Office office = Office.at(server.address());
        String notice = office.publishNotice();
        String collection = office.openCollection("Own pack");
        office.allowRecognition(collection);
        office.recordDpia("DPIA 2026-4");
        Asked her = office.ask(
                office.register("Somebody", "somebody@example.org"), notice, List.of(Office.recognition(300)));
        office.sayYes(her, 1).orFail();
        Taken portrait = office.take(collection, "portrait.jpg", HER);
        office.enrol(her.person(), portrait, portrait.face(0)).orFail();
        office.editor()
                .put(
                        "/api/collections/" + collection + "/participants",
                        Map.of("add", List.of(her.person()), "remove", List.of()))
                .orFail();
        Taken photo = office.take(collection, "photo.jpg", Pictures.another(HER, 1));
        Taken stranger = office.take(collection, "stranger.jpg", STRANGER);
        office.photographer()
                .post(
                        "/api/photos/attestations",
                        Map.of(
                                "photoIds",
                                List.of(photo.photo(), stranger.photo()),
                                "leaveOut",
                                List.of(),
                                "scope",
                                "PARTICIPANTS"))
                .orFail();
        Rest.await(server);
        assertThat(suggested(office, photo)).contains(her.person());
        assertThat(suggested(office, stranger)).doesNotContain(her.person());
        return new Enrolled(her, portrait);
    }

    private static String suggested(Office office, Taken photo) {
        return office.editor().get("/api/photos/" + photo.photo()).orFail().list("faces").stream()
                .flatMap(face -> face.path("suggestions").valueStream())
                .map(Object::toString)
                .reduce("", String::concat);
    }
}

package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.command.faceprint.RecognitionModel;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.ConsentEvent.FaceprintsRetired;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.drawn.pack.ToyPack;
import org.quitclaim.face.gallery.FaceprintGallery;
import org.quitclaim.face.pack.PackFolder;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import tools.jackson.databind.JsonNode;

/** A whole server on one model pack, started again with another. */
class ReenrolmentTest {
    private static final String PATH = "/api/governance/re-enrolment";
    private static final byte[] FACE = Pictures.portrait(21).jpeg();

    @TempDir
    private Path folder;

    private Path pack;
    private String collection = "";
    private String notice = "";
    private final Map<String, Asked> people = new HashMap<>();
    private int pictures;

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
    @Requirement({"R30", "R36", "R82"})
    void whoever_has_a_usable_face_here_is_enrolled_anew_and_of_the_others_a_portrait_is_asked_for() throws Exception {
        Map<String, RecordId> before = new HashMap<>();
        Taken asACopy;
        try (Server server = Running.demo(folder.resolve("data"))) {
            Office office = prepared(server);
            for (String name :
                    List.of("here", "elsewhere", "small", "copied", "portrait", "restricted", "held", "gone")) {
                people.put(name, enrolledByPortrait(office, name));
            }
            link(office, collection, who("here"));
            link(office, office.openCollection("Boxes only"), who("elsewhere"));
            Taken small = office.take(collection, "small.jpg", small());
            office.mark(small, who("small").person());
            asACopy = office.take(collection, "copied.jpg", another());
            linkedAsACopy(server, asACopy, who("copied"));
            link(office, collection, who("restricted"));
            link(office, collection, who("held"));
            office.officer()
                    .post("/api/persons/" + who("restricted").person() + "/restriction")
                    .orFail();
            office.officer()
                    .post(
                            "/api/persons/" + who("held").person() + "/holds",
                            Map.of("element", "EVIDENCE", "until", Office.today(30), "reason", "A claim"))
                    .orFail();
            office.withdraw(who("gone"), true, List.of()).orFail();
            Rest.await(server);
            people.forEach((name, who) -> faceprints(server, who).forEach(record -> before.put(name, record)));
            office.officer().post(PATH + "/pause").orFail();
        }
        anotherPack();
        try (Server server = Running.demo(folder.resolve("data"))) {
            Office office = Office.at(server.address());
            server.bean(GalleryKeeper.class).judgeAnew(id(who("here")));
            assertThat(server.bean(FaceprintGallery.class).size()).isZero();
            assertThat(standing(office).path("outdated").asInt()).isEqualTo(7);
            assertThat(standing(office).path("approved").asBoolean()).isFalse();
            office.recordDpia("DPIA 2026-6");
            Rest.await(server);
            assertThat(standing(office).path("approved").asBoolean()).isTrue();
            assertThat(embedded(server)).as("embedded while paused").isZero();

            office.officer().post(PATH + "/resume").orFail();
            office.officer().post(PATH + "/resume").isRefusal(409, "governance.reenrolment-unchanged");
            Rest.until(
                    "who can be enrolled is",
                    () -> standing(office).path("outdated").asInt() == 2);

            assertThat(server.bean(FaceprintGallery.class).holds(id(who("here"))))
                    .isTrue();
            assertThat(faceprints(server, who("here"))).hasSize(1).doesNotContain(was(before, "here"));
            assertThat(asked(office))
                    .containsExactlyInAnyOrder(
                            who("elsewhere").person(),
                            who("small").person(),
                            who("copied").person(),
                            who("portrait").person());
            for (String left : List.of("restricted", "held")) {
                assertThat(faceprints(server, who(left))).as(left).containsExactly(was(before, left));
            }
            for (String old : List.of("here", "elsewhere", "small", "copied", "portrait")) {
                assertThat(sealed(server, who(old))).as(old).doesNotContain(was(before, old));
            }
            assertThat(server.bean(FaceprintGallery.class).size()).isEqualTo(1);

            office.review(asACopy).orFail();
            nextRound(office);
            Rest.until(
                    "a human saw what was linked as a copy",
                    () -> server.bean(FaceprintGallery.class).holds(id(who("copied"))));
            portrait(office, who("portrait")).orFail();
            office.officer()
                    .raw("DELETE", "/api/persons/" + who("restricted").person() + "/restriction", "")
                    .orFail();
            Rest.await(server);
            nextRound(office);
            Rest.until(
                    "the restriction is over",
                    () -> standing(office).path("outdated").asInt() == 1);
            assertThat(server.bean(FaceprintGallery.class).holds(id(who("restricted"))))
                    .isTrue();
            assertThat(asked(office))
                    .containsExactlyInAnyOrder(
                            who("elsewhere").person(), who("small").person());
            assertThat(History.of(server).of(FaceprintsRetired.class))
                    .as("who withdrew is not touched")
                    .noneMatch(event -> event.person().equals(id(who("gone"))));
        }
    }

    /** On the way there is room for one round more. */
    private static void nextRound(Office office) {
        office.officer().post(PATH + "/pause").orFail();
        office.officer().post(PATH + "/resume").orFail();
    }

    private Office prepared(Server server) {
        Office office = Office.at(server.address());
        notice = office.publishNotice();
        collection = office.openCollection("Held here");
        office.allowRecognition(collection);
        office.recordDpia("DPIA 2026-5");
        return office;
    }

    private Asked enrolledByPortrait(Office office, String name) {
        Asked asked =
                office.ask(office.register(name, name + "@example.org"), notice, List.of(Office.recognition(300)));
        office.sayYes(asked, 1).orFail();
        portrait(office, asked).orFail();
        return asked;
    }

    private static Answer portrait(Office office, Asked whose) {
        return office.officer().uploadTo("/api/persons/" + whose.person() + "/faceprint", "", "portrait.jpg", FACE);
    }

    private void link(Office office, String shoot, Asked who) {
        Taken photo = office.take(shoot, "photo-" + pictures + ".jpg", another());
        office.sight(photo, photo.face(0), who.person());
    }

    private byte[] another() {
        pictures++;
        return Pictures.another(FACE, pictures);
    }

    /** A hundred pixels across, so that a face on it has some twenty. */
    private byte[] small() throws IOException {
        BufferedImage large = ImageIO.read(new ByteArrayInputStream(another()));
        int width = 100;
        int height = width * large.getHeight() / large.getWidth();
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(large, 0, 0, width, height, null);
        graphics.dispose();
        return Pictures.written(small, "jpeg");
    }

    private static void linkedAsACopy(Server server, Taken photo, Asked who) {
        server.bean(Commands.class)
                .send(
                        new ConfirmSighting(
                                new PhotoId(photo.photo()), new FaceId(photo.face(0)), id(who), ConfirmedBy.COPY),
                        Origin.system("copies"));
    }

    private void anotherPack() throws IOException {
        String text = Files.readString(pack.resolve("pack.json"));
        String is = "\"scale\": 1, \"dimension\"";
        assertThat(text).contains(is);
        Files.writeString(pack.resolve("pack.json"), text.replace(is, "\"scale\": 0.5, \"dimension\""));
    }

    private static RecordId was(Map<String, RecordId> before, String name) {
        return Objects.requireNonNull(before.get(name), name);
    }

    private Asked who(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }

    private static PersonId id(Asked who) {
        return new PersonId(who.person());
    }

    private static List<RecordId> faceprints(Server server, Asked who) {
        return ((Known) server.bean(Streams.class).consent(id(who)))
                .recognition().faceprints().stream().map(one -> one.record()).toList();
    }

    private static List<RecordId> sealed(Server server, Asked who) {
        try {
            return server.bean(Vault.class).sealedUnder(KeyRef.of(id(who), KeyScope.RECOGNITION, new KeyGeneration(1)));
        } catch (VaultException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long embedded(Server server) {
        return server.bean(RecognitionModel.class).embedder().embedded();
    }

    private static JsonNode standing(Office office) {
        return office.editor().get(PATH).orFail().json();
    }

    private static List<String> asked(Office office) {
        return standing(office)
                .path("toAsk")
                .valueStream()
                .map(one -> one.path("personId").asString())
                .toList();
    }
}

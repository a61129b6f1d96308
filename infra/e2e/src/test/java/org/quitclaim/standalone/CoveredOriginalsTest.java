package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.erasure.ErasureCases;
import org.quitclaim.command.erasure.WhenEpochRetiredThenConfirm;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import tools.jackson.databind.JsonNode;

/** Two people on a photo, one of whom asks to be erased: the stored original shows the other one only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoveredOriginalsTest {
    private static final AccessReason CHECK =
            new AccessReason(new Accessor.SystemTask("test"), "SYSTEM", AccessPurpose.AUDIT);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Color FILL = new Color(0x5a5f66);
    /** As a camera might write, with a thumbnail, into a segment of its own (Exif 3.0, 4.7.2.3). */
    private static final String EXIF = "Exif\0\0 thumbnail of Wilhelmina Voorbeeldsen";

    private Path data;
    private Server server;
    private Office office;
    private String notice;
    private String collection;
    private int number;

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder.resolve("data");
        server = Running.demo(data);
        office = Office.at(server.address());
        notice = office.publishNotice();
        collection = office.openCollection("Open day");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Both said yes to the website, and one photo shows both. */
    private record Two(Asked her, Asked him, Taken photo) {
        String path() {
            return "/api/photos/" + photo.photo();
        }

        PhotoId id() {
            return new PhotoId(photo.photo());
        }
    }

    private Two two() {
        Asked her = signed("Wilhelmina Voorbeeldsen " + ++number);
        Asked him = signed("Cornelis Voorbeeldsen " + number);
        Taken photo = PhotoOfTwo.inOrder(office.take(collection, "two.jpg", file(number)));
        office.sight(photo, photo.face(0), her.person());
        office.sight(photo, photo.face(1), him.person());
        office.review(photo).orFail();
        return new Two(her, him, photo);
    }

    private static byte[] file(int number) {
        return Pictures.withSegment(
                Pictures.another(PhotoOfTwo.jpeg(), number), 0xE1, EXIF.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Asked signed(String name) {
        Asked asked = office.ask(office.register(name, ""), notice, List.of(Office.website(90)));
        office.sayYes(asked, 1).orFail();
        return asked;
    }

    private String cover(Two two, int face) {
        return cover(two, face, Map.of());
    }

    private String cover(Two two, int face, Map<String, String> style) {
        Map<String, Object> body = new HashMap<>(style);
        body.put("cover", List.of(two.photo().face(face)));
        return office.editor().post(two.path() + "/renditions", body).orFail().text("renditionId");
    }

    /** A publication that was cleared, and its file. */
    private record Released(String publication, String clearance, byte[] file) {}

    private Released released(Two two, String rendition) {
        Answer answer = office.requestPublication(
                        new Taken(two.photo().photo(), rendition, List.of()), "https://example.org/page")
                .orFail();
        assertThat(answer.text("verdict")).isEqualTo("CLEARED");
        String publication = answer.text("publicationId");
        return new Released(
                publication,
                answer.text("clearance"),
                office.editor()
                        .file(publication, answer.text("clearance"))
                        .orFail()
                        .bytes());
    }

    private JsonNode identityCase(Asked asked) {
        return office.officer().get("/api/erasure-cases?person=" + asked.person()).orFail().list("items").stream()
                .filter(one -> one.path("scope").asString().equals("IDENTITY"))
                .findFirst()
                .orElse(Client.JSON.missingNode());
    }

    private JsonNode closed(Asked asked) {
        return Awaitility.await("the case is closed")
                .atMost(PATIENCE)
                .until(() -> identityCase(asked), one -> one.hasNonNull("closedAt"));
    }

    private Registered state(Two two) {
        return (Registered) server.bean(Streams.class).photo(two.id());
    }

    private static BufferedImage picture(byte[] file) {
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .as("what a camera wrote")
                .doesNotContain("thumbnail of")
                .doesNotContain("Exif");
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Box box(Two two, int face) {
        return two.photo().faces().stream()
                .filter(one -> one.path("faceId").asString().equals(two.photo().face(face)))
                .map(one -> one.path("box"))
                .map(one -> new Box(
                        one.path("x").asDouble(),
                        one.path("y").asDouble(),
                        one.path("width").asDouble(),
                        one.path("height").asDouble()))
                .findFirst()
                .orElseThrow();
    }

    /** The colours within a box, at its very edge left out. */
    private static List<Color> within(BufferedImage picture, Box box) {
        List<Color> colours = new ArrayList<>();
        for (double x = 0.02; x < 0.98; x += 0.02) {
            for (double y = 0.02; y < 0.98; y += 0.02) {
                colours.add(new Color(picture.getRGB((int) ((box.x() + x * box.width()) * picture.getWidth()), (int)
                        ((box.y() + y * box.height()) * picture.getHeight()))));
            }
        }
        return colours;
    }

    private static int apart(Color one, Color other) {
        return Math.max(
                Math.abs(one.getRed() - other.getRed()),
                Math.max(Math.abs(one.getGreen() - other.getGreen()), Math.abs(one.getBlue() - other.getBlue())));
    }

    /** Which part of a box has the colour of the fill, as far as JPEG keeps it. */
    private static double filled(BufferedImage picture, Box box) {
        List<Color> colours = within(picture, box);
        return (double) colours.stream().filter(one -> apart(one, FILL) < 12).count() / colours.size();
    }

    private static double difference(BufferedImage one, BufferedImage other, Box box) {
        List<Color> before = within(one, box);
        List<Color> after = within(other, box);
        double sum = 0;
        for (int i = 0; i < before.size(); i++) {
            sum += apart(before.get(i), after.get(i));
        }
        return sum / before.size();
    }

    private Set<RecordId> recordsOf(Registered photo) {
        Set<RecordId> records = new HashSet<>(Set.of(
                photo.image(),
                photo.picture().preview(),
                photo.picture().name(),
                photo.picture().digest()));
        photo.renditions().values().forEach(version -> records.add(version.image()));
        // what each version is known again by is sealed beside it
        records.addAll(server.bean(WorkIndex.class)
                .all(
                        "select record from picture where photo = ?",
                        row -> new RecordId(row.getString(1)),
                        photo.id().value()));
        return records;
    }

    @Test
    @Requirement({"R64", "R42"})
    void theStoredOriginalAndEveryVersionShowHerNoMoreAndHimAsBefore() throws VaultException {
        Two two = two();
        String original = two.photo().rendition();
        String withoutHer = cover(two, 0);
        String withoutHim = cover(two, 1);
        Released both = released(two, original);
        Released him = released(two, withoutHer);
        Set<RecordId> before = recordsOf(state(two));
        assertThat(filled(picture(both.file()), box(two, 0))).isLessThan(0.2);

        office.erase(two.her().person(), Map.of()).orFail();
        Awaitility.await("the takedown of what shows her is ordered")
                .atMost(PATIENCE)
                .until(() -> office.editor()
                        .post("/api/takedowns/" + both.publication() + "/acknowledgement")
                        .ok());
        JsonNode file = closed(two.her());

        JsonNode photo = office.editor().get(two.path()).orFail().json();
        String replaced = photo.path("renditions").values().stream()
                .filter(one -> one.path("original").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("renditionId")
                .asString();
        assertThat(photo.path("renditions").values())
                .extracting(one -> one.path("renditionId").asString())
                .containsExactlyInAnyOrder(replaced, withoutHer);
        assertThat(Set.of(original, withoutHim)).doesNotContain(replaced);
        office.requestPublication(two.photo(), "https://example.org/again").isRefusal(404, "photo.unknown-rendition");

        Released now = released(two, replaced);
        everythingShowsOnlyHim(two, picture(both.file()), picture(now.file()));
        everythingShowsOnlyHim(
                two,
                picture(both.file()),
                picture(server.bean(Vault.class).open(state(two).image(), CHECK).bytes()));
        everythingShowsOnlyHim(
                two,
                picture(both.file()),
                picture(office.visitor()
                        .get(two.him().page() + "/photos/" + two.photo().photo())
                        .orFail()
                        .bytes()));
        assertThat(filled(
                        picture(office.editor()
                                .get(two.path() + "/preview")
                                .orFail()
                                .bytes()),
                        box(two, 0)))
                .as("there is a watermark across it")
                .isGreaterThan(0.6);
        assertThat(office.editor()
                        .file(him.publication(), him.clearance())
                        .orFail()
                        .bytes())
                .as("what never showed her is released byte for byte as before")
                .isEqualTo(him.file());
        assertThat(office.editor().file(both.publication(), both.clearance()).ok())
                .isFalse();
        whatWasSealedOpensNoMore(two, before);
        theCertificateNamesTheKey(file);
        whoeverIsCoveredNextLooksAsSheDoes(two);
    }

    /** Or the difference would tell who was erased. */
    private void whoeverIsCoveredNextLooksAsSheDoes(Two two) throws VaultException {
        RenditionId figures = new RenditionId(cover(two, 1, Map.of("style", "FIGURE")));
        BufferedImage picture = picture(server.bean(Vault.class)
                .open(Sample.in(state(two).renditions(), figures).image(), CHECK)
                .bytes());
        assertThat(filled(picture, box(two, 1))).isLessThan(0.9);
        assertThat(filled(picture, box(two, 0))).isCloseTo(filled(picture, box(two, 1)), Offset.offset(0.1));
    }

    private void everythingShowsOnlyHim(Two two, BufferedImage before, BufferedImage after) {
        assertThat(after.getWidth()).isEqualTo(before.getWidth());
        assertThat(after.getHeight()).isEqualTo(before.getHeight());
        assertThat(filled(after, box(two, 0))).isEqualTo(1.0);
        assertThat(filled(after, box(two, 1))).isLessThan(0.2);
        assertThat(difference(before, after, box(two, 1)))
                .as("but for being encoded once more")
                .isLessThan(6);
    }

    private void whatWasSealedOpensNoMore(Two two, Set<RecordId> before) throws VaultException {
        Vault vault = server.bean(Vault.class);
        KeyRef old = KeyRef.first(two.id(), KeyScope.PHOTO);
        assertThat(vault.state(old)).hasValue(KeyState.DESTROYED);
        assertThat(vault.openAll(List.copyOf(before), CHECK).values()).allMatch(Opening.Refused.class::isInstance);
        Set<RecordId> now = recordsOf(state(two));
        assertThat(now).doesNotContainAnyElementsOf(before);
        assertThat(vault.sealedUnder(KeyRef.of(two.id(), KeyScope.PHOTO, new KeyGeneration(2))))
                .containsExactlyInAnyOrderElementsOf(now);
        assertThat(vault.openAll(List.copyOf(now), CHECK).values()).allMatch(Opening.Opened.class::isInstance);
    }

    private void theCertificateNamesTheKey(JsonNode file) {
        assertThat(office.officer()
                        .get("/api/erasure-cases/" + file.path("erasureCaseId").asString() + "/certificate")
                        .orFail()
                        .json()
                        .path("certificate")
                        .path("keys")
                        .values())
                .extracting(key -> key.path("scope").asString() + " "
                        + key.path("generation").asInt() + " "
                        + key.path("keyDestroyed").has("at"))
                .containsExactly("IDENTITY 1 true", "PHOTO 1 true");
    }

    @Test
    @Requirement("R64")
    void whoeverIsErasedNextIsCoveredBesideHer() throws VaultException {
        Two two = two();
        office.erase(two.her().person(), Map.of()).orFail();
        closed(two.her());
        Taken again = office.take(collection, "two.jpg", file(number));
        assertThat(again.photo())
                .as("the untouched file is known")
                .isEqualTo(two.photo().photo());
        office.erase(two.him().person(), Map.of()).orFail();
        closed(two.him());

        Vault vault = server.bean(Vault.class);
        assertThat(vault.generations(KeyOwner.of(two.id()), KeyScope.PHOTO))
                .extracting(one -> one.state())
                .containsExactly(KeyState.DESTROYED, KeyState.DESTROYED, KeyState.ACTIVE);
        BufferedImage left = picture(vault.open(state(two).image(), CHECK).bytes());
        assertThat(filled(left, box(two, 0))).isEqualTo(1.0);
        assertThat(filled(left, box(two, 1))).isEqualTo(1.0);
    }

    /** Nobody can use it any more, so nothing of it is to be kept beside the person's other photos. */
    @Test
    @Requirement("R64")
    void aPhotoThatWasRemovedBeforeGoesAltogether() throws VaultException {
        Two two = two();
        office.editor().remove(two.path()).orFail();
        Set<RecordId> before = recordsOf(state(two));
        office.erase(two.her().person(), Map.of()).orFail();
        closed(two.her());
        Vault vault = server.bean(Vault.class);
        assertThat(vault.state(KeyRef.first(two.id(), KeyScope.PHOTO))).hasValue(KeyState.DESTROYED);
        assertThat(vault.openAll(List.copyOf(before), CHECK).values()).allMatch(Opening.Refused.class::isInstance);
    }

    /** It stays red, nobody else waits for it, and whoever removes it ends the waiting. */
    @Test
    @Requirement({"R64", "R72"})
    void aPhotoThatCannotBeReadWaitsForTheOfficerAndKeepsNoOtherFromBeingCovered() throws Exception {
        Two damaged = two();
        Taken whole = office.take(collection, "two.jpg", Pictures.another(PhotoOfTwo.jpeg(), 1_000 + number));
        office.mark(whole, damaged.her().person());
        office.review(whole).orFail();
        Path sealed = sealed(state(damaged).image());
        byte[] bytes = Files.readAllBytes(sealed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(sealed, bytes);

        office.erase(damaged.her().person(), Map.of()).orFail();
        JsonNode parked = Awaitility.await("somebody has to look")
                .atMost(PATIENCE)
                .until(
                        () -> identityCase(damaged.her()),
                        one -> one.path("parked").size() == 1);
        assertThat(parked.path("parked").get(0).path("step").asString()).isEqualTo("PHOTOS_COVERED");
        assertThat(server.bean(Vault.class)
                        .state(KeyRef.of(new PhotoId(whole.photo()), KeyScope.PHOTO, new KeyGeneration(2))))
                .as("the other one is done")
                .hasValue(KeyState.ACTIVE);
        String certificate =
                "/api/erasure-cases/" + parked.path("erasureCaseId").asString() + "/certificate";
        assertThat(office.officer()
                        .get(certificate)
                        .orFail()
                        .json()
                        .path("certificate")
                        .path("steps")
                        .toString())
                .contains("{\"code\":\"PHOTOS_COVERED\",\"milestone\":{\"state\":\"NOT_YET\"");
        assertThat(office.requestPublication(damaged.photo(), "https://example.org/page")
                        .text("verdict"))
                .isEqualTo("BLOCKED");

        Vault vault = server.bean(Vault.class);
        vault.epochs().rotate(progress -> {});
        office.editor().remove(damaged.path()).orFail();
        office.officer()
                .post("/api/erasure-cases/" + parked.path("erasureCaseId").asString() + "/retry")
                .orFail();
        closed(damaged.her());
        asAfterAStart(vault).run();
        assertThat(identityCase(damaged.her()).path("awaited").toString())
                .as("the epoch that was retired is that of the name, not that of the photo")
                .isEqualTo("[\"EPOCH_RETIRED\"]");
        vault.epochs().rotate(progress -> {});
        Awaitility.await("the retired epoch is recorded")
                .atMost(PATIENCE)
                .until(() -> identityCase(damaged.her()).path("awaited").isEmpty());
    }

    private WhenEpochRetiredThenConfirm asAfterAStart(Vault vault) {
        return new WhenEpochRetiredThenConfirm(
                server.bean(ErasureCases.class),
                server.bean(Commands.class),
                server.bean(Streams.class),
                server.bean(WorkIndex.class),
                vault);
    }

    private Path sealed(RecordId record) {
        String id = record.value();
        return data.resolve("sealed")
                .resolve(id.substring(RecordId.PREFIX.length(), RecordId.PREFIX.length() + 1))
                .resolve(id);
    }
}

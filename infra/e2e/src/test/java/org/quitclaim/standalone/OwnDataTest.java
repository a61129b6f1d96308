package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.certificate.ConsentReceipt;
import org.quitclaim.certificate.paper.ReceiptPaper;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.publication.PublicationEvent.PublicationCleared;
import org.quitclaim.domain.publication.PublicationEvent.PublicationConfirmed;
import org.quitclaim.domain.publication.PublicationEvent.PublicationRequested;
import org.quitclaim.domain.publication.Use;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.drawn.Backdrop;
import org.quitclaim.drawn.Cast;
import org.quitclaim.drawn.DrawnPhoto;
import org.quitclaim.drawn.FaceBox;
import org.quitclaim.drawn.Light;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;
import org.quitclaim.eventstore.Attribution;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import tools.jackson.databind.JsonNode;

/** A person asks what is known of her, and gets all of it and nothing of anybody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnDataTest {
    /** Who recorded what came before the story. */
    private static final Attribution EARLIER =
            new Attribution("system:earlier", "SYSTEM", "publication.record", "", "earlier", "clock");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OTHER = "Cornelis Derdepersoon";
    private static final Color FILL = new Color(0x5a5f66);
    private static final DrawnPhoto TWO = ScenePainter.draw(Scenes.group(
            1200, 800, Backdrop.PARK, Light.WINDOW, 5, List.of(Cast.VOLUNTEER.character(), Cast.ALDERMAN.character())));

    private Path folder;
    private Server server;
    private Office office;
    private String notice;
    private String collection;
    private int number;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        office.recordDpia("DPIA 1");
        notice = office.publishNotice(Map.of("en", "Your photo", "nl", "Uw foto"));
        collection = office.openCollection("Open day");
        office.allowRecognition(collection);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Somebody who was enrolled, recognised beside another, and published. */
    private record Portrayed(
            Asked asked, String other, Taken photo, String face, String otherFace, String publication) {
        String rights() {
            return asked.page() + "/rights";
        }
    }

    private Asked signedUp(String name, String email) {
        Asked asked =
                office.ask(office.register(name, email), notice, List.of(Office.recognition(90), Office.website(90)));
        office.sayYes(asked, 2).orFail();
        return asked;
    }

    private Portrayed portrayed() {
        String shoot = office.openCollection("Open day " + number);
        office.allowRecognition(shoot);
        Asked asked = signedUp("Saskia Voorbeeld", "saskia" + number + "@example.org");
        byte[] portrait =
                ScenePainter.draw(Scenes.enrolment(Cast.VOLUNTEER.character())).jpeg();
        Taken taken = office.take(shoot, "portrait.jpg", Pictures.another(portrait, number));
        office.enrol(
                        asked.person(),
                        taken,
                        taken.faces().getFirst().path("faceId").asString())
                .orFail();
        office.editor()
                .put(
                        "/api/collections/" + shoot + "/participants",
                        Map.of("add", List.of(asked.person()), "remove", List.of()))
                .orFail();
        Taken photo = office.take(shoot, OTHER + ".jpg", Pictures.another(TWO.jpeg(), number++));
        String face = on(photo, Cast.VOLUNTEER);
        String otherFace = on(photo, Cast.ALDERMAN);
        office.photographer()
                .post(
                        "/api/photos/attestations",
                        Map.of(
                                "photoIds",
                                List.of(photo.photo()),
                                "leaveOut",
                                List.of(otherFace),
                                "scope",
                                "PARTICIPANTS"))
                .orFail();
        office.sight(photo, face, asked.person());
        Asked other = signedUp(OTHER, "cornelis" + number + "@example.org");
        office.sight(photo, otherFace, other.person());
        office.review(photo).orFail();
        Answer verdict =
                office.requestPublication(photo, "https://example.org/open-day").orFail();
        assertThat(verdict.text("verdict")).isEqualTo("CLEARED");
        String publication = verdict.text("publicationId");
        office.editor().post("/api/publications/" + publication + "/published").orFail();
        return new Portrayed(asked, other.person(), photo, face, otherFace, publication);
    }

    private static String on(Taken taken, Cast who) {
        return taken.faces().stream()
                .filter(face -> TWO.faceAt(box(face.path("box")))
                        .filter(drawn ->
                                drawn.character().label().equals(who.character().label()))
                        .isPresent())
                .findFirst()
                .orElseThrow()
                .path("faceId")
                .asString();
    }

    private static FaceBox box(JsonNode box) {
        return new FaceBox(
                box.path("x").asDouble(),
                box.path("y").asDouble(),
                box.path("width").asDouble(),
                box.path("height").asDouble());
    }

    private static Map<String, byte[]> unpacked(Answer answer) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(answer.orFail().bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static JsonNode data(Map<String, byte[]> files) {
        return Client.JSON.readTree(files.get("data.json"));
    }

    @Test
    @Requirement({"R47", "R49", "R50", "R70"})
    void theArchiveHoldsEverythingOfHersAndNothingOfAnybodyElse() throws IOException {
        Portrayed her = portrayed();
        office.visitor().post(her.rights(), Map.of("right", "ACCESS")).orFail();

        Map<String, byte[]> files = unpacked(office.visitor().get(her.asked().page() + "/export?language=en"));
        JsonNode data = data(files);

        assertThat(data.path("person").path("name").asString()).isEqualTo("Saskia Voorbeeld");
        assertThat(data.path("consents").size()).isEqualTo(2);
        JsonNode sighting = data.path("sightings")
                .valueStream()
                .filter(one -> one.path("photoId").asString().equals(her.photo().photo()))
                .findFirst()
                .orElseThrow();
        assertThat(data.path("suggestions").get(0).path("distance").asDouble()).isBetween(0.01, 2.0);
        assertThat(sighting.path("distance"))
                .isEqualTo(data.path("suggestions").get(0).path("distance"));
        assertThat(data.path("suggestions").get(0).path("outcome").asString()).isEqualTo("CONFIRMED");
        JsonNode faceprint = data.path("faceprints").get(0);
        assertThat(faceprint.has("numbers"))
                .as("her link may be in other hands")
                .isFalse();
        assertThat(faceprint.path("withheld").asBoolean()).isTrue();
        assertThat(data.path("sightings")
                        .valueStream()
                        .map(one -> one.path("photoId").asString()))
                .as("the portrait that it was made from shows her too")
                .contains(faceprint.path("madeFrom").asString());
        assertThat(faceprint.path("model").asString())
                .isEqualTo(data.path("logic").path("model").asString());
        JsonNode publication = data.path("publications").get(0);
        assertThat(publication.path("recipient").asString()).isEqualTo("https://example.org/open-day");
        assertThat(publication.path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(publication.path("publishedAt").asString()).isNotEmpty();
        theOpeningsNameRolesAndNobody(data, files);
        nothingIsOfTheOther(her, files);
        theOtherFaceIsFilled(her, files);
        theRequestWaitsForAnOfficer(her);
    }

    /** Whatever was fetched by the link: programs fetch too. */
    private void theRequestWaitsForAnOfficer(Portrayed her) {
        JsonNode asked =
                office.visitor().get(her.rights()).orFail().list("requests").getFirst();
        assertThat(asked.path("state").asString()).isEqualTo("OPEN");
        office.officer()
                .post(
                        "/api/rights-requests/" + asked.path("requestId").asString() + "/answer",
                        Map.of("outcome", "DATA_PROVIDED"))
                .orFail();
        theRequestIsAnswered(her, "ACCESS", "DATA_PROVIDED");
    }

    private static void theOpeningsNameRolesAndNobody(JsonNode data, Map<String, byte[]> files) {
        assertThat(data.path("openings").values())
                .noneMatch(one -> one.path("what").asString().equals("faceprint"))
                .anyMatch(one -> one.path("what").asString().equals("identity")
                        && one.path("by").asString().equals("YOU")
                        && one.path("purpose").asString().equals("DATA_SUBJECT_REQUEST"))
                .anyMatch(one -> one.path("what").asString().equals("photo")
                        && one.path("by").asString().equals("STAFF")
                        && one.path("role").asString().equals("PHOTOGRAPHER")
                        && one.path("purpose").asString().equals("RECOGNITION"));
        assertThat(everything(files)).doesNotContain("acc_").doesNotContain("DPIA 1");
    }

    private static void nothingIsOfTheOther(Portrayed her, Map<String, byte[]> files) {
        assertThat(everything(files))
                .contains(her.asked().person())
                .doesNotContain(her.other())
                .doesNotContain(her.otherFace())
                .doesNotContain("Cornelis")
                .doesNotContain("Derdepersoon")
                .doesNotContain("cornelis");
    }

    /** Names of files too, and JPEG and PDF as they are. */
    private static String everything(Map<String, byte[]> files) {
        StringBuilder all = new StringBuilder();
        files.forEach(
                (name, bytes) -> all.append(name).append('\n').append(new String(bytes, StandardCharsets.ISO_8859_1)));
        return all.toString();
    }

    private static void theOtherFaceIsFilled(Portrayed her, Map<String, byte[]> files) throws IOException {
        BufferedImage picture = ImageIO.read(
                new ByteArrayInputStream(files.get("photos/" + her.photo().photo() + ".jpg")));
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(filled(picture, boxOf(her.photo(), her.otherFace()))).isEqualTo(1.0);
        assertThat(filled(picture, boxOf(her.photo(), her.face()))).isLessThan(0.2);
    }

    private static FaceBox boxOf(Taken photo, String face) {
        return photo.faces().stream()
                .filter(one -> one.path("faceId").asString().equals(face))
                .findFirst()
                .map(one -> box(one.path("box")))
                .orElseThrow();
    }

    /** Which part of a face's box has the colour of the fill; JPEG blurs a little. */
    private static double filled(BufferedImage picture, FaceBox box) {
        int all = 0;
        int same = 0;
        for (int x = (int) (box.x() * picture.getWidth()); x < (box.x() + box.width()) * picture.getWidth(); x++) {
            for (int y = (int) (box.y() * picture.getHeight());
                    y < (box.y() + box.height()) * picture.getHeight();
                    y++) {
                Color color = new Color(picture.getRGB(x, y));
                all++;
                same += Math.abs(color.getRed() - FILL.getRed()) < 12
                                && Math.abs(color.getGreen() - FILL.getGreen()) < 12
                                && Math.abs(color.getBlue() - FILL.getBlue()) < 12
                        ? 1
                        : 0;
            }
        }
        return (double) same / all;
    }

    private JsonNode theRequestIsAnswered(Portrayed her, String right, String outcome) {
        return Awaitility.await(right + " is answered")
                .atMost(PATIENCE)
                .until(
                        () -> office.visitor().get(her.rights()).orFail().list("requests").stream()
                                .filter(one -> one.path("right").asString().equals(right))
                                .findFirst()
                                .orElse(Client.JSON.missingNode()),
                        one -> one.path("outcome").asString("").equals(outcome));
    }

    /** Where nobody said that everybody is marked, more is covered than what is marked. */
    @Test
    @Requirement("R49")
    void ofAPhotoNobodyReviewedOnlyHerPartIsLeft() throws IOException {
        Asked asked = signedUp("Una Kunstmaan", "");
        Taken photo = office.take(collection, "unreviewed.jpg", Pictures.another(TWO.jpeg(), 1000 + number++));
        String face = on(photo, Cast.VOLUNTEER);
        office.sight(photo, face, asked.person());

        Answer answer =
                office.visitor().get(asked.page() + "/photos/" + photo.photo()).orFail();

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.bytes()));
        assertThat(filled(picture, boxOf(photo, face))).isLessThan(0.2);
        assertThat(filled(picture, new FaceBox(0, 0.9, 1, 0.1))).isEqualTo(1.0);
        office.visitor()
                .get(signedUp("Somebody Else", "").page() + "/photos/" + photo.photo())
                .isRefusal(404, "photo.unknown");
    }

    @Test
    @Requirement({"R49", "R51"})
    void theDataIsWhatItsSchemaSaysInBothLanguages() throws IOException {
        Portrayed her = portrayed();
        Map<String, byte[]> english =
                unpacked(office.officer().get("/api/persons/" + her.asked().person() + "/export?language=en"));
        Map<String, byte[]> dutch =
                unpacked(office.officer().get("/api/persons/" + her.asked().person() + "/export?language=nl"));
        JsonNode alone =
                office.visitor().get(her.asked().page() + "/data").orFail().json();

        JsonNode schema = Client.JSON.readTree(english.get("data.schema.json"));
        fits(schema, data(english), "data");
        fits(schema, alone, "data");
        String page = new String(english.get("data.html"), StandardCharsets.UTF_8);
        assertThat(page)
                .contains(
                        "Your faceprint",
                        "Only about: “General use, without a subject of its own”.",
                        "All photos, of every shoot.",
                        "Saskia Voorbeeld",
                        "src=\"photos/" + her.photo().photo());
        assertThat(page).doesNotContainPattern("(?i)<script|https?://(?!example.org/open-day)");
        assertThat(new String(dutch.get("data.html"), StandardCharsets.UTF_8))
                .contains("Uw gezichtsafdruk", "Alleen over: “Algemeen gebruik, zonder eigen onderwerp”.");
        assertThat(schema.path("properties").path("schema").path("const").asString())
                .isEqualTo(alone.path("schema").asString());
        office.editor().get("/api/persons/" + her.asked().person() + "/export").isRefusal(403, "access.not-allowed");
    }

    /** A link is a key that can lie about: what it opens holds no template, whatever was asked with it. */
    @Test
    @Requirement("R70")
    void aLinkNeverGivesTheNumbersOfAFaceWhoeverAskedForThem() throws IOException {
        Portrayed her = portrayed();
        office.visitor().post(her.rights(), Map.of("right", "ACCESS")).orFail();
        office.officer()
                .post("/api/persons/" + her.asked().person() + "/rights-requests", Map.of("right", "PORTABILITY"))
                .orFail();

        JsonNode part = office.visitor()
                .get(her.asked().page() + "/data")
                .orFail()
                .json()
                .path("faceprints")
                .get(0);
        Map<String, byte[]> files = unpacked(office.visitor().get(her.asked().page() + "/export?language=en"));
        assertThat(part.has("numbers")).isFalse();
        assertThat(data(files).path("faceprints").get(0).has("numbers")).isFalse();
        assertThat(new String(files.get("data.html"), StandardCharsets.UTF_8))
                .contains("the numbers are handed over in answer to a request for access");
    }

    @Test
    @Requirement({"R49", "R70"})
    void anOfficerGetsTheNumbersOfAFaceOnlyWhileThePersonWaitsForThem() {
        Portrayed her = portrayed();
        String data = "/api/persons/" + her.asked().person() + "/data";

        JsonNode before =
                office.officer().get(data).orFail().json().path("faceprints").get(0);
        office.officer()
                .post("/api/persons/" + her.asked().person() + "/rights-requests", Map.of("right", "ACCESS"))
                .orFail();
        JsonNode asked =
                office.officer().get(data).orFail().json().path("faceprints").get(0);

        assertThat(before.has("numbers")).isFalse();
        assertThat(before.path("withheld").asBoolean()).isTrue();
        assertThat(asked.path("numbers").size()).isEqualTo(128);
    }

    /** The key is suspended: nothing under it opens, nothing is destroyed, and the archive says so. */
    @Test
    @Requirement({"R36", "R49"})
    void whileRestrictedTheFaceprintKeyIsSuspendedAndTheArchiveSaysSoInsteadOfNothing() throws Exception {
        Portrayed her = portrayed();
        String person = "/api/persons/" + her.asked().person();
        KeyRef key = KeyRef.first(new PersonId(her.asked().person()), KeyScope.RECOGNITION);
        Vault vault = server.bean(Vault.class);

        office.officer().post(person + "/restriction").orFail();

        assertThat(vault.state(key)).hasValue(KeyState.SUSPENDED);
        JsonNode restricted = exported(her);
        JsonNode faceprint = restricted.path("faceprints").get(0);
        assertThat(faceprint.path("suspended").asBoolean()).isTrue();
        assertThat(faceprint.has("numbers")).isFalse();
        for (String where : List.of("suggestions", "sightings")) {
            // the portrait is linked by hand and was compared with nothing
            JsonNode one = restricted
                    .path(where)
                    .valueStream()
                    .filter(each ->
                            each.path("photoId").asString().equals(her.photo().photo()))
                    .findFirst()
                    .orElseThrow();
            assertThat(one.path("suspended").asBoolean()).as(where).isTrue();
            assertThat(one.has("distance")).as(where).isFalse();
        }
        assertThat(restricted.path("person").path("name").asString()).isEqualTo("Saskia Voorbeeld");

        office.officer().raw("DELETE", person + "/restriction", "").orFail();
        assertThat(vault.state(key)).hasValue(KeyState.ACTIVE);
        assertThat(exported(her).path("faceprints").get(0).path("suspended").asBoolean())
                .isFalse();
        theStateFollowsTheHistoryWhateverWasMissed(her, key, vault);

        office.officer().post(person + "/restriction").orFail();
        office.withdraw(her.asked(), true, List.of()).orFail();
        Awaitility.await("a suspended key is destroyed")
                .atMost(PATIENCE)
                .until(() -> vault.state(key).equals(Optional.of(KeyState.DESTROYED)));
    }

    /** As if the process had died between the lifting and what follows from it. */
    private void theStateFollowsTheHistoryWhateverWasMissed(Portrayed her, KeyRef key, Vault vault) throws Exception {
        WorkIndex index = server.bean(WorkIndex.class);
        Awaitility.await("both changes were followed")
                .atMost(PATIENCE)
                .until(() -> index.all("select 1 from todo where kind = 'RESTRICTION'", row -> true)
                        .isEmpty());
        vault.suspend(key);
        index.settle(
                "insert into todo (kind, subject, detail, since, cause, correlation)"
                        + " values ('RESTRICTION', ?, '0', 0, 'none', 'none')",
                her.asked().person());
        Awaitility.await("the key follows the history")
                .atMost(PATIENCE)
                .until(() -> vault.state(key).equals(Optional.of(KeyState.ACTIVE)));
    }

    private JsonNode exported(Portrayed her) {
        return office.visitor().get(her.asked().page() + "/data").orFail().json();
    }

    @Test
    @Requirement("R50")
    void whoeverOpenedAnythingUnderHerKeysIsListedAndSoIsWhoSawAPhotoWhileItWasHeldToBeHers() throws Exception {
        Asked asked = signedUp("Nelleke Openbaar", "");
        PersonId person = new PersonId(asked.person());
        office.officer()
                .post(
                        "/api/persons/" + person + "/representatives",
                        Map.of(
                                "name",
                                "Iemand",
                                "role",
                                "GUARDIAN",
                                "verified",
                                true,
                                "sole",
                                true,
                                "authority",
                                "Akte"))
                .orFail();
        office.visitor()
                .post(asked.page() + "/rights", Map.of("right", "RECTIFICATION", "text", "Mijn naam klopt niet"))
                .orFail();
        office.officer()
                .post(
                        "/api/persons/" + person + "/holds",
                        Map.of("element", "EVIDENCE", "until", Office.today(30), "reason", "A claim"))
                .orFail();
        Vault vault = server.bean(Vault.class);
        vault.openAll(
                vault.sealedUnder(KeyRef.first(person, KeyScope.EVIDENCE)),
                new AccessReason(
                        new Accessor.Staff(IdMint.mint(AccountId.PREFIX, AccountId::new)),
                        "AUDITOR",
                        AccessPurpose.AUDIT));
        KeyRef evidence = KeyRef.first(person, KeyScope.EVIDENCE);
        RecordId unnamed = IdMint.recordId();
        vault.seal(new SealRequest(evidence, new RecordKind("evidence"), unnamed, Plaintext.of("no event names this")));
        vault.open(unnamed, new AccessReason(new Accessor.SystemTask("test"), "ADMIN", AccessPurpose.AUDIT));
        Taken photo = office.take(collection, "mistaken.jpg", Pictures.another(TWO.jpeg(), 2000 + number++));
        String face = on(photo, Cast.VOLUNTEER);
        String preview = "/api/photos/" + photo.photo() + "/preview";
        office.sight(photo, face, asked.person());
        office.editor().get(preview).orFail();
        office.editor()
                .raw("DELETE", "/api/photos/" + photo.photo() + "/faces/" + face + "/sighting", "")
                .orFail();
        office.photographer().get(preview).orFail();

        JsonNode openings = office.officer()
                .get("/api/persons/" + person + "/data")
                .orFail()
                .json()
                .path("openings");

        assertThat(openings.values())
                .filteredOn(one -> one.path("role").asString().equals("AUDITOR"))
                .extracting(one -> one.path("what").asString())
                .contains("representative", "request", "reason", "evidence");
        assertThat(openings.values())
                .as("whatever lies under her keys, named by an event or not")
                .anyMatch(one -> one.path("role").asString().equals("ADMIN")
                        && one.path("what").asString().equals("evidence"));
        assertThat(openings.values())
                .filteredOn(one -> one.path("what").asString().equals("preview"))
                .extracting(one -> one.path("role").asString())
                .contains("EDITOR")
                .doesNotContain("PHOTOGRAPHER");
    }

    @Test
    @Requirement("R49")
    void whatStaffTypedAboutAPermissionIsLeftOutSaidSoAndNamesNobody() throws IOException {
        String person = office.register("Paulien Papier", "");
        String quitclaim = office.offer(person, notice, List.of(Office.website(90)))
                .orFail()
                .text("quitclaimId");
        office.officer()
                .post(
                        "/api/quitclaims/" + quitclaim + "/grants",
                        Map.of(
                                "language",
                                "nl",
                                "answers",
                                List.of(Map.of("ask", 0, "granted", true)),
                                "signature",
                                Map.of(
                                        "representatives",
                                        List.of(),
                                        "level",
                                        "SIMPLE",
                                        "method",
                                        "PAPER",
                                        "confirmation",
                                        "SIGNED",
                                        "evidence",
                                        "Getekend in het bijzijn van " + OTHER)))
                .orFail();
        Map<String, byte[]> files = unpacked(office.officer().get("/api/persons/" + person + "/export?language=nl"));
        JsonNode consent = data(files).path("consents").get(0);
        assertThat(consent.path("evidenceTypedByStaff").asBoolean()).isTrue();
        assertThat(consent.has("evidence")).isFalse();
        assertThat(everything(files)).contains("Paulien Papier").doesNotContain("Derdepersoon");
        assertThat(new String(files.get("data.html"), StandardCharsets.UTF_8))
                .contains("Medewerkers hebben opgeschreven");
    }

    /** What JSON Schema says by type, required and properties; the vocabulary that the schema uses. */
    private static void fits(JsonNode schema, JsonNode value, String where) {
        if (schema.has("properties")) {
            Set<String> known = new TreeSet<>(schema.path("properties").propertyNames());
            Set<String> there = new TreeSet<>(value.propertyNames());
            assertThat(known).as(where).containsAll(there);
            schema.path("required").forEach(name -> assertThat(there).as(where).contains(name.asString()));
            there.forEach(name -> fits(schema.path("properties").path(name), value.path(name), where + "." + name));
        } else if (schema.has("items")) {
            assertThat(value.isArray()).as(where).isTrue();
            value.forEach(one -> fits(schema.path("items"), one, where + "[]"));
        } else if (schema.has("enum")) {
            assertThat(schema.path("enum").toString()).as(where).contains("\"" + value.asString() + "\"");
        } else {
            boolean right = switch (schema.path("type").asString("const")) {
                case "string" -> value.isString();
                case "number" -> value.isNumber();
                case "integer" -> value.isIntegralNumber();
                case "boolean" -> value.isBoolean();
                case "object" -> value.isObject();
                default -> true;
            };
            assertThat(right).as(where + " " + value).isTrue();
        }
    }

    /** What an officer shows who asks what stood on a day that is past: from when until when each yes was one, on which text. */
    @Test
    @Requirement("R12")
    void herDataTellsOfEachYesWhenItBeganAndEndedAndOnWhichText() {
        Instant before = Instant.now();
        Asked asked = signedUp("Vera Verleden", "");
        Instant between = Instant.now();
        office.withdraw(asked, false, List.of("WEBSITE")).orFail();
        Instant after = Instant.now();

        List<JsonNode> consents = office.officer()
                .get("/api/persons/" + asked.person() + "/data")
                .orFail()
                .list("consents");

        assertThat(consents).hasSize(2).allSatisfy(one -> {
            JsonNode given = one.path("receipt").path("record");
            assertThat(Instant.parse(given.path("eventTime").asString())).isBetween(before, between);
            assertThat(given.path("piiPrincipalId").asString()).isEqualTo(asked.person());
            assertThat(given.path("notice").path("noticeId").asString()).isEqualTo(notice);
            assertThat(given.path("notice").path("sha256").asString()).matches("[0-9a-f]{64}");
            assertThat(given.path("notice").path("language").asString()).isNotEmpty();
            if (given.path("purpose").asString().equals("PUBLICATION")) {
                assertThat(Instant.parse(one.path("endedAt").asString())).isBetween(between, after);
            } else {
                assertThat(one.has("endedAt")).isFalse();
            }
        });
    }

    @Test
    @Requirement("R11")
    void aReceiptResolvesToTheSameRecordAsJsonAsPdfAndInTheArchiveAlsoAfterAWithdrawal() throws IOException {
        Asked asked = signedUp("Rosa Ontvangst", "");
        String grant = office.visitor()
                .get(asked.page() + "/rights")
                .orFail()
                .json()
                .path("receipts")
                .get(0)
                .asString();
        byte[] json = office.visitor()
                .get(asked.page() + "/receipts/" + grant)
                .orFail()
                .bytes();
        ConsentReceipt receipt = ConsentReceipt.read(json);
        assertThat(receipt.agrees()).isTrue();
        assertThat(receipt.record().recordId()).isEqualTo(grant);
        assertThat(receipt.record().notice().sections()).containsKey("CONTROLLER");
        byte[] paper = office.visitor()
                .get(asked.page() + "/receipts/" + grant + "/paper")
                .orFail()
                .bytes();
        assertThat(paper).isEqualTo(ReceiptPaper.of(receipt));

        office.withdraw(asked, true, List.of("WEBSITE")).orFail();

        assertThat(office.officer()
                        .get("/api/persons/" + asked.person() + "/receipts/" + grant)
                        .orFail()
                        .bytes())
                .isEqualTo(json);
        Map<String, byte[]> files = unpacked(office.visitor().get(asked.page() + "/export"));
        assertThat(files.get("receipts/" + grant + ".json")).isEqualTo(json);
        assertThat(files.get("receipts/" + grant + ".pdf")).isEqualTo(paper);
        assertThat(data(files).path("consents").values())
                .anyMatch(one -> one.path("receipt").path("sha256").asString().equals(receipt.sha256())
                        && one.path("status").asString().equals("WITHDRAWN"));
    }

    @Test
    @Requirement("R52")
    void correctionRestrictionAndItsLiftingAreAnsweredByBeingCarriedOut() {
        Portrayed her = portrayed();
        office.visitor()
                .post(
                        her.rights(),
                        Map.of(
                                "right",
                                "RECTIFICATION",
                                "photoId",
                                her.photo().photo(),
                                "faceId",
                                her.face(),
                                "text",
                                "That is my sister"))
                .orFail();
        office.visitor().post(her.rights(), Map.of("right", "RESTRICTION")).orFail();
        String restriction = request(her, "RESTRICTION").path("requestId").asString();
        office.officer()
                .post("/api/rights-requests/" + restriction + "/answer", Map.of("outcome", "RESTRICTED"))
                .isRefusal(409, "rights.not-carried-out");

        String faces = "/api/photos/" + her.photo().photo() + "/faces/" + her.face() + "/sighting";
        office.officer().raw("DELETE", faces, "").orFail();
        assertThat(theRequestIsAnswered(her, "RECTIFICATION", "CORRECTED")
                        .path("statement")
                        .asString())
                .isEqualTo("That is my sister");
        String standing = "/api/persons/" + her.asked().person() + "/restriction";
        office.officer().post(standing).orFail();
        theRequestIsAnswered(her, "RESTRICTION", "RESTRICTED");
        office.visitor().post(her.rights(), Map.of("right", "LIFTING")).orFail();
        office.officer().raw("DELETE", standing, "").orFail();
        theRequestIsAnswered(her, "LIFTING", "RESTRICTION_LIFTED");
    }

    private JsonNode request(Portrayed her, String right) {
        return office
                .officer()
                .get("/api/rights-requests?person=" + her.asked().person())
                .orFail()
                .list("items")
                .stream()
                .filter(one -> one.path("right").asString().equals(right))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Requirement("R56")
    void anObjectionTakesOfflineWhatDoesNotRestOnConsentAndElsePointsToWithdrawing() {
        Portrayed her = portrayed();
        Answer asked = office.visitor()
                .post(her.rights(), Map.of("right", "OBJECTION", "publicationId", her.publication()))
                .orFail();
        assertThat(asked.json().path("concern").path("publication").asString()).isEqualTo(her.publication());
        theRequestIsAnswered(her, "OBJECTION", "WITHDRAW_INSTEAD");
        theScreensSay("PUBLISHED", her.publication());

        Portrayed another = portrayed();
        PublicationId press = publishedByThePress(another);
        office.visitor()
                .post(another.rights(), Map.of("right", "OBJECTION", "publicationId", press.value()))
                .orFail();
        theRequestIsAnswered(another, "OBJECTION", "TAKEDOWN_ORDERED");
        theScreensSay("TAKEDOWN_DUE", press.value());
        office.visitor()
                .post(her.rights(), Map.of("right", "OBJECTION", "publicationId", another.publication()))
                .isRefusal(404, "rights.unknown-concern");
    }

    private void theScreensSay(String state, String publication) {
        Awaitility.await("the screens say " + state)
                .atMost(PATIENCE)
                .until(() -> office.officer()
                        .get("/api/publications/" + publication)
                        .orFail()
                        .text("state")
                        .equals(state));
    }

    /** This installation refuses to publish on another basis; one that did left this history. */
    private PublicationId publishedByThePress(Portrayed her) {
        PublicationId id = IdMint.mint(PublicationId.PREFIX, PublicationId::new);
        EventStore store = server.bean(EventStore.class);
        Instant now = Instant.now();
        AtomicLong sequence = new AtomicLong();
        Use use = new Use(
                new PhotoId(her.photo().photo()),
                new RenditionId(her.photo().rendition()),
                Channel.PRESS,
                new Territory("NL"),
                UseContext.GENERAL);
        List<DomainEvent> history = List.of(
                new PublicationRequested(id, use, IdMint.recordId(), Basis.JOURNALISTIC, List.of(), now),
                new PublicationCleared(id, 1, List.of(), 1, now),
                new PublicationConfirmed(id, now));
        store.publish(history.stream()
                .map(event -> new GenericDomainEventMessage<>(
                        "publication", id.value(), sequence.getAndIncrement(), event, EARLIER.metaData()))
                .toList());
        return id;
    }

    @Test
    @Requirement("R48")
    void requestsHaveADueDateOneExtensionAnAlarmAndAnAnswer() {
        try (Server own = Running.demo(folder.resolve("clock"))) {
            Office there = Office.at(own.address());
            String person = there.register("Anna Wacht", "");
            Asked asked = there.ask(person, there.publishNotice(), List.of(Office.website(900)));
            there.visitor()
                    .post(asked.page() + "/rights", Map.of("right", "ACCESS"))
                    .orFail();
            there.visitor()
                    .post(asked.page() + "/rights", Map.of("right", "ACCESS"))
                    .isRefusal(409, "rights.already-asked");
            JsonNode made = there.officer()
                    .post("/api/persons/" + person + "/rights-requests", Map.of("right", "RESTRICTION"))
                    .orFail()
                    .json();
            LocalDate due = LocalDate.parse(made.path("dueOn").asString());
            assertThat(due).isEqualTo(LocalDate.now(Office.ZONE).plusMonths(1));
            String path = "/api/rights-requests/" + made.path("requestId").asString();
            there.officer()
                    .post(path + "/extension", Map.of("reason", "COMPLEXITY"))
                    .orFail();
            there.officer()
                    .post(path + "/extension", Map.of("reason", "COMPLEXITY"))
                    .isRefusal(409, "rights.already-extended");
            assertThat(there.officer().get(path).orFail().text("dueOn"))
                    .isEqualTo(due.plusMonths(2).toString());
            there.officer()
                    .post(path + "/refusal", Map.of("reason", "COMPELLING_GROUNDS"))
                    .isRefusal(422, "rights.other-reason");
            there.officer()
                    .post(path + "/refusal", Map.of("reason", "NO_GROUND", "text", "We looked at each ground."))
                    .orFail();
            assertThat(there.officer().get(path).orFail().text("state")).isEqualTo("REFUSED");
            assertThat(there.officer().get(path + "/texts").orFail().text("explanation"))
                    .isEqualTo("We looked at each ground.");
            Client admin = Client.visitor(own.address()).as(Role.ADMIN);
            admin.post(
                            "/api/demo/clock",
                            Map.of(
                                    "to",
                                    due.plusDays(2)
                                            .atTime(12, 0)
                                            .atZone(Office.ZONE)
                                            .toInstant()
                                            .toString()))
                    .orFail();
            Awaitility.await("the alarm sounds").atMost(PATIENCE).untilAsserted(() -> {
                List<JsonNode> open = there.officer()
                        .get("/api/rights-requests?open=true")
                        .orFail()
                        .list("items");
                assertThat(open)
                        .singleElement()
                        .satisfies(one ->
                                assertThat(one.path("alarm").asString("")).isEqualTo("OVERDUE"));
            });
        }
    }

    /** As when a button is pressed twice on a slow telephone. */
    @RepeatedTest(5)
    void ofTwoEqualRequestsAtTheSameMomentOneIsReceived() {
        Asked asked = signedUp("Tweemaal Gedrukt", "");
        List<CompletableFuture<Answer>> both = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> office.visitor().post(asked.page() + "/rights", Map.of("right", "RESTRICTION"))))
                .limit(2)
                .toList();

        assertThat(both.stream().map(CompletableFuture::join).map(Answer::ok)).containsExactlyInAnyOrder(true, false);
        assertThat(office.visitor().get(asked.page() + "/rights").orFail().list("requests"))
                .hasSize(1);
    }

    @Test
    void thePagesOfTheListHoldEachRequestOnce() {
        Portrayed her = portrayed();
        for (String right : List.of("ACCESS", "PORTABILITY", "RESTRICTION")) {
            office.visitor().post(her.rights(), Map.of("right", right)).orFail();
        }
        Set<String> seen = new HashSet<>();
        String cursor = "";
        int pages = 0;
        do {
            Answer page = office.officer()
                    .get("/api/rights-requests?limit=1&person=" + her.asked().person() + "&cursor=" + cursor)
                    .orFail();
            page.list("items")
                    .forEach(one -> assertThat(seen.add(one.path("requestId").asString()))
                            .isTrue());
            cursor = page.json().path("next").asString("");
            pages++;
        } while (!cursor.isEmpty() && pages < 9);
        assertThat(seen).hasSize(3);
    }

    @Test
    @Requirement({"R53", "R55"})
    void afterErasureTheArchiveSaysWhatRemainsAndHoldsNoNameNoPictureAndNoNumbers() throws IOException {
        Portrayed her = portrayed();
        office.erase(her.asked().person(), Map.of("photos", "LEAVE")).orFail();
        Awaitility.await("the takedown is ordered")
                .atMost(PATIENCE)
                .until(() -> office.editor()
                        .post("/api/takedowns/" + her.publication() + "/acknowledgement")
                        .ok());
        Awaitility.await("the erasure is done")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(office.officer()
                                .get("/api/erasure-cases?person=" + her.asked().person())
                                .orFail()
                                .list("items"))
                        .hasSize(2)
                        .allMatch(one -> one.hasNonNull("closedAt")));

        Map<String, byte[]> files = unpacked(office.visitor().get(her.asked().page() + "/export?language=en"));

        JsonNode data = data(files);
        assertThat(data.path("person").has("name")).isFalse();
        assertThat(data.path("person").path("erased").asBoolean()).isTrue();
        assertThat(data.path("faceprints").isEmpty()).isTrue();
        assertThat(data.path("sightings").isEmpty()).isTrue();
        assertThat(data.path("suggestions").get(0).has("distance")).isFalse();
        assertThat(data.path("erasure").values())
                .extracting(one ->
                        one.path("element").asString() + " " + one.path("goes").asBoolean() + " "
                                + one.path("reason").asString(""))
                .containsExactly("RECOGNITION true ", "IDENTITY true ", "EVIDENCE false erasure.kept-as-proof");
        assertThat(files.keySet()).noneMatch(name -> name.startsWith("photos/"));
        assertThat(new String(files.get("data.html"), StandardCharsets.UTF_8))
                .contains("What remains after erasure", "Kept as proof of what you had allowed");
        assertThat(everything(files)).doesNotContain("Saskia");
    }
}

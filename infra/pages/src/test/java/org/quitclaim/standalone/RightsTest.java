package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Browser;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.PublishedLogins;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** What a person can count on, seen over HTTP in a whole server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
    private static final String PAGE = "https://lindeveld.example/rights";
    private static final byte[] PORTRAIT = Pictures.portrait(11).jpeg();

    private Path data;
    private Server server;
    private Office office;
    private String notice;
    private String collection;
    private Answer beforeTheDpia;
    private int number;

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder.resolve("data");
        server = Running.demo(data);
        office = Office.at(server.address());
        notice = office.publishNotice();
        collection = office.openCollection("Rights");
        office.allowRecognition(collection);
        Asked early = signedUp();
        Taken photo = office.take(collection, "early.jpg", fresh());
        beforeTheDpia = office.enrol(early.person(), photo, face(photo));
        office.recordDpia("DPIA 2026-1");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Requirement("R75")
    void nobodyIsEnrolledBeforeADpiaIsRecorded() {
        beforeTheDpia.isRefusal(409, "permit.dpia-missing");
    }

    @Test
    @Requirement("R17")
    void withdrawingTakesNoMoreRequestsAndNoMoreWordsThanGranting() {
        Asked asked = asked();
        List<Answer> granting = List.of(office.visitor().get(asked.page()), office.sayYes(asked, 2));
        List<Answer> withdrawing =
                List.of(office.visitor().get(asked.page()), office.withdraw(asked, true, List.of("WEBSITE")));

        assertThat(Stream.concat(granting.stream(), withdrawing.stream())).allMatch(Answer::ok);
        assertThat(withdrawing).hasSizeLessThanOrEqualTo(granting.size());
    }

    @Test
    @Requirement("R19")
    void withdrawingRecognitionLeavesPublicationAndTheOtherWayRound() {
        Asked keepsPublication = signedUp();
        Taken marked = reviewedPhotoOf(keepsPublication);
        office.withdraw(keepsPublication, true, List.of()).orFail();
        assertThat(office.requestPublication(marked, PAGE).text("verdict")).isEqualTo("CLEARED");

        Asked keepsRecognition = signedUp();
        office.withdraw(keepsRecognition, false, List.of("WEBSITE")).orFail();
        Taken portrait = office.take(collection, "portrait.jpg", fresh());
        assertThat(office.enrol(keepsRecognition.person(), portrait, face(portrait))
                        .ok())
                .isTrue();
    }

    /** A photo is data of whoever is on it. Source: GDPR Art. 18(2). */
    @Test
    @Requirement("R36")
    void aPhotoOfSomebodyWhoseDataStandsStillIsRemovedByAnOfficerWithAReasonOnly() {
        Asked asked = signedUp();
        Taken photo = office.take(collection, "still.jpg", fresh());
        office.sight(photo, face(photo), asked.person());
        String path = "/api/photos/" + photo.photo();
        office.officer().post("/api/persons/" + asked.person() + "/restriction").orFail();

        office.editor().get(path + "/removal").isRefusal(409, "photo.stands-still");
        office.editor().delete(path + "?confirm=x&because=LEGAL_CLAIM").isRefusal(409, "photo.stands-still");
        Answer goes = office.officer().get(path + "/removal").orFail();
        assertThat(goes.json().path("standsStill").asBoolean()).isTrue();
        String confirmed = path + "?confirm=" + goes.text("confirm");
        office.officer().delete(confirmed).isRefusal(409, "photo.stands-still");
        office.officer().delete(confirmed + "&because=LEGAL_CLAIM").orFail();
        office.editor().get(path + "/removal").isRefusal(409, "photo.removed");
    }

    /** Her page says so, and she is told before it ends. Source: GDPR Art. 18(3). */
    @Test
    @Requirement("R36")
    void whileSomebodysDataStandsStillNobodyOrdersItsErasure() {
        Asked asked = enrolled();
        String person = "/api/persons/" + asked.person();
        office.officer().post(person + "/restriction").orFail();

        office.officer().get(person + "/erasure").isRefusal(409, "consent.stands-still");
        office.officer().post(person + "/erasure", Map.of("confirm", "x")).isRefusal(409, "consent.stands-still");
        assertThat(office.officer().get(person).orFail().text("standing")).isEqualTo("RESTRICTED");

        office.officer().raw("DELETE", person + "/restriction", "").orFail();
        office.erase(asked.person(), Map.of()).orFail();
    }

    @Test
    @Requirement({"R20", "R66"})
    void withdrawingRecognitionErasesTheFaceprintWithoutAnotherWord() {
        Asked asked = enrolled();
        office.withdraw(asked, true, List.of()).orFail();

        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            List<JsonNode> cases = office.officer()
                    .get("/api/erasure-cases?person=" + asked.person())
                    .list("items");
            assertThat(cases).as("the case is there once the screens caught up").isNotEmpty();
            JsonNode erasure = cases.getFirst();
            assertThat(erasure.path("cause").asString()).isEqualTo("WITHDRAWAL");
            assertThat(erasure.path("closedAt").asString("")).isNotEmpty();
            assertThat(erasure.path("todo").isEmpty()).isTrue();
        });
    }

    /** The portrait is neither a photo nor a file afterwards. */
    @Test
    @Requirement("R30")
    void aPortraitSentForEnrolmentIsNotKept() throws IOException {
        Asked asked = signedUp();
        Rest.await(server);
        long files = files();
        long photos = photos();

        assertThat(enrolFromPortrait(asked, fresh()).status()).isEqualTo(204);

        assertThat(files()).isEqualTo(files);
        assertThat(photos()).isEqualTo(photos);
    }

    /** Nobody can say whose faceprint it would be. */
    @Test
    @Requirement("R83")
    void aPortraitOfNobodyOrOfMoreThanOneIsRefusedByWhatIsWrongWithIt() throws IOException {
        Asked asked = signedUp();
        assertThat(enrolFromPortrait(asked, Pictures.sky()).text()).contains("faceprint.no-face");
        assertThat(enrolFromPortrait(asked, PhotoOfTwo.jpeg()).text()).contains("faceprint.several-faces");
        assertThat(enrolFromPortrait(asked, besideAnotherPortrait()).text()).contains("faceprint.several-faces");
        assertThat(enrolFromPortrait(asked, fresh()).status()).isEqualTo(204);
    }

    /** With a framed portrait of somebody else in a corner. */
    private static byte[] besideAnotherPortrait() throws IOException {
        BufferedImage portrait = ImageIO.read(new ByteArrayInputStream(PORTRAIT));
        BufferedImage other =
                ImageIO.read(new ByteArrayInputStream(Pictures.portrait(12).jpeg()));
        BufferedImage wall =
                new BufferedImage(portrait.getWidth() * 3 / 2, portrait.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = wall.createGraphics();
        graphics.drawImage(portrait, 0, 0, null);
        graphics.drawImage(other, portrait.getWidth(), 0, portrait.getWidth() / 2, portrait.getHeight() / 2, null);
        graphics.dispose();
        return Pictures.written(wall, "jpeg");
    }

    @RepeatedTest(3)
    @Requirement("R18")
    void aWithdrawalDuringRecognitionLeavesNoSuggestion() {
        Asked asked = enrolled();
        office.editor()
                .put(
                        "/api/collections/" + collection + "/participants",
                        Map.of("add", List.of(asked.person()), "remove", List.of()))
                .orFail();
        Taken photo = office.take(collection, "race.jpg", fresh());

        CompletableFuture<Answer> running = CompletableFuture.supplyAsync(() -> office.editor()
                .post("/api/photos/attestations", Map.of("photoIds", List.of(photo.photo()), "scope", "PARTICIPANTS")));
        Answer withdrawn = office.withdraw(asked, true, List.of());
        running.join();
        Rest.await(server);

        assertThat(withdrawn.ok()).isTrue();
        assertThat(office.editor().get("/api/photos/" + photo.photo()).orFail().list("faces"))
                .isNotEmpty()
                .noneMatch(face -> face.toString().contains(asked.person()));
    }

    @RepeatedTest(3)
    @Requirement("R18")
    void aWithdrawalDuringThePublicationGateLeavesNothingClearedForGood() {
        Asked asked = signedUp();
        Taken photo = reviewedPhotoOf(asked);

        CompletableFuture<Answer> running = CompletableFuture.supplyAsync(() -> office.requestPublication(photo, PAGE));
        Answer withdrawn = office.withdraw(asked, false, List.of("WEBSITE"));
        Answer publication = running.join().orFail();
        Rest.await(server);

        assertThat(withdrawn.ok()).isTrue();
        assertThat(office.editor()
                        .get("/api/publications/" + publication.text("publicationId"))
                        .orFail()
                        .text("state"))
                .isIn("BLOCKED", "TAKEDOWN_DUE");
        assertThat(office.requestPublication(photo, PAGE).text("verdict")).isEqualTo("BLOCKED");
    }

    private Asked asked() {
        String person = office.register("Somebody " + number, "somebody" + number++ + "@example.org");
        return office.ask(person, notice, List.of(Office.recognition(300), Office.website(300)));
    }

    private Asked signedUp() {
        Asked asked = asked();
        office.sayYes(asked, 2).orFail();
        return asked;
    }

    private Asked enrolled() {
        Asked asked = signedUp();
        Taken portrait = office.take(collection, "portrait.jpg", fresh());
        office.enrol(asked.person(), portrait, face(portrait)).orFail();
        return asked;
    }

    private Taken reviewedPhotoOf(Asked asked) {
        Taken photo = office.take(collection, "photo.jpg", fresh());
        office.sight(photo, face(photo), asked.person());
        office.review(photo).orFail();
        return photo;
    }

    private byte[] fresh() {
        return Pictures.another(PORTRAIT, number++);
    }

    private static String face(Taken photo) {
        return photo.faces().getFirst().path("faceId").asString();
    }

    private Browser.Answer enrolFromPortrait(Asked asked, byte[] portrait) {
        PublishedLogins.Login login = Running.login(Role.COMPLIANCE_OFFICER);
        Browser browser = new Browser(server.address().getPort());
        browser.logIn(login.login(), login.password());
        browser.get("/login");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.jpg\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(portrait);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send(
                "POST",
                "/api/persons/" + asked.person() + "/faceprint",
                BodyPublishers.ofByteArray(body.toByteArray()),
                "multipart/form-data; boundary=part");
    }

    private long photos() {
        return office.editor()
                .get("/api/photos?limit=200")
                .orFail()
                .list("items")
                .size();
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("sealed"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}

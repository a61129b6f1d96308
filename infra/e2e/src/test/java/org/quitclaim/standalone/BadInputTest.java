package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.photo.Covered;
import org.quitclaim.drawn.DrawnPhoto;
import org.quitclaim.drawn.FaceBox;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** What is wrong is refused in words and by a stable code, and the history has not grown by it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String NOWHERE = "https://lindeveld.example/page";
    private static final int MEBIBYTE = 1024 * 1024;

    private final DrawnPhoto portrait = Pictures.portrait(7);
    private Server server;
    private Office office;
    private String notice;
    private String collection;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        notice = office.publishNotice();
        collection = office.openCollection("Bad input");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void refused(int status, String code, Supplier<Answer> request) {
        Rest.await(server);
        StreamHead head = server.bean(StreamHead.class);
        long before = head.position();
        request.get().isRefusal(status, code);
        assertThat(head.position()).as("the history after refused input").isEqualTo(before);
    }

    private void refusedUpload(int status, String code, byte[] file) {
        refused(status, code, () -> office.photographer().upload(collection, "photo.jpg", file));
        // whoever only asks about it is told the same
        refused(status, code, () -> office.photographer().uploadTo("/api/may-i", "", "photo.jpg", file));
    }

    @Test
    void whatIsNoImageIsRefused() {
        refusedUpload(422, "photo.not-an-image", "Dear sir or madam".getBytes(StandardCharsets.UTF_8));
    }

    /** As the program of the camera writes it: developed, it is read. */
    @Test
    void whatACameraSawIsCalledSoAndNotNoImage() {
        byte[] raw = "FUJIFILMCCD-RAW 0201FF129502X-T4".getBytes(StandardCharsets.US_ASCII);
        refusedUpload(422, "photo.camera-raw", raw);
        assertThat(office.photographer().upload(collection, "photo.raf", raw).text("detail"))
                .contains("JPEG or TIFF")
                .endsWith("Fujifilm RAF");
    }

    @Test
    void anImageOfAnotherFormatIsCalledByItsName() {
        byte[] gif = "GIF89a".getBytes(StandardCharsets.US_ASCII);
        refusedUpload(422, "photo.unsupported-format", gif);
        assertThat(office.photographer().upload(collection, "photo.gif", gif).text("detail"))
                .endsWith("GIF");
        refusedUpload(422, "photo.not-an-image", "%PDF-1.7 and so on".getBytes(StandardCharsets.US_ASCII));
    }

    /** The photo is as small as can be: it is the name that is too long. */
    @Test
    void aFileNameThatIsTooLongIsNotCalledALargeFile() {
        String name = "a".repeat(300) + ".jpg";
        refused(
                422,
                "photo.name-refused",
                () -> office.photographer().upload(collection, "a" + (char) 0x202E + "gpj.exe", Pictures.sky()));
        String second = "a.jpg\"\r\n\r\nx\r\n--quitclaim-boundary-of-the-tests\r\n"
                + "Content-Disposition: form-data; name=\"%s\"; filename=\"b.jpg";
        refused(
                400,
                "request.repeated-part",
                () -> office.photographer().upload(collection, second.formatted("file"), Pictures.sky()));
        refused(
                400,
                "request.unknown-part",
                () -> office.photographer().upload(collection, second.formatted("nope"), Pictures.sky()));
        refused(422, "photo.name-too-long", () -> office.photographer().upload(collection, name, Pictures.sky()));
        String longer = "a".repeat(10_000) + ".jpg";
        refused(
                400,
                "request.part-head-too-long",
                () -> office.photographer().upload(collection, longer, Pictures.sky()));
    }

    @Test
    void aNameThatIsTooLongIsNamedWithWhatItMayHave() {
        Map<String, Object> person = Map.of("name", "A".repeat(10_000), "capacity", "VISITOR", "ageGroup", "ADULT");
        refused(422, "request.too-long", () -> office.officer().post("/api/persons", person));
        assertThat(office.officer().post("/api/persons", person).text("detail")).endsWith("name, 200");
    }

    @Test
    void aTruncatedPhotoIsRefused() {
        refusedUpload(422, "photo.truncated", Arrays.copyOf(portrait.jpeg(), portrait.jpeg().length / 2));
    }

    @Test
    void aDecompressionBombIsRefusedByItsHeader() {
        refusedUpload(422, "photo.too-many-pixels", pngHeader(40_000, 40_000));
    }

    @Test
    void anEmptyUploadIsRefused() {
        refusedUpload(422, "photo.empty", new byte[0]);
    }

    @Test
    void aHundredMegabytesAreRefused() {
        refusedUpload(413, "photo.too-large", Arrays.copyOf(Pictures.sky(), 100 * MEBIBYTE));
    }

    @Test
    void aPhotoInInksIsAcceptedWithItsFace() throws IOException {
        assertFaceFound(office.take(collection, "cmyk.jpg", cmyk(picture())), drawnBox());
    }

    @Test
    void aProgressivePhotoIsAcceptedWithItsFace() throws IOException {
        assertFaceFound(office.take(collection, "progressive.jpg", progressive(picture())), drawnBox());
    }

    @Test
    void aPhotoLyingOnItsSideIsAcceptedWithBoxesInTheUprightOrientation() throws IOException {
        byte[] lying = Pictures.withSegment(Pictures.written(turnedLeft(picture()), "jpeg"), 0xE1, exifTurnRight());
        Taken taken = office.take(collection, "lying.jpg", lying);
        assertFaceFound(taken, drawnBox());
        JsonNode photo =
                office.editor().get("/api/photos/" + taken.photo()).orFail().json();
        assertThat(photo.path("widthPixels").asInt()).isEqualTo(portrait.width());
        assertThat(photo.path("heightPixels").asInt()).isEqualTo(portrait.height());
    }

    @Test
    void aPhotoWithoutFacesIsAcceptedWithNone() {
        assertThat(office.take(collection, "sky.jpg", Pictures.another(Pictures.sky(), 1))
                        .faces())
                .isEmpty();
    }

    @Test
    void theSamePhotoTwiceIsOnePhoto() {
        byte[] file = Pictures.another(Pictures.sky(), 2);
        Taken first = office.take(collection, "once.jpg", file);
        long before = server.bean(StreamHead.class).position();
        Answer second =
                office.photographer().upload(collection, "twice.jpg", file).orFail();
        assertThat(second.text("photoId")).isEqualTo(first.photo());
        assertThat(second.json().path("alreadyHere").asBoolean()).isTrue();
        assertThat(server.bean(StreamHead.class).position()).isEqualTo(before);
    }

    @Test
    void theSamePhotoInAnotherShootSaysSo() {
        byte[] file = Pictures.another(Pictures.sky(), 4);
        String first = office.take(collection, "once.jpg", file).photo();
        String elsewhere = office.openCollection("Another shoot");

        Answer second =
                office.photographer().upload(elsewhere, "twice.jpg", file).orFail();

        assertThat(second.text("photoId")).isNotEqualTo(first);
        assertThat(second.json().path("alreadyHere").asBoolean()).isFalse();
        assertThat(second.list("sameElsewhere")).extracting(JsonNode::asString).containsExactly(first);
        assertThat(office.editor().get("/api/photos/" + second.text("photoId")).list("derivedFrom"))
                .extracting(JsonNode::asString)
                .containsExactly(first);
    }

    /** With nothing of what was there: not its faces, not its review, and not among those that are named elsewhere. */
    @Test
    void aRemovedPhotoCanBeTakenInAnew() {
        Taken removed = office.take(collection, "gone.jpg", portrait.jpeg());
        office.mark(removed, office.register("Somebody", ""));
        office.editor().remove("/api/photos/" + removed.photo());

        Answer anew = office.photographer()
                .upload(collection, "back.jpg", portrait.jpeg())
                .orFail();

        assertThat(anew.text("photoId")).isNotEqualTo(removed.photo());
        assertThat(anew.json().path("removedBefore").asBoolean()).isTrue();
        assertThat(anew.list("sameElsewhere")).isEmpty();
        assertThat(anew.list("faces")).hasSize(1);
        JsonNode photo = office.editor()
                .get("/api/photos/" + anew.text("photoId"))
                .orFail()
                .json();
        assertThat(photo.path("reviewed").asBoolean()).isFalse();
        assertThat(photo.path("faces").toString()).doesNotContain("per_");
        Answer again = office.photographer()
                .upload(collection, "again.jpg", portrait.jpeg())
                .orFail();
        assertThat(again.text("photoId")).isEqualTo(anew.text("photoId"));
        assertThat(again.json().path("alreadyHere").asBoolean()).isTrue();
    }

    @Test
    void idsNobodyGaveOutAreUnknown() {
        String nobody = "per_" + "a".repeat(26);
        String nothing = "pho_" + "a".repeat(26);
        refused(404, "consent.unknown-person", () -> office.offer(nobody, notice, List.of(Office.website(9))));
        refused(404, "photo.unknown", () -> office.review(new Taken(nothing, "", List.of())));
        refused(
                404,
                "collection.unknown",
                () -> office.photographer().upload("col_" + "a".repeat(26), "x.jpg", Pictures.sky()));
        refused(
                404,
                "photo.unknown",
                () -> office.requestPublication(new Taken(nothing, "ren_" + "a".repeat(26), List.of()), NOWHERE));
        refused(404, "request.unknown-id", () -> office.officer().get("/api/persons/" + nobody));
        refused(404, "request.unknown-id", () -> office.officer().get("/api/persons/whoever"));
    }

    @Test
    void anEndDateInThePastIsRefused() {
        String person = office.register("Somebody", "");
        refused(422, "consent.term-in-the-past", () -> office.offer(person, notice, List.of(Office.website(-1))));
        refused(422, "consent.term-in-the-past", () -> office.offer(person, notice, List.of(past())));
    }

    /** One of these in the history once kept withdrawals and expiry from being worked off, for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"2200-01-01", "+292278995-01-01", "+999999999-12-31"})
    @Requirement("R22")
    void anEndDateThatNobodyCanForeseeIsRefused(String until) {
        String person = office.register("Somebody", "");
        Map<String, Object> recognition = Map.of("purpose", "RECOGNITION", "from", Office.today(0), "until", until);
        refused(422, "consent.term-too-long", () -> office.offer(person, notice, List.of(recognition)));
    }

    @Test
    void aHoldThatNeverEndsIsRefused() {
        String path = "/api/persons/" + office.register("Somebody", "") + "/holds";
        Map<String, Object> hold = Map.of("element", "EVIDENCE", "until", "2200-01-01", "reason", "a claim");
        refused(422, "consent.hold-too-long", () -> office.officer().post(path, hold));
    }

    /** Before anything is drawn: a minute of work was in vain once, and the advice could not be followed. */
    @Test
    void aVersionThatCoversMorePeopleThanItCanNameIsRefusedAtOnce() {
        List<String> crowd = IntStream.range(0, Covered.MOST + 1)
                .mapToObj(i -> "fac_" + "a".repeat(23) + base32(i))
                .toList();
        refused(
                422,
                "photo.covers-too-many",
                () -> office.editor()
                        .post("/api/photos/pho_" + "a".repeat(26) + "/renditions", Map.of("cover", crowd)));
    }

    private static String base32(int number) {
        String digits = "abcdefghijklmnopqrstuvwxyz234567";
        return "" + digits.charAt(number >> 10 & 31) + digits.charAt(number >> 5 & 31) + digits.charAt(number & 31);
    }

    @Test
    void moreThanTheHistoryCanHoldInOneEntryIsRefused() {
        String person = office.register("Somebody", "");
        Map<String, Object> wide = new HashMap<>(Office.website(9));
        List<String> photos = IntStream.range(0, 5_000)
                .mapToObj(i -> "pho_" + "a".repeat(23) + base32(i))
                .toList();
        wide.put("coverage", Map.of("extent", "PHOTOS", "photos", photos));
        refused(422, "request.too-much", () -> office.offer(person, notice, List.of(wide)));
    }

    @Test
    void aQuestionWithoutAnEndDateIsRefused() {
        String person = office.register("Somebody", "");
        Map<String, Object> endless = Map.of("purpose", "RECOGNITION", "from", Office.today(0));
        refused(422, "consent.end-date-needed", () -> office.offer(person, notice, List.of(endless)));
    }

    @Test
    void aMissingChoiceIsRefused() {
        Asked asked =
                office.ask(office.register("Somebody", ""), notice, List.of(Office.recognition(9), Office.website(9)));
        refused(422, "consent.missing-choice", () -> office.sayYes(asked, 1));
        refused(
                422,
                "consent.missing-choice",
                () -> office.visitor()
                        .raw(
                                "POST",
                                asked.page() + "/answers",
                                "{\"language\":\"en\",\"answers\":[{\"ask\":0},{\"ask\":1}]}"));
    }

    @Test
    void withdrawingTwiceIsRefused() {
        Asked asked = office.ask(office.register("Somebody", ""), notice, List.of(Office.website(9)));
        office.sayYes(asked, 1).orFail();
        office.withdraw(asked, false, List.of("WEBSITE")).orFail();
        refused(409, "consent.already-withdrawn", () -> office.withdraw(asked, false, List.of("WEBSITE")));
    }

    /** Being blocked is an answer that belongs in the history, not a refusal. */
    @Test
    void aPhotoThatNobodyReviewedIsNotCleared() {
        Taken photo = office.take(collection, "unreviewed.jpg", Pictures.another(Pictures.sky(), 3));
        Answer verdict = office.requestPublication(photo, NOWHERE).orFail();
        assertThat(verdict.text("verdict")).isEqualTo("BLOCKED");
        assertThat(verdict.list("reasons"))
                .extracting(reason -> reason.path("code").asString())
                .contains("photo.not-reviewed");
    }

    @Test
    void whatIsNoJsonIsRefused() {
        refused(400, "request.malformed", () -> office.officer().raw("POST", "/api/persons", "{\"name\":"));
        refused(400, "request.malformed", () -> office.officer().raw("POST", "/api/persons", "[]"));
    }

    @Test
    void aFieldThatNobodyKnowsIsRefused() {
        String body = "{\"name\":\"A\",\"capacity\":\"VISITOR\",\"ageGroup\":\"ADULT\",\"shoeSize\":43}";
        refused(400, "request.unknown-field", () -> office.officer().raw("POST", "/api/persons", body));
    }

    /** Where both parents have to sign, one of them entered twice must not be both. */
    @Test
    @Requirement("R13")
    void nobodyIsTwoRepresentatives() {
        String path = "/api/persons/" + office.register("A child", "") + "/representatives";
        Map<String, Object> mother =
                Map.of("name", "Zoë de Wit", "role", "PARENT", "verified", true, "sole", false, "authority", "Act 1");
        office.officer().post(path, mother).orFail();
        Map<String, Object> again = new HashMap<>(mother);
        again.put("name", "zoe  DE-WIT");
        refused(409, "consent.representative-exists", () -> office.officer().post(path, again));
        again.put("name", "Bo de Wit");
        office.officer().post(path, again).orFail();
    }

    /** An auditor has to be able to tell what a person did themselves from what staff says that they did. */
    @Test
    void staffCannotSayWhatOnlyThePersonsPageCan() {
        String person = office.register("Somebody", "");
        String path = "/api/quitclaims/"
                + office.offer(person, notice, List.of(Office.website(9))).text("quitclaimId") + "/grants";
        refused(422, "consent.link-is-the-persons", () -> office.officer().post(path, signed("LINK", "SIMPLE")));
        refused(422, "consent.level-unverified", () -> office.officer().post(path, signed("PAPER", "QUALIFIED")));
        refused(
                422,
                "consent.level-unverified",
                () -> office.editor().post(path, signed("CLERK_ASSISTED", "ADVANCED")));
        office.officer().post(path, signed("PAPER", "SIMPLE")).orFail();
    }

    private static Map<String, Object> signed(String method, String level) {
        return Map.of(
                "language",
                "en",
                "answers",
                List.of(Map.of("ask", 0, "granted", true)),
                "signature",
                Map.of("level", level, "method", method, "confirmation", "SIGNED", "evidence", "on paper"));
    }

    private static Map<String, Object> past() {
        return Map.of("purpose", "RECOGNITION", "from", "2001-01-01", "until", "2002-01-01");
    }

    private FaceBox drawnBox() {
        return portrait.faces().getFirst().box();
    }

    private static void assertFaceFound(Taken taken, FaceBox drawn) {
        assertThat(taken.faces()).hasSize(1);
        JsonNode box = taken.faces().getFirst().path("box");
        FaceBox found = new FaceBox(
                box.path("x").asDouble(),
                box.path("y").asDouble(),
                box.path("width").asDouble(),
                box.path("height").asDouble());
        assertThat(found.iou(drawn)).as("overlap of %s with %s", found, drawn).isCloseTo(1.0, within(0.6));
    }

    private BufferedImage picture() throws IOException {
        return ImageIO.read(new ByteArrayInputStream(portrait.jpeg()));
    }

    private static BufferedImage turnedLeft(BufferedImage upright) {
        BufferedImage lying = new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = lying.createGraphics();
        graphics.translate(0, upright.getWidth());
        graphics.rotate(-Math.PI / 2);
        graphics.drawImage(upright, 0, 0, Color.BLACK, null);
        graphics.dispose();
        return lying;
    }

    /** Exif with the one tag Orientation = 6, "rotate 90 degrees clockwise to show" (big endian TIFF). */
    private static byte[] exifTurnRight() {
        return ByteBuffer.allocate(32)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static byte[] progressive(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Four inks, inverted as Photoshop writes them, with the Adobe marker that says so. */
    private static byte[] cmyk(BufferedImage image) throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(0, image.getWidth(), image.getHeight(), 4, null);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color colour = new Color(image.getRGB(x, y));
                inks.setPixel(x, y, new int[] {colour.getRed(), colour.getGreen(), colour.getBlue(), 255});
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(inks, null, null), null);
        } finally {
            writer.dispose();
        }
        byte[] adobe = ByteBuffer.allocate(12)
                .put("Adobe".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 100)
                .array();
        return Pictures.withSegment(out.toByteArray(), 0xEE, adobe);
    }

    /** A PNG that says it is huge and holds nothing (RFC 2083, IHDR). */
    private static byte[] pngHeader(int width, int height) {
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 sum = new CRC32();
        sum.update(header);
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(header)
                .putInt((int) sum.getValue())
                .array();
    }
}

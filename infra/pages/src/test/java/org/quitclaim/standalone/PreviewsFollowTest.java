package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** What screens show of a photo follows what the people on it say, whenever the picture was made. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewsFollowTest {
    private static final Color FILL = new Color(0x5a5f66);

    private Server server;
    private Office office;
    private String notice;
    private String collection;
    private int number;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        notice = office.publishNotice();
        collection = office.openCollection("Open day");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private record Two(Asked her, Asked him, Taken photo) {
        String path() {
            return "/api/photos/" + photo.photo();
        }
    }

    private Two two() {
        Asked her = signed("Wilhelmina Voorbeeldsen " + ++number);
        Asked him = signed("Cornelis Voorbeeldsen " + number);
        Taken photo = PhotoOfTwo.inOrder(
                office.take(collection, "two.jpg", Pictures.another(PhotoOfTwo.jpeg(), 4_000 + number)));
        office.sight(photo, photo.face(0), her.person());
        office.sight(photo, photo.face(1), him.person());
        office.review(photo).orFail();
        return new Two(her, him, photo);
    }

    private Asked signed(String name) {
        Asked asked = office.ask(office.register(name, ""), notice, List.of(Office.website(90)));
        office.sayYes(asked, 1).orFail();
        return asked;
    }

    /** Which part of a face has the colour of a cover; there is a watermark across it. */
    private static double covered(Client viewer, Two two, int face) {
        Answer answer = viewer.get(two.path() + "/preview").orFail();
        return filled(picture(answer.bytes()), two.photo().faces().get(face).path("box"));
    }

    private static double filled(BufferedImage picture, JsonNode box) {
        return filled(
                picture,
                box.path("x").asDouble(),
                box.path("y").asDouble(),
                box.path("width").asDouble(),
                box.path("height").asDouble());
    }

    private static double filled(BufferedImage picture, double left, double top, double width, double height) {
        int all = 0;
        int filled = 0;
        for (double x = 0.02; x < 0.98; x += 0.02) {
            for (double y = 0.02; y < 0.98; y += 0.02) {
                Color colour = new Color(picture.getRGB((int) ((left + x * width) * picture.getWidth()), (int)
                        ((top + y * height) * picture.getHeight())));
                all++;
                filled += apart(colour, FILL) < 14 ? 1 : 0;
            }
        }
        return (double) filled / all;
    }

    private static BufferedImage picture(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int apart(Color one, Color other) {
        return Math.max(
                Math.abs(one.getRed() - other.getRed()),
                Math.max(Math.abs(one.getGreen() - other.getGreen()), Math.abs(one.getBlue() - other.getBlue())));
    }

    private void onlyHimIsShown(Two two) {
        for (Client viewer : viewers()) {
            assertThat(covered(viewer, two, 0)).isGreaterThan(0.95);
            assertThat(covered(viewer, two, 1)).isLessThan(0.2);
        }
    }

    @Test
    @Requirement("R42")
    void whoeverTookEverythingBackIsCoveredInTheNextPicture() {
        Two two = two();
        assertThat(covered(office.editor(), two, 0)).isLessThan(0.2);

        office.withdraw(two.her(), false, List.of("WEBSITE")).orFail();

        onlyHimIsShown(two);
    }

    @Test
    void whoeverRestrictsTheUseOfTheirDataIsCoveredAndShownAgainAfterwards() {
        Two two = two();
        String restriction = "/api/persons/" + two.her().person() + "/restriction";
        office.officer().post(restriction).orFail();
        onlyHimIsShown(two);

        office.officer().raw("DELETE", restriction, "").orFail();

        assertThat(covered(office.editor(), two, 0)).isLessThan(0.2);
    }

    @Test
    @Requirement("R64")
    void whoeverIsErasedIsCoveredAlsoWhereThePhotosStayAsTheyAre() {
        Two two = two();
        office.erase(two.her().person(), Map.of("photos", "LEAVE")).orFail();
        onlyHimIsShown(two);
    }

    @Test
    void whoeverIsNotRegisteredIsCovered() {
        Two two = two();
        office.editor()
                .raw("DELETE", two.path() + "/faces/" + two.photo().face(0) + "/sighting", "")
                .orFail();
        assertThat(covered(office.editor(), two, 0))
                .as("somebody has to say who it is")
                .isLessThan(0.2);
        office.editor()
                .post(two.path() + "/faces/" + two.photo().face(0) + "/unregistered")
                .orFail();
        onlyHimIsShown(two);
    }

    @Test
    void aStatedReasonShowsThisPhotoToWhoStatedItAndIsWrittenDown() {
        Two two = two();
        Two other = two();
        office.withdraw(two.her(), false, List.of("WEBSITE")).orFail();
        office.withdraw(other.her(), false, List.of("WEBSITE")).orFail();

        String until = office.editor()
                .post(two.path() + "/looks", Map.of("reason", "MARK"))
                .orFail()
                .text("until");

        assertThat(covered(office.editor(), two, 0)).isLessThan(0.2);
        onlyHimIsShown(other);
        assertThat(covered(office.officer(), two, 0)).as("anybody else").isGreaterThan(0.95);
        JsonNode look = office.officer()
                .get(two.path() + "/looks")
                .orFail()
                .json()
                .path("looks")
                .get(0);
        assertThat(look.path("reason").asString()).isEqualTo("MARK");
        assertThat(look.path("by").asString())
                .isEqualTo(office.editor().get("/api/accounts/me").orFail().text("accountId"));
        assertThat(look.path("until").asString().substring(0, 16)).isEqualTo(until.substring(0, 16));
    }

    /** Of twelve people on a wide photo nobody could be told from another in the small picture. */
    @Test
    @Requirement("R42")
    void aMarkIsShownAsSharpAsTheOriginalAndCoveredAsElsewhere() {
        Two two = two();
        for (Client viewer : viewers()) {
            assertThat(coveredOnCut(viewer, two, 0)).isLessThan(0.2);
        }
        BufferedImage cut = picture(office.editor().get(cut(two, 1)).orFail().bytes());
        double face = two.photo().faces().get(1).path("box").path("width").asDouble()
                * picture(PhotoOfTwo.jpeg()).getWidth();
        assertThat((double) cut.getWidth()).isBetween(face * 1.7, face * 2.6);

        office.withdraw(two.her(), false, List.of("WEBSITE")).orFail();

        for (Client viewer : viewers()) {
            assertThat(coveredOnCut(viewer, two, 0)).isGreaterThan(0.95);
            assertThat(coveredOnCut(viewer, two, 1)).isLessThan(0.2);
        }
        office.editor().post(two.path() + "/looks", Map.of("reason", "MARK")).orFail();
        assertThat(coveredOnCut(office.editor(), two, 0)).as("who said why").isLessThan(0.2);
        assertThat(coveredOnCut(office.officer(), two, 0)).as("anybody else").isGreaterThan(0.95);
        office.officer()
                .post("/api/persons/" + two.her().person() + "/restriction")
                .orFail();
        assertThat(coveredOnCut(office.editor(), two, 0)).as("restricted").isGreaterThan(0.95);
        office.editor()
                .get(two.path() + "/faces/fac_" + "a".repeat(26) + "/cut")
                .isRefusal(404, "photo.unknown-face");
    }

    /** Who is covered on one person's picture is not to be seen at its edge either. */
    @Test
    void whoIsBesideAMarkIsCoveredOnItToo() {
        Two two = two();
        String both = office.editor()
                .post(
                        two.path() + "/faces",
                        Map.of("box", Map.of("x", 0.05, "y", 0.05, "width", 0.9, "height", 0.9), "kind", "FROM_BEHIND"))
                .orFail()
                .text("faceId");
        office.withdraw(two.her(), false, List.of("WEBSITE")).orFail();
        BufferedImage cut = picture(office.editor()
                .get(two.path() + "/faces/" + both + "/cut")
                .orFail()
                .bytes());
        assertThat(filled(cut, two.photo().faces().get(0).path("box"))).isGreaterThan(0.95);
        assertThat(filled(cut, two.photo().faces().get(1).path("box"))).isLessThan(0.2);
    }

    private List<Client> viewers() {
        return List.of(
                office.photographer(),
                office.editor(),
                office.officer(),
                office.visitor().as(Role.AUDITOR));
    }

    private static String cut(Two two, int face) {
        return two.path() + "/faces/" + two.photo().face(face) + "/cut";
    }

    /** In the middle of it, where the face is. */
    private static double coveredOnCut(Client viewer, Two two, int face) {
        BufferedImage cut = picture(viewer.get(cut(two, face)).orFail().bytes());
        return filled(cut, 0.4, 0.4, 0.2, 0.2);
    }

    @Test
    void nothingOfAPictureStaysInABrowser() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                server.address().resolve("/api/photos/" + two().photo().photo() + "/preview"));
        office.editor().identity().forEach(request::header);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpHeaders headers = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .headers();
            assertThat(headers.firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
            assertThat(headers.firstValue("ETag")).isEmpty();
            assertThat(headers.firstValue("Last-Modified")).isEmpty();
        }
    }

    @Test
    void toSeeWhoIsRestrictedTheOfficerSaysALawfulReason() {
        Two two = two();
        office.officer()
                .post("/api/persons/" + two.her().person() + "/restriction")
                .orFail();
        office.editor()
                .post(two.path() + "/looks", Map.of("reason", "LEGAL_CLAIM"))
                .isRefusal(403, "photo.look-is-the-officers");
        office.officer().post(two.path() + "/looks", Map.of("reason", "MARK")).orFail();
        onlyHimIsShown(two);

        office.officer()
                .post(two.path() + "/looks", Map.of("reason", "LEGAL_CLAIM"))
                .orFail();

        assertThat(covered(office.officer(), two, 0)).isLessThan(0.2);
        assertThat(covered(office.editor(), two, 0)).isGreaterThan(0.95);
    }
}

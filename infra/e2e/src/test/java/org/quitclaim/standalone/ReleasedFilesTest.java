package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/** What a file that leaves says about itself, and that it names nobody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleasedFilesTest {
    /** Pixels from side to side: some 30 megapixels. */
    private static final int LARGE = 6_000;

    /** Stands in every field of the file that comes in. */
    private static final String NAME = "Wilhelmina Zonderling";

    private Server server;
    private Office office;
    private String notice;
    private String collection;

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

    /** As other programs write who is where: XMP in two forms of letters, IIM, EXIF, a comment, and more after the end. */
    private static byte[] named(byte[] jpeg) {
        String xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator><rdf:Seq><rdf:li>"
                + NAME + "</rdf:li></rdf:Seq></dc:creator><dc:rights>" + NAME
                + "</dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>";
        byte[] file = Pictures.withSegment(
                jpeg, 0xE1, joined("http://ns.adobe.com/xap/1.0/\0", xmp.getBytes(StandardCharsets.UTF_8)));
        file = Pictures.withSegment(
                file, 0xE1, joined("http://ns.adobe.com/xap/1.0/\0", xmp.getBytes(StandardCharsets.UTF_16)));
        file = Pictures.withSegment(file, 0xED, joined("Photoshop 3.0\0008BIM", NAME.getBytes(StandardCharsets.UTF_8)));
        file = Pictures.withSegment(file, 0xE1, joined("Exif\0\0", exif()));
        file = Pictures.withSegment(file, 0xFE, NAME.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.writeBytes(file);
        more.writeBytes(("ftypmp42" + NAME).getBytes(StandardCharsets.UTF_8));
        return more.toByteArray();
    }

    /** One field, the artist. */
    private static byte[] exif() {
        byte[] name = (NAME + "\0").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(26 + name.length)
                .put("MM\0*".getBytes(StandardCharsets.UTF_8))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x013B)
                .putShort((short) 2)
                .putInt(name.length)
                .putInt(26)
                .putInt(0)
                .put(name)
                .array();
    }

    private static byte[] joined(String prefix, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(prefix.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    /** Making a file of this size takes longer than taking back, which was answered long before it left. */
    @Test
    @Requirement("R41")
    void aFileThatWasBeingMadeDoesNotLeaveAfterANo() throws IOException {
        Asked her = office.ask(office.register("Berta Voorbeeldsen", ""), notice, List.of(Office.website(90)));
        Asked him = office.ask(office.register("Arend Voorbeeldsen", ""), notice, List.of(Office.website(90)));
        office.sayYes(her, 1).orFail();
        office.sayYes(him, 1).orFail();
        Taken photo = PhotoOfTwo.inOrder(office.take(collection, "large.jpg", large(PhotoOfTwo.jpeg())));
        office.sight(photo, photo.face(0), her.person());
        office.sight(photo, photo.face(1), him.person());
        office.review(photo).orFail();
        Answer use =
                office.requestPublication(photo, "https://example.org/large").orFail();
        assertThat(use.text("verdict")).isEqualTo("CLEARED");

        CompletableFuture<Answer> file = CompletableFuture.supplyAsync(
                () -> office.editor().file(use.text("publicationId"), use.text("clearance")));
        office.withdraw(her, false, List.of("WEBSITE")).orFail();
        boolean leftBefore = file.isDone();

        assertThat(file.join().ok()).isEqualTo(leftBefore);
    }

    private static byte[] large(byte[] jpeg) throws IOException {
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(jpeg));
        BufferedImage large =
                new BufferedImage(LARGE, LARGE * small.getHeight() / small.getWidth(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = large.createGraphics();
        graphics.drawImage(small, 0, 0, large.getWidth(), large.getHeight(), null);
        graphics.dispose();
        return Pictures.written(large, "jpeg");
    }

    @Test
    @Requirement("R44")
    void aReleasedFileSaysWhoseItIsAndNamesNobody() throws VaultException {
        office.visitor()
                .as(Role.ADMIN)
                .put("/api/organisation", Map.of("name", "Museum Voorbeeld"))
                .orFail();
        Asked her = office.ask(office.register(NAME, ""), notice, List.of(Office.website(90)));
        Asked him = office.ask(office.register("Cornelis Zonderling", ""), notice, List.of(Office.website(90)));
        office.sayYes(her, 1).orFail();
        office.sayYes(him, 1).orFail();
        Taken photo = PhotoOfTwo.inOrder(
                office.take(collection, NAME + ".jpg", named(Pictures.another(PhotoOfTwo.jpeg(), 7_001))));
        office.sight(photo, photo.face(0), her.person());
        office.sight(photo, photo.face(1), him.person());
        office.review(photo).orFail();
        Answer use =
                office.requestPublication(photo, "https://example.org/page").orFail();
        assertThat(use.text("verdict")).isEqualTo("CLEARED");

        byte[] released = office.editor()
                .file(use.text("publicationId"), use.text("clearance"))
                .orFail()
                .bytes();

        String bytes = new String(released, StandardCharsets.UTF_8);
        assertThat(bytes)
                .contains("<photoshop:Credit>Museum Voorbeeld</photoshop:Credit>")
                .contains("© Museum Voorbeeld")
                .contains("DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING")
                .contains("MR-LMR");
        for (byte[] kept : List.of(
                released,
                server.bean(Vault.class)
                        .open(
                                ((Registered) server.bean(Streams.class).photo(new PhotoId(photo.photo()))).image(),
                                new AccessReason(new Accessor.SystemTask("test"), "SYSTEM", AccessPurpose.AUDIT))
                        .bytes(),
                office.editor()
                        .get("/api/photos/" + photo.photo() + "/preview")
                        .orFail()
                        .bytes(),
                office.visitor()
                        .get(him.page() + "/photos/" + photo.photo())
                        .orFail()
                        .bytes())) {
            assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("Zonderling");
            assertThat(new String(kept, StandardCharsets.UTF_16BE)).doesNotContain("Zonderling");
            assertThat(new String(kept, 1, kept.length - 1, StandardCharsets.UTF_16BE))
                    .doesNotContain("Zonderling");
        }
    }

    private String released(String shoot, int number) {
        Taken photo = office.take(shoot, "empty.jpg", Pictures.another(Pictures.sky(), number));
        office.review(photo).orFail();
        Answer use =
                office.requestPublication(photo, "https://example.org/page").orFail();
        assertThat(use.text("verdict")).isEqualTo("CLEARED");
        return new String(
                office.editor()
                        .file(use.text("publicationId"), use.text("clearance"))
                        .orFail()
                        .bytes(),
                StandardCharsets.UTF_8);
    }

    @Test
    @Requirement("R44")
    void aShootSaysForItselfWhoMadeItsPhotosAndOtherShootsDoNot() {
        String shoot = office.openCollection("With a maker");
        String other = office.openCollection("Without one");
        String path = "/api/collections/" + shoot + "/release-lines";
        office.photographer()
                .put(path, Map.of("creator", "Maaike Maker", "copyright", "© Maker", "dataMining", "PROHIBITED"))
                .orFail();
        assertThat(office.editor()
                        .get(path)
                        .orFail()
                        .json()
                        .path("own")
                        .path("creator")
                        .asString())
                .isEqualTo("Maaike Maker");

        assertThat(released(shoot, 7_101))
                .contains("<rdf:li>Maaike Maker</rdf:li>", "© Maker", "DMI-PROHIBITED<", "MR-NAP");
        assertThat(released(other, 7_102))
                .doesNotContain("Maker")
                .contains("DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING");
    }

    @Test
    void linesOfAShootAreSaidByItsPhotographerOrAnOfficerAndOnlyTheOfficerLetsMachinesLearn() {
        String shoot = office.openCollection("Whose word");
        String path = "/api/collections/" + shoot + "/release-lines";
        office.editor().put(path, Map.of("creator", "X")).isRefusal(403, "access.not-allowed");
        office.photographer()
                .put(path, Map.of("dataMining", "ALLOWED"))
                .isRefusal(403, "collection.data-mining-is-the-officers");
        office.officer().put(path, Map.of("dataMining", "ALLOWED")).orFail();
        office.photographer().put(path, Map.of("creator", "a\nb")).isRefusal(422, "request.invalid");
        String theirs = office.editor()
                .post("/api/collections", Map.of("name", "Theirs"))
                .orFail()
                .text("collectionId");
        office.photographer()
                .put("/api/collections/" + theirs + "/release-lines", Map.of("creator", "X"))
                .isRefusal(404, "collection.unknown");
    }
}

package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.face.image.RightsLines.DataMining;
import org.quitclaim.face.image.RightsLines.ModelRelease;
import org.w3c.dom.Document;

class ReleasedFileTest {
    private static final RightsLines LINES = new RightsLines(
            "Zoë Ångström-Beispielhausen van der Voorbeeld",
            "Museum <Voorbeeld> & \"Zoon\"",
            "© 2026 Voorbeeld",
            "Once, in colour",
            "https://example.org/terms",
            DataMining.PROHIBITED,
            ModelRelease.LIMITED);
    private static final RightsLines FEW =
            new RightsLines(null, null, null, null, null, DataMining.UNSPECIFIED, ModelRelease.NOT_APPLICABLE);
    static final Path EXIFTOOL = Path.of(
            System.getProperty("quitclaim.root", ".."),
            "target/exiftool/node_modules/exiftool-vendored.pl/bin/exiftool");

    private final byte[] jpeg = CleanJpeg.write(SamplePhotos.picture(BufferedImage.TYPE_INT_RGB), 0.9f);

    /** The content of the segments before the picture, by marker. */
    private static List<byte[]> segments(byte[] file, int marker) {
        List<byte[]> found = new ArrayList<>();
        int at = 2;
        while ((file[at + 1] & 0xFF) != 0xDA) {
            int length = (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
            if ((file[at + 1] & 0xFF) == marker) {
                found.add(Arrays.copyOfRange(file, at + 4, at + 2 + length));
            }
            at += 2 + length;
        }
        return found;
    }

    private static Document xmp(byte[] file) throws Exception {
        byte[] segment = segments(file, 0xE1).getFirst();
        int prefix = "http://ns.adobe.com/xap/1.0/".length() + 1;
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(segment, prefix, segment.length - prefix));
    }

    private static String said(Document xmp, String space, String name) {
        return xmp.getElementsByTagNameNS(space, name).item(0).getTextContent();
    }

    private static Map<Integer, String> iptc(byte[] file) {
        byte[] segment = segments(file, 0xED).getFirst();
        int at = "Photoshop 3.0".length() + 1;
        assertThat(new String(segment, at, 4, StandardCharsets.US_ASCII)).isEqualTo("8BIM");
        Map<Integer, String> said = new TreeMap<>();
        for (at += 12; at + 5 <= segment.length && segment[at] == 0x1C; ) {
            int length = (segment[at + 3] & 0xFF) << 8 | segment[at + 4] & 0xFF;
            said.put(
                    segment[at + 1] * 1000 + segment[at + 2],
                    new String(segment, at + 5, length, StandardCharsets.UTF_8));
            at += 5 + length;
        }
        return said;
    }

    @Test
    @Requirement("R44")
    void aReleaseSaysWhoMadeItWhoseItIsAndThatMachinesMayNotLearnFromIt() throws Exception {
        byte[] file = ReleasedFile.with(LINES, jpeg);

        Document xmp = xmp(file);
        assertThat(said(xmp, "http://purl.org/dc/elements/1.1/", "creator")).isEqualTo(LINES.creator());
        assertThat(said(xmp, "http://purl.org/dc/elements/1.1/", "rights")).isEqualTo(LINES.copyright());
        assertThat(said(xmp, "http://ns.adobe.com/photoshop/1.0/", "Credit")).isEqualTo(LINES.credit());
        assertThat(said(xmp, "http://ns.adobe.com/xap/1.0/rights/", "WebStatement"))
                .isEqualTo(LINES.statement());
        assertThat(said(xmp, "http://ns.useplus.org/ldf/xmp/1.0/", "DataMining"))
                .isEqualTo("http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED");
        assertThat(said(xmp, "http://ns.useplus.org/ldf/xmp/1.0/", "ModelReleaseStatus"))
                .isEqualTo("http://ns.useplus.org/ldf/vocab/MR-LMR");
        assertThat(iptc(file))
                .containsEntry(2110, LINES.credit())
                .containsEntry(2116, LINES.copyright())
                .containsEntry(2080, "Zoë Ångström-Beispielhausen v");
    }

    @Test
    void thePixelsAreThoseOfTheVersion() throws IOException {
        byte[] file = ReleasedFile.with(LINES, jpeg);
        assertThat(ReleasedFile.with(LINES, jpeg)).isEqualTo(file);
        assertThat(pixels(file)).isEqualTo(pixels(jpeg));
    }

    private static int[] pixels(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file)).getRGB(0, 0, 64, 48, null, 0, 64);
    }

    @Test
    void whatIsNotSaidIsNotWritten() throws Exception {
        byte[] file = ReleasedFile.with(FEW, jpeg);
        assertThat(xmp(file)
                        .getElementsByTagNameNS("http://purl.org/dc/elements/1.1/", "*")
                        .getLength())
                .isZero();
        assertThat(iptc(file)).containsOnlyKeys(1090, 2000);
    }

    @Test
    void linesThatDoNotFitMakeNoFile() {
        RightsLines endless = new RightsLines(
                "x".repeat(70_000), null, null, null, null, DataMining.PROHIBITED, ModelRelease.LIMITED);
        assertThatThrownBy(() -> ReleasedFile.with(endless, jpeg)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whoever gets the file reads it with programs like this one. */
    @Test
    @Requirement("R44")
    void anotherProgramReadsTheSameAndNothingElse(@TempDir Path folder) throws Exception {
        assumeTrue(
                Files.exists(EXIFTOOL),
                "there is no exiftool 13; npm install --prefix target/exiftool exiftool-vendored.pl@13.59.3 makes one");
        Path file = Files.write(folder.resolve("released.jpg"), ReleasedFile.with(LINES, jpeg));
        Process exiftool = new ProcessBuilder(
                        "perl",
                        EXIFTOOL.toString(),
                        "-a",
                        "-s",
                        "-G1",
                        "-charset",
                        "iptc=utf8",
                        "-validate",
                        "-warning",
                        "-all",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(exiftool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(exiftool.waitFor()).as(said).isZero();
        assertThat(said)
                .containsPattern("\\[XMP-dc\\] +Creator +: " + LINES.creator())
                .containsPattern("\\[XMP-dc\\] +Rights +: " + LINES.copyright())
                .containsPattern("\\[XMP-photoshop\\] +Credit +: Museum <Voorbeeld> & \"Zoon\"")
                .containsPattern("\\[XMP-xmpRights\\] +UsageTerms +: Once, in colour")
                .containsPattern("\\[XMP-xmpRights\\] +Marked +: True")
                .containsPattern("\\[XMP-plus\\] +DataMining +: Prohibited")
                .containsPattern("\\[XMP-plus\\] +ModelReleaseStatus +: Limited or Incomplete Model Releases")
                .containsPattern("\\[IPTC\\] +CopyrightNotice +: " + LINES.copyright())
                .containsPattern("Validate +: OK")
                .doesNotContain("GPS")
                .doesNotContain("Thumbnail")
                .doesNotContain("PersonInImage")
                .doesNotContain("Region")
                .doesNotContain("[ExifIFD]");
    }
}

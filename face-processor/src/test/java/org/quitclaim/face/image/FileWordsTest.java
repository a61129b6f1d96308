package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.image.FileWords.NamedPlace;
import org.quitclaim.face.image.FileWords.Spot;

class FileWordsTest {
    private static final String HEAD = "<?xpacket begin='\uFEFF' id='W5M0MpCehiHzreSzNTczkc9d'?>"
            + "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            + "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'"
            + " xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'"
            + " xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'"
            + " xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'"
            + " xmlns:stArea='http://ns.adobe.com/xmp/sType/Area#'"
            + " xmlns:stDim='http://ns.adobe.com/xap/1.0/sType/Dimensions#'"
            + " xmlns:MP='http://ns.microsoft.com/photo/1.2/'"
            + " xmlns:MPRI='http://ns.microsoft.com/photo/1.2/t/RegionInfo#'"
            + " xmlns:MPReg='http://ns.microsoft.com/photo/1.2/t/Region#'>";
    private static final String FOOT =
            "</rdf:Description></rdf:RDF></x:xmpmeta>" + " ".repeat(2_000) + "<?xpacket end='w'?>";

    private final PhotoReader reader = new PhotoReader();

    private static String region(String name, double x, double y, double w, double h) {
        return "<rdf:li rdf:parseType='Resource'><mwg-rs:Name>" + name + "</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type>"
                + "<mwg-rs:Area stArea:x='" + x + "' stArea:y='" + y + "' stArea:w='" + w + "' stArea:h='" + h
                + "' stArea:unit='normalized'/></rdf:li>";
    }

    private static String regions(String size, String... regions) {
        return "<mwg-rs:Regions rdf:parseType='Resource'>" + size + "<mwg-rs:RegionList><rdf:Bag>"
                + String.join("", regions) + "</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>";
    }

    private static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] jpeg(byte[] jpeg, String properties) {
        return SamplePhotos.inserted(
                jpeg, 2, segment(0xE1, bytes("http://ns.adobe.com/xap/1.0/\0" + HEAD + properties + FOOT)));
    }

    private static byte[] jpeg(String properties) throws IOException {
        return jpeg(SamplePhotos.jpeg(false), properties);
    }

    private static void isAt(Box box, double x, double y, double width, double height) {
        assertThat(box.x()).isCloseTo(x, within(1e-6));
        assertThat(box.y()).isCloseTo(y, within(1e-6));
        assertThat(box.width()).isCloseTo(width, within(1e-6));
        assertThat(box.height()).isCloseTo(height, within(1e-6));
    }

    @Test
    void placesAndNamesOfBothNotationsAreRead() throws IOException {
        FileWords words = reader.words(jpeg(regions("", region("Anna Zonderling", 0.5, 0.5, 0.2, 0.4))
                + "<MP:RegionInfo><rdf:Description><MPRI:Regions><rdf:Bag><rdf:li><rdf:Description"
                + " MPReg:PersonDisplayName='Bert Zonderling' MPReg:Rectangle='0.1, 0.2, 0.1,"
                + " 0.3'/></rdf:li><rdf:li><rdf:Description MPReg:PersonDisplayName='Without place'/></rdf:li>"
                + "</rdf:Bag></MPRI:Regions></rdf:Description></MP:RegionInfo><Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Anna"
                + " Zonderling</rdf:li><rdf:li>Chris</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage><dc:subject><rdf:Bag><rdf:li>Dora"
                + " Keyword</rdf:li></rdf:Bag></dc:subject><dc:creator><rdf:Seq><rdf:li>Made"
                + " By</rdf:li></rdf:Seq></dc:creator><dc:rights><rdf:Alt><rdf:li xml:lang='x-default'>©"
                + " Hers</rdf:li></rdf:Alt></dc:rights><photoshop:Credit>Agency</photoshop:Credit>"));

        assertThat(words.places()).extracting(NamedPlace::name).containsExactly("Anna Zonderling", "Bert Zonderling");
        isAt(words.places().get(0).box(), 0.4, 0.3, 0.2, 0.4);
        isAt(words.places().get(1).box(), 0.1, 0.2, 0.1, 0.3);
        assertThat(words.people()).containsExactlyInAnyOrder("Chris", "Without place");
        assertThat(words.creator()).isEqualTo("Made By");
        assertThat(words.credit()).isEqualTo("Agency");
        assertThat(words.copyright()).isEqualTo("© Hers");
        assertThat(words).hasToString("FileWords[hidden]");
    }

    /** The red block of the samples is at the top left of the stored pixels: so is the place. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPlaceFollowsItsPixelsHoweverTheFileIsTurned(int up) throws IOException {
        byte[] file = jpeg(SamplePhotos.rotated(up), regions("", region("Anna", 0.05, 0.3, 0.04, 0.03)));
        Box box = reader.words(file).places().getFirst().box();
        UprightImage image = ((PhotoReading.Readable) reader.read(file)).image();
        int x = (int) ((box.x() + box.width() / 2) * image.width());
        int y = (int) ((box.y() + box.height() / 2) * image.height());
        int at = 3 * (y * image.width() + x);
        assertThat(image.rgb()[at] & 0xFF).as("red, %s", box).isGreaterThan(200);
        assertThat(image.rgb()[at + 2] & 0xFF).as("blue").isLessThan(60);
    }

    @Test
    void placesThatWereCountedOnTheUprightPictureAreNotTurnedAgain() throws IOException {
        String size = "<mwg-rs:AppliedToDimensions stDim:w='48' stDim:h='64' stDim:unit='pixel'/>";
        byte[] file = jpeg(SamplePhotos.rotated(6), regions(size, region("Anna", 0.3, 0.2, 0.2, 0.2)));
        isAt(reader.words(file).places().getFirst().box(), 0.2, 0.1, 0.2, 0.2);
    }

    @Test
    void whatIsNoFaceIsNoPlace() throws IOException {
        FileWords words = reader.words(jpeg(regions(
                "",
                region("Whole picture", 0.5, 0.5, 1, 1),
                region("Not a number", Double.NaN, 0.5, 0.1, 0.1),
                region("Nothing", 0.5, 0.5, 0, 0),
                region("Outside", 7, 7, 0.1, 0.1),
                region("Cut", 0, 0, 0.2, 0.2),
                region("Dog", 0.5, 0.5, 0.1, 0.1).replace("Face", "Pet"))));
        assertThat(words.places()).extracting(NamedPlace::name).containsExactly("Cut");
        isAt(words.places().getFirst().box(), 0, 0, 0.1, 0.1);
        assertThat(words.people()).doesNotContain("Dog").contains("Whole picture");
    }

    @Test
    void whoMadeItIsReadFromTheOlderRecordsToo() throws IOException {
        ByteArrayOutputStream iim = new ByteArrayOutputStream();
        iim.writeBytes(new byte[] {0x1C, 2, 80, 0, 4});
        iim.writeBytes(bytes("Zoë"));
        byte[] block = ByteBuffer.allocate(12 + iim.size())
                .put(bytes("8BIM"))
                .putShort((short) 0x0404)
                .putShort((short) 0)
                .putInt(iim.size())
                .put(iim.toByteArray())
                .array();
        byte[] file = SamplePhotos.inserted(
                SamplePhotos.jpeg(false), 2, segment(0xED, joined(bytes("Photoshop 3.0\0"), block)));
        assertThat(reader.words(file).creator()).isEqualTo("Zoë");
    }

    /** Artist, copyright and a place at 52°22'30" north, 4°54' east. */
    static byte[] exif() {
        ByteBuffer exif = ByteBuffer.allocate(200);
        exif.put(bytes("MM\0*")).putInt(8).putShort((short) 3);
        exif.putShort((short) 0x013B).putShort((short) 2).putInt(8).putInt(50);
        exif.putShort((short) 0x8298).putShort((short) 2).putInt(6).putInt(58);
        exif.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(64).putInt(0);
        exif.put(bytes("Painter\0"));
        exif.put(bytes("(c) P\0"));
        exif.putShort((short) 4);
        exif.putShort((short) 1).putShort((short) 2).putInt(2).put(bytes("N\0\0\0"));
        exif.putShort((short) 2).putShort((short) 5).putInt(3).putInt(118);
        exif.putShort((short) 3).putShort((short) 2).putInt(2).put(bytes("W\0\0\0"));
        exif.putShort((short) 4).putShort((short) 5).putInt(3).putInt(142).putInt(0);
        exif.putInt(52).putInt(1).putInt(22).putInt(1).putInt(30).putInt(1);
        exif.putInt(4).putInt(1).putInt(54).putInt(1).putInt(0).putInt(1);
        return Arrays.copyOf(exif.array(), exif.position());
    }

    private static void saysWhoAndWhere(FileWords words) {
        assertThat(words.creator()).isEqualTo("Painter");
        assertThat(words.copyright()).isEqualTo("(c) P");
        assertThat(words.spot()).isEqualTo(new Spot(52.375, -4.9));
    }

    @Test
    void everyContainerIsRead() throws IOException {
        byte[] png = SamplePhotos.png(SamplePhotos.picture(BufferedImage.TYPE_INT_RGB));
        byte[] xmp = bytes(HEAD + regions("", region("Anna", 0.5, 0.5, 0.2, 0.2)) + FOOT);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(xmp);
        }
        byte[] hex =
                bytes("\nxmp\n  " + xmp.length + "\n" + java.util.HexFormat.of().formatHex(xmp));
        byte[][] files = {
            SamplePhotos.inserted(
                    png, 33, SamplePhotos.pngChunk("iTXt", joined(bytes("XML:com.adobe.xmp\0\0\0\0\0"), xmp))),
            SamplePhotos.inserted(
                    png,
                    33,
                    SamplePhotos.pngChunk("iTXt", joined(bytes("XML:com.adobe.xmp\0\1\0\0\0"), packed.toByteArray()))),
            SamplePhotos.inserted(png, 33, SamplePhotos.pngChunk("tEXt", joined(bytes("Raw profile type xmp\0"), hex))),
            webp("XMP ", xmp),
        };
        for (byte[] file : files) {
            assertThat(reader.words(file).places()).extracting(NamedPlace::name).containsExactly("Anna");
        }
        saysWhoAndWhere(reader.words(SamplePhotos.inserted(png, 33, SamplePhotos.pngChunk("eXIf", exif()))));
        saysWhoAndWhere(reader.words(webp("EXIF", exif())));
        saysWhoAndWhere(reader.words(
                SamplePhotos.inserted(SamplePhotos.jpeg(false), 2, segment(0xE1, joined(bytes("Exif\0\0"), exif())))));
        byte[] author = SamplePhotos.pngChunk("tEXt", bytes("Author\0Painter"));
        assertThat(reader.words(SamplePhotos.inserted(png, 33, author)).creator())
                .isEqualTo("Painter");
    }

    private static byte[] webp(String type, byte[] content) {
        byte[] plain = SamplePhotos.rotatedWebp(1, "");
        ByteBuffer chunk = ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .put(bytes(type))
                .putInt(content.length)
                .put(content);
        byte[] file = joined(plain, chunk.array());
        ByteBuffer.wrap(file).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(4, file.length - 8);
        return file;
    }

    /** As programs write them that other people use. */
    @ParameterizedTest
    @ValueSource(strings = {"plain.avif", "two.heic", "plain.tif", "plain.webp", "plain.jpg", "plain.png"})
    void whatAnotherProgramWritesIsRead(String name, @TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(ReleasedFileTest.EXIFTOOL), "there is no exiftool 13");
        byte[] plain = switch (name) {
            case "plain.webp" -> SamplePhotos.webp(false);
            case "plain.jpg" -> SamplePhotos.jpeg(false);
            case "plain.png" -> SamplePhotos.png(SamplePhotos.picture(BufferedImage.TYPE_INT_RGB));
            case "plain.tif" -> tiff();
            default ->
                FileWordsTest.class.getResourceAsStream("/pixels/" + name).readAllBytes();
        };
        Path file = Files.write(folder.resolve(name), plain);
        Process exiftool = new ProcessBuilder(
                        "perl",
                        ReleasedFileTest.EXIFTOOL.toString(),
                        "-overwrite_original",
                        "-RegionInfo={AppliedToDimensions={W=64,H=48,Unit=pixel},RegionList=[{Area={X=0.5,Y=0.5,W=0.2,H=0.4,Unit=normalized},Name=Anna"
                                + " Zonderling,Type=Face}]}",
                        "-XMP-iptcExt:PersonInImage=Bert Zonderling",
                        "-EXIF:Artist=Painter",
                        "-EXIF:Copyright=(c) P",
                        "-GPSLatitude=52.375",
                        "-GPSLatitudeRef=N",
                        "-GPSLongitude=4.9",
                        "-GPSLongitudeRef=W",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(exiftool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(exiftool.waitFor()).as(said).isZero();
        FileWords words = reader.words(Files.readAllBytes(file));
        assertThat(words.places()).extracting(NamedPlace::name).containsExactly("Anna Zonderling");
        isAt(words.places().getFirst().box(), 0.4, 0.3, 0.2, 0.4);
        assertThat(words.people()).containsExactly("Bert Zonderling");
        saysWhoAndWhere(words);
    }

    private static byte[] tiff() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(SamplePhotos.picture(BufferedImage.TYPE_INT_RGB), "tiff", bytes);
        return bytes.toByteArray();
    }

    @Test
    void xmpThatIsLongerThanASegmentIsPutTogether() throws IOException {
        byte[] xmp = bytes(HEAD + regions("", region("Anna", 0.5, 0.5, 0.2, 0.2)) + FOOT);
        byte[] file = SamplePhotos.jpeg(false);
        for (int from = 0; from < xmp.length; from += 1_000) {
            byte[] part = Arrays.copyOfRange(xmp, from, Math.min(xmp.length, from + 1_000));
            byte[] header = ByteBuffer.allocate(40)
                    .put(bytes("0123456789ABCDEF0123456789ABCDEF"))
                    .putInt(xmp.length)
                    .putInt(from)
                    .array();
            file = SamplePhotos.inserted(
                    file,
                    2,
                    segment(0xE1, joined(bytes("http://ns.adobe.com/xmp/extension/\0"), joined(header, part))));
        }
        assertThat(reader.words(file).places()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>|&e;
        <!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>|&b;
        <!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>|Anna
        """)
    void aPacketWithADocumentTypeIsNotRead(String type, String name) throws IOException {
        String packet =
                type + HEAD.substring(HEAD.indexOf("<x:")) + regions("", region(name, 0.5, 0.5, 0.2, 0.2)) + FOOT;
        byte[] file = SamplePhotos.inserted(
                SamplePhotos.jpeg(false), 2, segment(0xE1, bytes("http://ns.adobe.com/xap/1.0/\0" + packet)));
        assertThat(reader.words(file)).isEqualTo(FileWords.NONE);
    }

    @Test
    @Timeout(20)
    void whatIsMadeToCostIsNotReadFurtherThanItsBounds() throws IOException {
        byte[] png = SamplePhotos.png(SamplePhotos.picture(BufferedImage.TYPE_INT_RGB));
        String read = regions("", region("Anna", 0.5, 0.5, 0.2, 0.2));
        assertThat(reader.words(png(png, read, false)).places()).hasSize(1);
        String deep = "<dc:a>".repeat(50_000) + "</dc:a>".repeat(50_000) + read;
        assertThat(reader.words(png(png, deep, false))).isEqualTo(FileWords.NONE);
        assertThat(reader.words(png(png, "<dc:a/>".repeat(60_000) + read, false)))
                .isEqualTo(FileWords.NONE);
        String[] many = new String[3_000];
        Arrays.setAll(
                many, i -> region("Anna " + i, (i % 100) / 100.0 + 0.005, (i / 100) / 100.0 + 0.005, 0.004, 0.004));
        FileWords crowd = reader.words(png(png, regions("", many), false));
        assertThat(crowd.places()).hasSize(FileWords.MOST);
        assertThat(crowd.people()).isEmpty();
        String[] tooMany = new String[10_000];
        Arrays.fill(tooMany, region("Anna", 0.5, 0.5, 0.2, 0.2));
        assertThat(reader.words(png(png, regions("", tooMany), true))).isEqualTo(FileWords.NONE);
        String megabytes = "<dc:a>" + "x".repeat(FilePackets.MOST_BYTES) + "</dc:a>";
        assertThat(reader.words(png(png, megabytes + regions("", many[0]), true)))
                .isEqualTo(FileWords.NONE);
    }

    private static byte[] png(byte[] png, String properties, boolean isPacked) throws IOException {
        byte[] xmp = bytes(HEAD + properties + FOOT);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(xmp);
        }
        byte[] text = isPacked
                ? joined(bytes("XML:com.adobe.xmp\0\1\0\0\0"), packed.toByteArray())
                : joined(bytes("XML:com.adobe.xmp\0\0\0\0\0"), xmp);
        return SamplePhotos.inserted(png, 33, SamplePhotos.pngChunk("iTXt", text));
    }

    @Test
    void signsThatTurnTheWritingAreNobodysName() throws IOException {
        FileWords words = reader.words(jpeg("<dc:creator>An\u202Ena\u0085 B</dc:creator><photoshop:Credit>"
                + "x".repeat(300) + "</photoshop:Credit>"));
        assertThat(words.creator()).isEqualTo("Anna B");
        assertThat(words.credit()).isNull();
    }

    @Test
    void noMutationEndsInAnythingButWords() throws IOException {
        Random random = new Random(34);
        byte[] named = jpeg(regions("", region("Anna", 0.5, 0.5, 0.2, 0.2)));
        byte[][] samples = {
            SamplePhotos.inserted(named, 2, segment(0xE1, joined(bytes("Exif\0\0"), exif()))),
            SamplePhotos.inserted(
                    SamplePhotos.png(SamplePhotos.picture(BufferedImage.TYPE_INT_RGB)),
                    33,
                    SamplePhotos.pngChunk("eXIf", exif())),
            webp("EXIF", exif())
        };
        long start = System.nanoTime();
        for (int i = 0; i < 6_000; i++) {
            byte[] mutated = samples[i % samples.length].clone();
            for (int changes = 0; changes < 4; changes++) {
                mutated[random.nextInt(Math.min(mutated.length, 1_200))] = (byte) random.nextInt(256);
            }
            assertThat(reader.words(mutated)).isNotNull();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(2));
    }
}

package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files that say, or hold, more than they should. */
class HostileFilesTest {

    /** What reading a picture of 64 × 48 may allocate, whatever else is in the file. */
    private static final long ALLOWED = 8 * Allocation.MEBIBYTE;

    private static byte[] bomb;

    @BeforeAll
    static void packZeros() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] zeros = new byte[(int) Allocation.MEBIBYTE];
            for (int i = 0; i < 64; i++) {
                deflater.write(zeros);
            }
        }
        bomb = packed.toByteArray();
        // loads and initialises the decoders, which is not what is measured
        List.of(SamplePhotos.webp(false), SamplePhotos.png(SamplePhotos.picture(BufferedImage.TYPE_BYTE_INDEXED)))
                .forEach(new PhotoReader()::read);
    }

    private static long readable(byte[] file) {
        return Allocation.of(() -> assertThat(new PhotoReader().read(file)).isInstanceOf(PhotoReading.Readable.class));
    }

    private static byte[] chunk(String type) {
        String start = switch (type) {
            case "iTXt" -> "a\0\1\0\0\0";
            default -> "a\0\0";
        };
        byte[] text = start.getBytes(StandardCharsets.ISO_8859_1);
        return SamplePhotos.pngChunk(type, SamplePhotos.inserted(bomb, 0, text));
    }

    /** A decoder goes over all pixels for each of them, however few bytes they take. */
    @Test
    void aPhotoWithThousandsOfScansIsNotDecoded() throws IOException {
        byte[] progressive = SamplePhotos.jpeg(true);
        assertThat(new PhotoReader().read(repeated(progressive, 20))).isInstanceOf(PhotoReading.Readable.class);
        assertThat(new PhotoReader().read(repeated(progressive, 2_000)))
                .isEqualTo(new PhotoReading.Refused(new PhotoRefusal.TooCostly()));
        assertThat(JpegScans.areTooMany(ByteBuffer.wrap(repeated(progressive, 30)), 99_000_000))
                .as("of a large photo, for which so many take long")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"II", "MM"})
    void aTiffWithThousandsOfScansInOneOfItsPartsIsNotDecoded(String order) throws IOException {
        byte[] part = SamplePhotos.jpeg(true);
        assertThat(new PhotoReader().read(tiff(order, part, 1))).isInstanceOf(PhotoReading.Readable.class);
        assertThat(new PhotoReader().read(tiff(order, repeated(part, 20), 1)))
                .isInstanceOf(PhotoReading.Readable.class);
        assertThat(new PhotoReader().read(tiff(order, repeated(part, 2_000), 1)))
                .isEqualTo(new PhotoReading.Refused(new PhotoRefusal.TooCostly()));
    }

    /** None of them with too many scans of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"II", "MM"})
    void aTiffOfManyPartsThatTogetherTakeTooLongIsNotDecoded(String order) throws IOException {
        byte[] large = saying(repeated(SamplePhotos.jpeg(true), 80), 1_000, 1_000);
        assertThat(new PhotoReader().read(tiff(order, large, 50)))
                .isEqualTo(new PhotoReading.Refused(new PhotoRefusal.TooCostly()));
    }

    /** Else a few kilobytes would be many pictures, and looking at them all would take long by itself. */
    @Test
    void aTiffWhosePartsLieOverEachOtherIsDamaged() throws IOException {
        byte[] file = tiff("II", SamplePhotos.jpeg(true), 48);
        ByteBuffer parts = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int offsets = 8 + 2 + 12 * 9 + 4 + 6;
        for (int i = 1; i < 48; i++) {
            parts.putInt(offsets + 4 * i, parts.getInt(offsets));
        }
        byte[] cut = Arrays.copyOf(file, file.length - 40 * SamplePhotos.jpeg(true).length);
        assertThat(new PhotoReader().read(cut)).isEqualTo(new PhotoReading.Refused(new PhotoRefusal.Damaged()));
    }

    private static byte[] saying(byte[] jpeg, int width, int height) {
        byte[] other = jpeg.clone();
        ByteBuffer bytes = ByteBuffer.wrap(other);
        int at = 2;
        while ((other[at + 1] & 0xFF) != 0xC2) {
            at += 2 + bytes.getShort(at + 2);
        }
        bytes.putShort(at + 5, (short) height).putShort(at + 7, (short) width);
        return other;
    }

    /** 64 pixels wide and 48 high, or as many as there are strips; each strip is this JPEG. */
    private static byte[] tiff(String order, byte[] jpeg, int strips) {
        ByteOrder bytes = order.equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int bits = 8 + 2 + 12 * 9 + 4;
        int offsets = bits + 6;
        int lengths = offsets + 4 * strips;
        int start = lengths + 4 * strips;
        boolean isOne = strips == 1;
        int[][] fields = {
            {256, 4, 1, 64},
            {257, 4, 1, isOne ? 48 : strips},
            {258, 3, 3, bits},
            {259, 3, 1, 7},
            {262, 3, 1, 6},
            {273, 4, strips, isOne ? start : offsets},
            {277, 3, 1, 3},
            {278, 4, 1, isOne ? 48 : 1},
            {279, 4, strips, isOne ? jpeg.length : lengths}
        };
        ByteBuffer file = ByteBuffer.allocate(start + strips * jpeg.length).order(bytes);
        file.put(order.getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        file.putShort((short) fields.length);
        for (int[] field : fields) {
            file.putShort((short) field[0]).putShort((short) field[1]).putInt(field[2]);
            if (field[1] == 3 && field[2] == 1) {
                file.putShort((short) field[3]).putShort((short) 0);
            } else {
                file.putInt(field[3]);
            }
        }
        file.putInt(0);
        file.putShort((short) 8).putShort((short) 8).putShort((short) 8);
        for (int i = 0; i < strips; i++) {
            file.putInt(offsets + 4 * i, start + i * jpeg.length).putInt(lengths + 4 * i, jpeg.length);
            file.put(start + i * jpeg.length, jpeg);
        }
        return file.array();
    }

    /** The same with its last scan so many times more. */
    private static byte[] repeated(byte[] jpeg, int times) {
        int from = jpeg.length - 2;
        while ((jpeg[from] & 0xFF) != 0xFF || (jpeg[from + 1] & 0xFF) != 0xDA) {
            from--;
        }
        byte[] scan = Arrays.copyOfRange(jpeg, from, jpeg.length - 2);
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + times * scan.length).put(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < times; i++) {
            file.put(scan);
        }
        return file.put(jpeg, jpeg.length - 2, 2).array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iTXt", "iCCP"})
    void whatIsPackedBesideThePixelsIsNotUnpacked(String type) throws IOException {
        for (int kind : List.of(BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_INDEXED)) {
            byte[] png = SamplePhotos.png(SamplePhotos.picture(kind));
            byte[] armed = SamplePhotos.inserted(png, SamplePhotos.PNG_HEADER_END, chunk(type));
            assertThat(readable(armed)).as("%s in kind %d", type, kind).isLessThan(ALLOWED);
            assertThat(Allocation.of(() -> new PhotoReader().needs(armed))).isLessThan(ALLOWED);
        }
    }

    @Test
    void aProfileThatSaysItIsLongerThanItIsTakesNoMemoryAndIsNone() {
        byte[] plain = SamplePhotos.webp(false);
        ByteBuffer webp = ByteBuffer.allocate(plain.length + 18 + 8 + 128).order(ByteOrder.LITTLE_ENDIAN);
        webp.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(webp.capacity() - 8);
        webp.put("WEBP".getBytes(StandardCharsets.ISO_8859_1)).put(SamplePhotos.webpHeader(0x20));
        webp.put("ICCP".getBytes(StandardCharsets.ISO_8859_1)).putInt(128);
        byte[] profile = new byte[128];
        ByteBuffer.wrap(profile).putInt(64 << 20).put(36, "acsp".getBytes(StandardCharsets.ISO_8859_1));
        byte[] armed = webp.put(profile).put(plain, 12, plain.length - 12).array();
        assertThat(readable(armed)).isLessThan(ALLOWED);
        assertThat(Allocation.of(() -> new PhotoReader().needs(armed))).isLessThan(ALLOWED);
    }

    @Test
    void anOrientationThatPointsOutsideItsBlockIsNone() throws IOException {
        byte[] rotated = SamplePhotos.rotated(6);
        for (int at = 12; at < 38; at++) {
            byte[] broken = rotated.clone();
            Arrays.fill(broken, at, Math.min(38, at + 4), (byte) 0xFF);
            assertThat(readable(broken)).isLessThan(ALLOWED);
        }
    }
}

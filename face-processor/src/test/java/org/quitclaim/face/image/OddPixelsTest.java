package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.face.TestData;

/** Rare kinds of pixels: read as they are meant, or refused by what they are; never another picture. */
class OddPixelsTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final int PIXELS = WIDTH * HEIGHT;

    /** Of the marker that begins a frame: its length, bits, height, width, channels. */
    private static final int BITS_AT = 4;

    private static PhotoRefusal refusal(byte[] file) {
        return switch (new PhotoReader().read(file)) {
            case PhotoReading.Refused(var reason) -> reason;
            case PhotoReading.Readable readable -> throw new AssertionError(readable);
        };
    }

    private static byte[] random(int bytes) {
        byte[] some = new byte[bytes];
        new Random(7).nextBytes(some);
        return some;
    }

    private static int find(byte[] file, int code, int from) {
        for (int at = from; at + 1 < file.length; at++) {
            if ((file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == code) {
                return at;
            }
        }
        throw new AssertionError(Integer.toHexString(code));
    }

    private static List<Integer> scans(byte[] jpeg) {
        List<Integer> found = new ArrayList<>();
        for (int at = 2; at + 1 < jpeg.length; at++) {
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xDA) {
                found.add(at);
            }
        }
        return found;
    }

    private static byte[] ended(byte[] jpeg, int length) {
        byte[] cut = Arrays.copyOf(jpeg, length + 2);
        cut[length] = (byte) 0xFF;
        cut[length + 1] = (byte) 0xD9;
        return cut;
    }

    @ParameterizedTest
    @CsvSource({
        "C9, 8, JPEG (arithmetic)",
        "CA, 8, JPEG (arithmetic)",
        "CB, 8, JPEG (arithmetic)",
        "C5, 8, JPEG (hierarchical)",
        "F7, 8, JPEG-LS",
        "C0, 12, JPEG (12 bits)",
        "C1, 12, JPEG (12 bits)"
    })
    void aKindOfJpegThatIsNotReadIsCalledByItsName(String code, byte bits, String name) throws IOException {
        byte[] jpeg = SamplePhotos.jpeg(false);
        int frame = find(jpeg, 0xC0, 2);
        jpeg[frame + 1] = (byte) Integer.parseInt(code, 16);
        jpeg[frame + BITS_AT] = bits;
        assertThat(refusal(jpeg)).isEqualTo(new PhotoRefusal.UnsupportedFormat(name));
    }

    /** Decoders show coarse blocks, or grey, where scans are missing, and say nothing. */
    @Test
    void aProgressivePhotoWithoutAllItsScansIsNotWhole() throws IOException {
        byte[] jpeg = SamplePhotos.jpeg(true);
        List<Integer> scans = scans(jpeg);
        assertThat(scans).hasSizeGreaterThan(3);
        TestData.read(jpeg);
        for (int scan : scans) {
            assertThat(refusal(ended(jpeg, scan)))
                    .as("without the scans from %d on", scan)
                    .isEqualTo(new PhotoRefusal.Truncated());
        }
    }

    @Test
    void aPhotoWhosePixelsEndBeforeTheirTimeIsNotWhole() throws IOException {
        byte[] jpeg = PixelsOthersSeeTest.file("plain.jpg");
        TestData.read(jpeg);
        int scan = scans(jpeg).getLast();
        for (int kept : new int[] {20, (jpeg.length - scan) / 2, (jpeg.length - scan) * 9 / 10}) {
            assertThat(refusal(ended(jpeg, scan + kept))).as("%d bytes", kept).isEqualTo(new PhotoRefusal.Truncated());
        }
        byte[] tiff = PixelsOthersSeeTest.file("jpeg.tif");
        int middle = (find(tiff, 0xDA, 0) + find(tiff, 0xD9, 0)) / 2;
        ByteBuffer.wrap(tiff).putShort(middle, (short) 0xFFD9);
        assertThat(refusal(tiff)).isEqualTo(new PhotoRefusal.Truncated());
    }

    /** Whose meaning another decoder and the standard agree on, and this one's decoder does not. */
    @ParameterizedTest
    @CsvSource({
        "1, 258, 6, TIFF (6 bits)", "1, 258, 10, TIFF (10 bits)", "1, 258, 12, TIFF (12 bits)",
        "3, 258, 4, TIFF (4 bits)", "3, 258, 6, TIFF (6 bits)", "1, 339, 2, TIFF (signed)",
        "3, 339, 3, TIFF (floating point)", "1, 339, 5, TIFF (complex)", "3, 262, 9, TIFF (ICCLab)",
        "3, 262, 10, TIFF (ITULab)", "3, 262, 32845, TIFF (LogLuv)", "1, 262, 32803, TIFF (CFA)",
        "1, 259, 34887, TIFF (LERC)", "1, 259, 50002, TIFF (JPEG XL)"
    })
    void aKindOfTiffThatIsNotReadIsCalledByItsName(int channels, int tag, int value, String name) {
        byte[] strip = random(2 * PIXELS * channels);
        assertThat(new PhotoReader().read(RawTiff.of(WIDTH, HEIGHT, channels, strip, Map.of())))
                .isInstanceOf(PhotoReading.Readable.class);
        assertThat(refusal(RawTiff.of(WIDTH, HEIGHT, channels, strip, Map.of(tag, value))))
                .isEqualTo(new PhotoRefusal.UnsupportedFormat(name));
    }

    static Stream<Arguments> opacities() {
        return Stream.of(3, 1).flatMap(colours -> Stream.of(0, 1, 2, -1).map(extra -> Arguments.of(colours, extra)));
    }

    /** 1: colours multiplied by it. 2: as they are. Else it is no opacity, such as a selection that somebody stored. */
    @ParameterizedTest
    @MethodSource("opacities")
    void aFurtherChannelIsOpacityOnlyWhereTheFileSaysSo(int colours, int extra) {
        byte[] strip = new byte[PIXELS * (colours + 1)];
        byte[] meant = new byte[PIXELS * 3];
        for (int i = 0; i < PIXELS; i++) {
            int opacity = i % 256;
            for (int c = 0; c < 3; c++) {
                int colour = colours == 1 ? i * 7 % 256 : (i * 5 + c * 80) % 256;
                int stored = extra == 1 ? Math.round(colour * opacity / 255f) : colour;
                if (c < colours) {
                    strip[i * (colours + 1) + c] = (byte) stored;
                }
                boolean isOpacity = extra == 1 || extra == 2;
                meant[3 * i + c] =
                        (byte) (isOpacity ? Math.round((colour * opacity + 255f * (255 - opacity)) / 255) : colour);
            }
            strip[i * (colours + 1) + colours] = (byte) opacity;
        }
        Map<Integer, Integer> said = extra < 0 ? Map.of() : Map.of(RawTiff.EXTRA, extra);
        UprightImage seen = PixelsOthersSeeTest.read(RawTiff.of(WIDTH, HEIGHT, colours + 1, strip, said));
        assertThat(PixelsOthersSeeTest.likeness(seen, new UprightImage(WIDTH, HEIGHT, meant)))
                .isGreaterThan(48);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 10, 12, 14, 16})
    void everyDepthOfColourThatIsReadIsAsBrightAsItIsMeant(int bits) {
        byte[] meant = new byte[PIXELS * 3];
        ByteBuffer packed = ByteBuffer.allocate(PIXELS * 3 * bits / 8);
        long held = 0;
        int filled = 0;
        for (int i = 0; i < meant.length; i++) {
            long value = (i * 13L) % (1L << bits);
            meant[i] = (byte) Math.round(value * 255.0 / ((1L << bits) - 1));
            held = held << bits | (bits == 16 ? Short.toUnsignedInt(Short.reverseBytes((short) value)) : value);
            for (filled += bits; filled >= 8; filled -= 8) {
                packed.put((byte) (held >> filled - 8));
            }
        }
        UprightImage seen =
                PixelsOthersSeeTest.read(RawTiff.of(WIDTH, HEIGHT, 3, packed.array(), Map.of(TiffFile.BITS, bits)));
        assertThat(PixelsOthersSeeTest.likeness(seen, new UprightImage(WIDTH, HEIGHT, meant)))
                .isGreaterThan(48);
    }

    @ParameterizedTest
    @CsvSource({"1, 20000", "20000, 1"})
    void aStripOfOnePixelIsAPhotoToo(int width, int height) {
        byte[] strip = random(width * height * 3);
        UprightImage seen = PixelsOthersSeeTest.read(RawTiff.of(width, height, 3, strip, Map.of()));
        assertThat(seen.rgb()).isEqualTo(strip);
    }
}

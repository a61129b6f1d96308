package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.face.TestData;

class PhotoReaderTest {

    /** A lossy WebP of one pixel. */
    private static final String TINY_WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    private static String codeOf(byte[] file) {
        return switch (new PhotoReader().read(file)) {
            case PhotoReading.Refused(var reason) -> reason.code();
            case PhotoReading.Readable readable -> readable.toString();
        };
    }

    private static void assertRedAt(UprightImage image, int x, int y) {
        int at = (y * image.width() + x) * UprightImage.BYTES_PER_PIXEL;
        assertThat(image.rgb()[at] & 0xFF).as("red of %s at %d,%d", image, x, y).isGreaterThan(180);
        assertThat(image.rgb()[at + 2] & 0xFF).as("blue").isLessThan(80);
    }

    private static void assertSample(byte[] file) {
        UprightImage image = TestData.read(file);
        assertThat(image.width()).isEqualTo(SamplePhotos.WIDTH);
        assertThat(image.height()).isEqualTo(SamplePhotos.HEIGHT);
        assertRedAt(image, 5, 5);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(codeOf(new byte[0])).isEqualTo("photo.empty");
    }

    @Test
    void textIsNoImage() {
        assertThat(codeOf("Dear Sir or Madam".getBytes(StandardCharsets.UTF_8))).isEqualTo("photo.not-an-image");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIF89a..........", "II+\0............", "8BPS............"})
    void anotherImageFormatIsNamedAsSuch(String header) {
        assertThat(codeOf(header.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("photo.unsupported-format");
    }

    @Test
    void aHundredMegabytesAreRefused() {
        assertThat(codeOf(new byte[100 * 1024 * 1024])).isEqualTo("photo.too-large");
    }

    @Test
    void aDecompressionBombIsRefusedByItsHeader() {
        assertThat(codeOf(SamplePhotos.pngHeader(40_000, 40_000))).isEqualTo("photo.too-many-pixels");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 600})
    void aTruncatedJpegIsRefused(int keptBytes) throws IOException {
        assertThat(codeOf(Arrays.copyOf(SamplePhotos.jpeg(false), keptBytes))).isEqualTo("photo.truncated");
    }

    @Test
    void aJpegThatLacksItsLastByteIsRefused() throws IOException {
        byte[] whole = SamplePhotos.jpeg(false);
        assertThat(codeOf(Arrays.copyOf(whole, whole.length - 1))).isEqualTo("photo.truncated");
    }

    @Test
    void aTruncatedPngIsRefused() throws IOException {
        byte[] whole = SamplePhotos.png(SamplePhotos.picture(BufferedImage.TYPE_3BYTE_BGR));
        assertThat(codeOf(Arrays.copyOf(whole, whole.length - 20))).isEqualTo("photo.truncated");
    }

    @Test
    void aDamagedPngIsRefused() throws IOException {
        byte[] damaged = SamplePhotos.png(SamplePhotos.picture(BufferedImage.TYPE_3BYTE_BGR));
        Arrays.fill(damaged, 45, damaged.length - 20, (byte) 0x55);
        assertThat(codeOf(damaged)).isIn("photo.damaged", "photo.truncated");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void baselineAndProgressiveJpegAreRead(boolean isProgressive) throws IOException {
        assertSample(SamplePhotos.jpeg(isProgressive));
    }

    @Test
    void cmykJpegIsRead() throws IOException {
        assertSample(SamplePhotos.cmyk());
    }

    @Test
    void sixteenBitPngIsRead() throws IOException {
        assertSample(SamplePhotos.png(SixteenBit.of(SamplePhotos.picture(BufferedImage.TYPE_3BYTE_BGR))));
    }

    @Test
    void transparentPngIsLaidOnWhite() throws IOException {
        UprightImage image = TestData.read(SamplePhotos.png(new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB)));
        assertThat(image.rgb()).containsOnly(255);
    }

    @Test
    void greyKeepsItsValues() throws IOException {
        BufferedImage grey = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(0, 0, 0, 100);
        assertThat(TestData.read(SamplePhotos.png(grey)).rgb()).startsWith(100, 100, 100);
    }

    @Test
    void lossyWebpIsRead() {
        assertSample(SamplePhotos.webp(false));
    }

    @Test
    void aPngWithAPaletteIsReadWithItsTransparency() throws IOException {
        byte[] red = {(byte) 255, 0};
        byte[] none = {0, 0};
        IndexColorModel colours = new IndexColorModel(8, 2, red, none, none, 1);
        BufferedImage picture = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_INDEXED, colours);
        picture.getRaster().setSample(1, 0, 0, 1);
        UprightImage image = TestData.read(SamplePhotos.png(picture));
        assertThat(image.rgb()).startsWith(255, 0, 0, 255, 255, 255);
    }

    @Test
    void webpIsRead() {
        UprightImage image = TestData.read(Base64.getDecoder().decode(TINY_WEBP));
        assertThat(image.width()).isEqualTo(1);
    }

    @Test
    void exifOrientationIsAppliedInPngAndWebpToo() throws IOException {
        BufferedImage picture = SamplePhotos.picture(BufferedImage.TYPE_3BYTE_BGR);
        List<byte[]> files = List.of(
                SamplePhotos.rotatedPng(SamplePhotos.png(picture), 6),
                SamplePhotos.rotatedWebp(6, ""),
                SamplePhotos.rotatedWebp(6, "Exif\0\0"));
        assertThat(files).allSatisfy(file -> {
            UprightImage image = TestData.read(file);
            assertThat(image.width()).isEqualTo(48);
            assertRedAt(image, 42, 5);
        });
    }

    /** Where the red block at the stored top left stands once the picture is upright. */
    @ParameterizedTest
    @CsvSource({
        "1,64,48,5,5", "2,64,48,58,5", "3,64,48,58,42", "4,64,48,5,42",
        "5,48,64,5,5", "6,48,64,42,5", "7,48,64,42,58", "8,48,64,5,58"
    })
    void exifOrientationIsApplied(int orientation, int width, int height, int x, int y) throws IOException {
        UprightImage image = TestData.read(SamplePhotos.rotated(orientation));
        assertThat(image.width()).isEqualTo(width);
        assertThat(image.height()).isEqualTo(height);
        assertRedAt(image, x, y);
    }
}

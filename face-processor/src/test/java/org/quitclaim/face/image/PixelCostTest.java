package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelCostTest {

    private static final int SIDE = 2_000;
    private static final int EVERYTHING_ELSE = 12;

    @TempDir
    private Path folder;

    private static long perPixel(byte[] file, long pixels) {
        return new PhotoReader().needs(file) / pixels;
    }

    @Test
    void everyKindIsKnownByItsHeader() throws IOException {
        long pixels = (long) SamplePhotos.WIDTH * SamplePhotos.HEIGHT;
        BufferedImage picture = SamplePhotos.picture(BufferedImage.TYPE_3BYTE_BGR);
        assertThat(perPixel(SamplePhotos.jpeg(true), pixels)).isEqualTo(9);
        assertThat(perPixel(SamplePhotos.rotated(6), pixels)).isEqualTo(9);
        assertThat(perPixel(SamplePhotos.cmyk(), pixels)).isEqualTo(14);
        assertThat(perPixel(SamplePhotos.png(picture), pixels)).isEqualTo(9);
        assertThat(perPixel(SamplePhotos.png(SixteenBit.of(picture)), pixels)).isEqualTo(14);
        assertThat(perPixel(SamplePhotos.png(SamplePhotos.picture(BufferedImage.TYPE_4BYTE_ABGR)), pixels))
                .isEqualTo(14);
        assertThat(new PhotoReader().needs(SamplePhotos.webp(false))).isEqualTo(28 * pixels);
    }

    @Test
    void whatTakesMoreMemoryMayHaveFewerPixels() {
        byte[] plain = SamplePhotos.pngHeader(8_000, 8_000);
        byte[] transparent = plain.clone();
        transparent[25] = 6;
        assertThat(new PhotoReader().read(plain)).isEqualTo(new PhotoReading.Refused(new PhotoRefusal.Truncated()));
        assertThat(new PhotoReader().read(transparent))
                .isEqualTo(new PhotoReading.Refused(new PhotoRefusal.TooManyPixels(8_000, 8_000, 50_000_000)));
        assertThat(new PhotoReader().needs(transparent)).isZero();
    }

    /** Of which every pixel goes through the colour management. */
    private static byte[] withGamma(BufferedImage picture) throws IOException {
        return SamplePhotos.inserted(
                SamplePhotos.png(picture),
                SamplePhotos.PNG_HEADER_END,
                SamplePhotos.pngChunk("gAMA", new byte[] {0, 1, 0, 0}));
    }

    /** A process with hardly more memory than is said to be needed. */
    @Test
    void whatIsSaidToBeNeededIsEnough() throws IOException, InterruptedException {
        Path transparent = folder.resolve("transparent.png");
        Files.write(transparent, SamplePhotos.png(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_4BYTE_ABGR)));
        Path print = folder.resolve("print.jpg");
        Files.write(print, SamplePhotos.rotated(CmykJpeg.write(new byte[SIDE * SIDE * 4], SIDE, SIDE), 6));
        Path coloured = folder.resolve("coloured.png");
        Files.write(
                coloured,
                SamplePhotos.rotatedPng(withGamma(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR)), 6));
        long needed = new PhotoReader().needs(Files.readAllBytes(print)) / Allocation.MEBIBYTE;
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmn4m",
                        "-Xmx" + (needed + EVERYTHING_ELSE) + "m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadAll.class.getName(),
                        transparent.toString(),
                        coloured.toString(),
                        print.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(output).isZero();
        assertThat(output).contains("3 read");
    }
}

package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.face.TestData;

/**
 * What is read is what a browser shows: every container with its depths, profiles and orientations, made by other people's
 * encoders ({@code src/test/pictures/make-pictures.mjs}).
 */
class PixelsOthersSeeTest {

    /** A step of rounding here and there. */
    private static final double SAME = 48;

    /** Compressed with loss, at the highest quality. */
    private static final double ALIKE = 40;

    private static final double MOST = 255;

    static byte[] file(String name) throws IOException {
        try (InputStream in = PixelsOthersSeeTest.class.getResourceAsStream("/pixels/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    /** Skips the test, with the reason, where the program that decodes this kind of file is not installed. */
    static UprightImage read(byte[] file) {
        return switch (new PhotoReader().read(file)) {
            case PhotoReading.Readable(var image) -> image;
            case PhotoReading.Refused(PhotoRefusal.DecoderMissing missing) -> {
                assumeTrue(false, "not installed: " + missing.detail());
                throw new AssertionError();
            }
            case PhotoReading.Refused(var reason) -> throw new AssertionError(reason.code() + " " + reason.detail());
        };
    }

    /** Decibels; above 40 nobody tells two pictures apart. */
    static double likeness(UprightImage one, UprightImage other) {
        assertThat(one).hasToString(other.toString());
        double sum = 0;
        for (int i = 0; i < one.rgb().length; i++) {
            int difference = (one.rgb()[i] & 0xFF) - (other.rgb()[i] & 0xFF);
            sum += difference * difference;
        }
        return 10 * Math.log10(MOST * MOST * one.rgb().length / Math.max(sum, 1e-9));
    }

    private static void assertSeen(String name, String reference, double least) throws IOException {
        assertThat(likeness(read(file(name)), TestData.read(file(reference))))
                .as("%s, in dB", name)
                .isGreaterThan(least);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rgb16.png",
                "adobe-rgb.png",
                "p3-16.png",
                "linear-16.png",
                "gamma-and-primaries.png",
                "cicp-p3.png",
                "srgb-wins-over-gamma.png",
                "rgba-p3.png",
                "interlaced.png",
                "lossless.webp",
                "p3-lossless.webp",
                "none.tif",
                "lzw.tif",
                "deflate.tif",
                "packbits.tif",
                "tiled.tif",
                "pages.tif",
                "rgb16.tif",
                "adobe-rgb.tif",
                "jpeg.tif"
            })
    void withoutLossItIsTheSame(String name) throws IOException {
        assertSeen(name, "base.png", SAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain.jpg",
                "adobe-rgb.jpg",
                "p3-in-three-segments.jpg",
                "lossy-best.webp",
                "p3-lossy.webp",
                "plain.heic",
                "adobe-rgb.heic",
                "10-bit.heic",
                "two.heic",
                "plain.avif",
                "10-bit.avif",
                "adobe-rgb.avif",
                "cicp-p3.avif"
            })
    void withLossItLooksTheSame(String name) throws IOException {
        assertSeen(name, "base.png", ALIKE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grey.jpg",
                "grey-profile.jpg",
                "grey-profile.png",
                "grey-gamma.png",
                "grey16.png",
                "grey-alpha.png",
                "grey.tif"
            })
    void greyIsAsBrightAsItIsMeant(String name) throws IOException {
        assertSeen(name, "base-grey.png", 45);
    }

    /** What another decoder, or the rule of the format, makes of the same file. */
    @ParameterizedTest
    @CsvSource({
        "cmyk-profile.jpg, cmyk-profile-seen.png, 38",
        "lossy-fast.webp, lossy-fast-seen.png, 40",
        "grey-1-bit.png, grey-1-bit-seen.png, 48",
        "grey-2-bit.png, grey-2-bit-seen.png, 48",
        "grey-4-bit.png, grey-4-bit-seen.png, 48",
        "palette-1-bit-profile.png, palette-1-bit-profile-seen.png, 48",
        "palette-2-bit-profile.png, palette-2-bit-profile-seen.png, 48",
        "palette-4-bit-profile.png, palette-4-bit-profile-seen.png, 48",
        "one-colour-transparent.png, one-colour-transparent-seen.png, 48",
        "one-grey-transparent.png, one-grey-transparent-seen.png, 48",
        "partly-transparent-lossy.webp, partly-transparent-seen.png, 38",
        "partly-transparent-lossless.webp, partly-transparent-seen.png, 48",
        "partly-transparent.avif, partly-transparent-seen.png, 35",
        "animated-lossy.webp, partly-transparent-seen.png, 38",
        "animated-lossless.webp, partly-transparent-seen.png, 48",
    })
    void itIsSeenAsOthersSeeIt(String name, String reference, double least) throws IOException {
        assertSeen(name, reference, least);
    }

    static Stream<String> turned() {
        return Stream.of("turned-%d.tif", "turned-%d.webp", "turned-%d-lossless.webp", "turned-%d.avif")
                .flatMap(name -> Stream.iterate(2, turn -> turn <= 8, turn -> turn + 1)
                        .map(turn -> turn + " " + String.format(Locale.ROOT, name, turn)));
    }

    @ParameterizedTest
    @MethodSource("turned")
    void itStandsUprightFromEveryContainer(String turnAndName) throws IOException {
        String[] parts = turnAndName.split(" ", 2);
        UprightImage upright = Orientation.ofExif(Integer.parseInt(parts[0])).apply(TestData.read(file("base.png")));
        assertThat(likeness(read(file(parts[1])), upright)).as(parts[1]).isGreaterThan(ALIKE);
    }

    @ParameterizedTest
    @CsvSource({
        "plain.jpg, 1",
        "animated-lossy.webp, 2",
        "animated-lossless.webp, 2",
        "two.heic, 2",
        "plain.avif, 1",
        "animated.avif, 3",
        "animated-transparent.avif, 3",
        "plain.heic, 1"
    })
    void aFileWithSeveralPicturesSaysHowMany(String name, int pictures) throws IOException {
        assertThat(new PhotoReader().pictures(file(name))).isEqualTo(pictures);
    }

    /** Reported cases, each the same photo in another container. */
    @ParameterizedTest
    @CsvSource({
        "a.heic, 1",
        "heic-named.jpg, 1",
        "a.avif, 1",
        "lossless.webp, 1",
        "two.mpo.jpg, 2",
        "apng-hiddendefault.png, 2",
        "cmyk.jpg, 1",
        "icc-p3.jpg, 1",
        "rgb16.png, 1",
        "gray16.png, 1",
        "small.tif, 1",
        "webp-fast-encoder-method0.webp, 1"
    })
    void whatWasReportedIsReadAndCounted(String name, int pictures) throws IOException {
        byte[] bytes = Files.readAllBytes(TestData.folder().resolve("cases").resolve(name));
        assertThat(read(bytes).width()).isGreaterThanOrEqualTo(400);
        assertThat(new PhotoReader().pictures(bytes)).isEqualTo(pictures);
    }

    @ParameterizedTest
    @CsvSource({
        "a.gif, photo.unsupported-format, GIF", "big.tif, photo.unsupported-format, BigTIFF",
        "bare.jxl, photo.unsupported-format, JPEG XL", "fake.cr3, photo.camera-raw, Canon CR3",
        "fake.orf, photo.camera-raw, Olympus ORF", "fake.raf, photo.camera-raw, Fujifilm RAF",
        "fake.rw2, photo.camera-raw, Panasonic RW2"
    })
    void whatIsNotReadIsCalledByItsName(String name, String code, String detail) throws IOException {
        Path path = TestData.folder().resolve("cases").resolve(name);
        assertThat(new PhotoReader().read(Files.readAllBytes(path)))
                .isInstanceOfSatisfying(
                        PhotoReading.Refused.class,
                        refused -> assertThat(Optional.of(refused.reason().code() + " "
                                        + refused.reason().detail()))
                                .contains(code + " " + detail));
    }
}

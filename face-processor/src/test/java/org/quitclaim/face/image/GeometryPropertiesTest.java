package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.CoverStyle;

/** What boxes do to pixels, wherever on a photo of whatever size they lie. */
class GeometryPropertiesTest {
    private static final double CLOSE = 1e-9;
    /** Two blocks of eight pixels, since colours are stored at half the size. */
    private static final int JPEG_BLOCK = 16;

    private final RenditionEncoder encoder = new RenditionEncoder();

    /** Nothing that leaves depends on a covered pixel: two photos that differ only there become the same file. */
    @Property(tries = 200)
    @Requirement("R42")
    void whateverIsUnderACoverTheFileIsTheSame(
            @ForAll("images") UprightImage image,
            @ForAll @Size(min = 1, max = 3) List<@From("boxes") Box> covered,
            @ForAll CoverStyle style,
            @ForAll long seed) {
        RenditionEncoder encoder = new RenditionEncoder(style);
        UprightImage other =
                changed(image, seed, (x, y) -> covered.stream().anyMatch(box -> touches(image, box, x, y)));

        assertThat(encoder.encode(other, covered)).isEqualTo(encoder.encode(image, covered));
        assertThat(encoder.preview(other, covered, 24, "PREVIEW"))
                .isEqualTo(encoder.preview(image, covered, 24, "PREVIEW"));
    }

    /** Of a photo of which only one person is handed out, no pixel beyond that person's margin matters. */
    @Property(tries = 200)
    @Requirement("R42")
    void whateverIsBesideWhatIsKeptTheFileIsTheSame(
            @ForAll("images") UprightImage image,
            @ForAll("boxes") Box kept,
            @ForAll("boxes") Box covered,
            @ForAll long seed) {
        UprightImage other =
                changed(image, seed, (x, y) -> !isWithinMargin(image, kept, x, y) || touches(image, covered, x, y));

        assertThat(encoder.encodeOnly(other, List.of(kept), List.of(covered)))
                .isEqualTo(encoder.encodeOnly(image, List.of(kept), List.of(covered)));
    }

    /** What is further away than the blocks of a JPEG reach stays as it was: a cover does not swallow the photo. */
    @Property(tries = 200)
    void whatIsNotCoveredStays(
            @ForAll @IntRange(min = 40, max = 90) int width,
            @ForAll @IntRange(min = 40, max = 90) int height,
            @ForAll("boxes") Box covered)
            throws IOException {
        byte[] white = new byte[width * height * UprightImage.BYTES_PER_PIXEL];
        Arrays.fill(white, (byte) 0xFF);
        UprightImage image = new UprightImage(width, height, white);
        BufferedImage picture = SamplePhotos.decode(encoder.encode(image, List.of(covered)));

        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (!isNear(image, covered, x, y)) {
                    assertThat(picture.getRGB(x, y) & 0xFFFFFF)
                            .as("%d, %d beside %s", x, y, covered)
                            .isEqualTo(0xFFFFFF);
                }
            }
        }
    }

    private static boolean isNear(UprightImage image, Box box, int x, int y) {
        return overlaps(image, box, RenditionEncoder.MARGIN, JPEG_BLOCK, x, y);
    }

    @Property
    void turningAPhotoUprightLosesNoPixelAndMovesEachToOnePlace(
            @ForAll("images") UprightImage stored, @ForAll @IntRange(min = 1, max = 8) int exif) {
        Orientation orientation = Orientation.ofExif(exif);
        UprightImage upright = orientation.apply(stored);

        assertThat((long) upright.width() * upright.height()).isEqualTo((long) stored.width() * stored.height());
        assertThat(inverse(exif).apply(upright).rgb()).isEqualTo(stored.rgb());
    }

    /** EXIF 3.0: 6 and 8 are quarter turns in opposite directions, the others undo themselves. */
    private static Orientation inverse(int exif) {
        return Orientation.ofExif(
                switch (exif) {
                    case 6 -> 8;
                    case 8 -> 6;
                    default -> exif;
                });
    }

    @Property
    void overlapIsSymmetricAFractionAndWholeForTheSameBox(@ForAll("boxes") Box first, @ForAll("boxes") Box second) {
        double iou = BoxOverlap.iou(first, second);

        assertThat(iou).isBetween(0.0, 1 + CLOSE).isCloseTo(BoxOverlap.iou(second, first), within(CLOSE));
        assertThat(BoxOverlap.containment(first, second)).isGreaterThanOrEqualTo(iou - CLOSE);
        assertThat(BoxOverlap.iou(first, first)).isCloseTo(1, within(1e-6));
    }

    @Property
    void aClippedRegionLiesWithinTheImage(
            @ForAll("images") UprightImage image,
            @ForAll @IntRange(min = -90, max = 90) int x,
            @ForAll @IntRange(min = -90, max = 90) int y,
            @ForAll @IntRange(min = 1, max = 120) int width,
            @ForAll @IntRange(min = 1, max = 120) int height) {
        PixelRegion region = PixelRegion.clipped(x + 0.5, y + 0.25, width, height, image);

        assertThat(region.isEmpty()
                        || (region.x() >= 0
                                && region.y() >= 0
                                && region.x() + region.width() <= image.width()
                                && region.y() + region.height() <= image.height()))
                .as("%s in %d x %d", region, image.width(), image.height())
                .isTrue();
    }

    @Provide
    Arbitrary<UprightImage> images() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 64),
                        Arbitraries.integers().between(1, 64),
                        Arbitraries.longs())
                .as((width, height, seed) -> {
                    byte[] rgb = new byte[width * height * UprightImage.BYTES_PER_PIXEL];
                    new Random(seed).nextBytes(rgb);
                    return new UprightImage(width, height, rgb);
                });
    }

    @Provide
    Arbitrary<Box> boxes() {
        Arbitrary<Double> fractions = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(fractions, fractions, fractions, fractions).as((x, y, width, height) -> {
            double left = Math.min(x, 0.99);
            double top = Math.min(y, 0.99);
            return new Box(left, top, Math.max(0.01, width * (1 - left)), Math.max(0.01, height * (1 - top)));
        });
    }

    private interface Where {
        boolean at(int x, int y);
    }

    private static UprightImage changed(UprightImage image, long seed, Where where) {
        Random random = new Random(seed);
        byte[] rgb = image.rgb().clone();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int at = UprightImage.BYTES_PER_PIXEL * (y * image.width() + x);
                for (int colour = 0; colour < UprightImage.BYTES_PER_PIXEL && where.at(x, y); colour++) {
                    rgb[at + colour] = (byte) random.nextInt();
                }
            }
        }
        return new UprightImage(image.width(), image.height(), rgb);
    }

    /** Whether any of the pixel is inside the box. */
    private static boolean touches(UprightImage image, Box box, int x, int y) {
        return overlaps(image, box, 0, 0, x, y);
    }

    /** Whether any of the pixel is inside the box and its margin. */
    private static boolean isWithinMargin(UprightImage image, Box box, int x, int y) {
        return overlaps(image, box, RenditionEncoder.MARGIN, 0, x, y);
    }

    private static boolean overlaps(UprightImage image, Box box, double margin, int pixels, int x, int y) {
        double left = (box.x() - margin * box.width()) * image.width() - pixels;
        double right = (box.x() + (1 + margin) * box.width()) * image.width() + pixels;
        double top = (box.y() - margin * box.height()) * image.height() - pixels;
        double bottom = (box.y() + (1 + margin) * box.height()) * image.height() + pixels;
        return x + 1 > left && x < right && y + 1 > top && y < bottom;
    }
}

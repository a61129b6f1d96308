package org.quitclaim.face.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.align.AlignedFace;
import org.quitclaim.face.image.PixelRegion;
import org.quitclaim.face.image.UprightImage;

@Requirement("R83")
class FaceQualityTest {

    private static Optional<QualityFault> fault(double pixels, double tilt, double sharpness) {
        return new FaceQuality(pixels, false, tilt, sharpness).fault();
    }

    @Test
    void eachFaultIsNamedAtItsLimitAndAGoodFaceHasNone() {
        assertThat(fault(24, 70, 0.008)).isEmpty();
        assertThat(fault(23.9, 0, 0.1)).contains(QualityFault.TOO_SMALL);
        assertThat(fault(100, 70.1, 0.1)).contains(QualityFault.TILTED);
        assertThat(fault(100, 0, 0.0079)).contains(QualityFault.TOO_SOFT);
    }

    @Test
    void aFaceWhoseBoxReachesAnEdgeIsCut() {
        AlignedFace upright = new AlignedFace(noise(60, 1), new PixelRegion(0, 0, 60, 60), 0);
        for (Box box : List.of(
                new Box(0, 0.2, 0.5, 0.5),
                new Box(0.2, 0.005, 0.5, 0.5),
                new Box(0.5, 0.2, 0.5, 0.5),
                new Box(0.2, 0.5, 0.5, 0.499))) {
            assertThat(FaceQuality.of(noise(60, 1), box, upright).fault())
                    .as(box.toString())
                    .contains(QualityFault.CUT);
        }
        assertThat(FaceQuality.of(noise(60, 1), new Box(0.02, 0.02, 0.96, 0.96), upright)
                        .fault())
                .isEmpty();
    }

    @Test
    void aTiltCountsTheShorterWayRound() {
        AlignedFace turned = new AlignedFace(noise(60, 1), new PixelRegion(0, 0, 60, 60), Math.toRadians(-350));
        assertThat(FaceQuality.of(noise(60, 1), new Box(0, 0, 1, 0.5), turned).tiltDegrees())
                .isBetween(9.9, 10.1);
        assertThat(FaceQuality.of(noise(60, 1), new Box(0, 0, 1, 0.5), turned).pixels())
                .isEqualTo(30);
    }

    /** Grey values that change over {@code grain} pixels. */
    private static UprightImage noise(int side, int grain) {
        Random random = new Random(3);
        int[] coarse = random.ints((long) (side / grain + 1) * (side / grain + 1), 0, 200)
                .toArray();
        byte[] rgb = new byte[side * side * UprightImage.BYTES_PER_PIXEL];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / UprightImage.BYTES_PER_PIXEL;
            rgb[i] = (byte) coarse[pixel / side / grain * (side / grain + 1) + pixel % side / grain];
        }
        return new UprightImage(side, side, rgb);
    }

    private static double sharpness(UprightImage image) {
        return Sharpness.of(image, PixelRegion.whole(image));
    }

    @Test
    void theCoarserAPictureTheLessSharpAndContrastDoesNotCount() {
        List<Double> grains = List.of(sharpness(noise(150, 2)), sharpness(noise(150, 10)), sharpness(noise(150, 50)));
        assertThat(grains).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        UprightImage faint = noise(150, 10);
        byte[] rgb = faint.rgb().clone();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (100 + (rgb[i] & 0xFF) / 4);
        }
        assertThat(sharpness(new UprightImage(150, 150, rgb)))
                .isCloseTo(sharpness(faint), org.assertj.core.api.Assertions.withinPercentage(10));
        assertThat(sharpness(new UprightImage(2, 2, new byte[12]))).isZero();
    }
}

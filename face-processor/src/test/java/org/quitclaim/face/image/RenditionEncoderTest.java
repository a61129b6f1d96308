package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.CoverStyle;
import org.quitclaim.face.TestData;

class RenditionEncoderTest {

    private static final Box RED_BLOCK = new Box(0, 0, 0.25, 1 / 3.0);

    private final RenditionEncoder encoder = new RenditionEncoder();

    @Test
    @Requirement("R42")
    void aCoveredFaceLeavesNothingOfItself() throws IOException {
        UprightImage image = TestData.read(SamplePhotos.jpeg(false));
        BufferedImage covered = SamplePhotos.decode(encoder.encode(image, List.of(RED_BLOCK)));
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                Color colour = new Color(covered.getRGB(x, y));
                assertThat(Math.abs(colour.getRed() - colour.getBlue())).isLessThan(60);
            }
        }
        assertThat(new Color(covered.getRGB(60, 40)).getBlue()).isGreaterThan(200);
    }

    @Test
    @Requirement("R42")
    void whatCoversDoesNotDependOnWhatIsCovered() {
        UprightImage first = plain(10);
        UprightImage second = plain(240);
        Box all = new Box(0, 0, 1, 1);
        assertThat(encoder.encode(first, List.of(all))).isEqualTo(encoder.encode(second, List.of(all)));
    }

    @Test
    void theFigureIsOnTheCoverAndNowhereElse() throws IOException {
        Box middle = new Box(0.4, 0.4, 0.2, 0.2);
        UprightImage image = plain(240);
        BufferedImage block = SamplePhotos.decode(encoder.encode(image, List.of(middle)));
        BufferedImage figure =
                SamplePhotos.decode(new RenditionEncoder(CoverStyle.FIGURE).encode(image, List.of(middle)));
        assertThat(differing(block, figure)).isGreaterThan(100);
        assertThat(new Color(figure.getRGB(2, 2)).getBlue()).isGreaterThan(220);
        assertThat(new Color(figure.getRGB(image.width() / 2, image.height() * 9 / 20)).getBlue())
                .isLessThan(150);
    }

    @Test
    @Requirement("R44")
    void aRenditionHoldsNoMetadata() throws IOException {
        byte[] rendition = encoder.encode(TestData.read(SamplePhotos.rotated(6)), List.of());
        String text = new String(rendition, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("Exif", "xmp", "Photoshop", "ICC_PROFILE");
    }

    @Test
    void encodingLeavesTheImageAsItWas() throws IOException {
        UprightImage image = TestData.read(SamplePhotos.jpeg(false));
        byte[] before = image.rgb().clone();
        encoder.encode(image, List.of(RED_BLOCK));
        assertThat(image.rgb()).isEqualTo(before);
    }

    @Test
    void aPreviewIsSmallAndMarked() throws IOException {
        UprightImage image = plain(128);
        BufferedImage marked = SamplePhotos.decode(encoder.preview(image, List.of(), 200, "PREVIEW"));
        BufferedImage bare = SamplePhotos.decode(encoder.preview(image, List.of(), 200, ""));
        assertThat(marked.getWidth()).isEqualTo(200);
        assertThat(marked.getHeight()).isEqualTo(150);
        assertThat(differing(marked, bare)).isGreaterThan(200);
    }

    private static int differing(BufferedImage first, BufferedImage second) {
        int count = 0;
        for (int y = 0; y < first.getHeight(); y++) {
            for (int x = 0; x < first.getWidth(); x++) {
                int difference = (first.getRGB(x, y) & 0xFF) - (second.getRGB(x, y) & 0xFF);
                count += Math.abs(difference) > 16 ? 1 : 0;
            }
        }
        return count;
    }

    private static UprightImage plain(int value) {
        byte[] rgb = new byte[800 * 600 * UprightImage.BYTES_PER_PIXEL];
        Arrays.fill(rgb, (byte) value);
        return new UprightImage(800, 600, rgb);
    }
}

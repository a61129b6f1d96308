package org.quitclaim.face.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.TestData;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.PackFolder;

/** Small faces on wide pictures. */
class PanoramaTest {

    /** Twelve people of about 65 pixels on 12,000 × 1,500: the whole picture made small shows nobody. */
    @Test
    void everybodyOnAPanoramaIsFound() throws IOException {
        UprightImage image = TestData.read(Files.readAllBytes(TestData.folder().resolve("cases/pano12000.jpg")));
        try (FaceDetector detector = new FaceDetector(PackFolder.configured().read(), 2)) {
            assertThat(detector.detect(image, Passes.thorough(image, Passes.SMALLEST_FACE_PIXELS)))
                    .hasSize(12)
                    .extracting(DetectedFace::box)
                    .allSatisfy(box -> assertThat(shorterSide(box, image)).isBetween(35.0, 90.0));
        }
    }

    private static double shorterSide(Box box, UprightImage image) {
        return Math.min(box.width() * image.width(), box.height() * image.height());
    }
}

package org.quitclaim.face.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.TestData;
import org.quitclaim.face.TestPermits;
import org.quitclaim.face.detect.DetectedFace;
import org.quitclaim.face.detect.FaceDetector;
import org.quitclaim.face.detect.Passes;
import org.quitclaim.face.embed.Embedding;
import org.quitclaim.face.embed.FaceEmbedder;
import org.quitclaim.face.embed.ProbeVector;
import org.quitclaim.face.image.BoxOverlap;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.ModelPack;
import org.quitclaim.face.pack.PackFolder;
import org.quitclaim.face.permit.PermitIssuer;

/** The converted pack answers as the implementation that its weights were published with. */
class ReferenceParityTest {

    private static final double DIFFERENT = 0.6;

    private static final PermitIssuer ISSUER = TestPermits.issuer(InstantSource.system());

    private static FaceDetector detector;
    private static FaceEmbedder embedder;

    @BeforeAll
    static void open() throws IOException {
        ModelPack pack = PackFolder.configured().read();
        detector = new FaceDetector(pack, 2);
        embedder = new FaceEmbedder(pack, ISSUER, 2);
    }

    @AfterAll
    static void close() {
        detector.close();
        embedder.close();
    }

    @Test
    void everyFaceOfTheReferenceIsFoundOnThePortraits() throws IOException {
        ReferenceFaces reference = new ReferenceFaces();
        for (String photo : reference.portraits()) {
            UprightImage image = TestData.photo(photo);
            assertFound(image, List.of(reference.portraitBox(photo, image)));
        }
    }

    @Test
    void everyFaceOfTheReferenceIsFoundOnTheGroupPhoto() throws IOException {
        UprightImage image = TestData.photo("solvay-1927.jpg");
        assertFound(image, new ReferenceFaces().groupBoxes(image));
    }

    private static void assertFound(UprightImage image, List<Box> expected) {
        List<DetectedFace> found = detector.detect(image, Passes.thorough(image, Passes.SMALLEST_FACE_PIXELS));
        assertThat(expected)
                .allSatisfy(box -> assertThat(found)
                        .anySatisfy(face ->
                                assertThat(BoxOverlap.iou(face.box(), box)).isGreaterThanOrEqualTo(0.9)));
    }

    /** Turned upright and averaged with their mirror images, portraits of one person lie nearer, and of two as far apart. */
    @Test
    void portraitsOfOnePersonAreNearerThanInTheReferenceAndOthersAreNot() throws IOException {
        ReferenceFaces reference = new ReferenceFaces();
        Map<String, ProbeVector> probes = new HashMap<>();
        for (String photo : reference.portraits()) {
            UprightImage image = TestData.photo(photo);
            probes.put(
                    photo,
                    embed(image, List.of(reference.portraitBox(photo, image))).getFirst());
        }
        reference.distances().forEach((pair, distance) -> {
            String[] photos = pair.split("\\|", -1);
            double apart = probes.get(photos[0]).distance(probes.get(photos[1]));
            assertThat(apart).as(pair).isBetween(distance - 0.1, distance + 0.03);
            assertThat(apart > DIFFERENT).as(pair).isEqualTo(distance > DIFFERENT);
        });
    }

    private static List<ProbeVector> embed(UprightImage image, List<Box> boxes) {
        Embedding embedding = embedder.embed(TestPermits.attested(ISSUER, boxes), TestPermits.PHOTO, image);
        List<ProbeVector> vectors = new ArrayList<>();
        ((Embedding.Computed) embedding).probes().forEach(probe -> vectors.add(probe.vector()));
        return vectors;
    }
}

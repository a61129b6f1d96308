package org.quitclaim.face.drawn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quitclaim.drawn.Cast;
import org.quitclaim.drawn.DrawnCharacter;
import org.quitclaim.drawn.DrawnFace;
import org.quitclaim.drawn.DrawnPhoto;
import org.quitclaim.drawn.Expectations;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;
import org.quitclaim.face.TestData;
import org.quitclaim.face.TestPermits;
import org.quitclaim.face.detect.DetectedFace;
import org.quitclaim.face.detect.FaceDetector;
import org.quitclaim.face.detect.Passes;
import org.quitclaim.face.embed.Embedding;
import org.quitclaim.face.embed.FaceEmbedder;
import org.quitclaim.face.embed.ProbeVector;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.ModelPack;
import org.quitclaim.face.pack.PackFolder;
import org.quitclaim.face.permit.PermitIssuer;

/** The drawn people are people to the face-api pack: found, told apart and known again. */
class DrawnPeopleTest {
    private static final PermitIssuer ISSUER = TestPermits.issuer(InstantSource.system());
    private static final Map<Cast, ProbeVector> REFERENCES = new EnumMap<>(Cast.class);

    private static FaceDetector detector;
    private static FaceEmbedder embedder;

    @BeforeAll
    static void enrolTheCast() throws IOException {
        ModelPack pack = PackFolder.configured().read();
        detector = new FaceDetector(pack, 2);
        embedder = new FaceEmbedder(pack, ISSUER, 2);
        for (Cast role : Cast.members()) {
            REFERENCES.put(role, only(ScenePainter.draw(Scenes.enrolment(role.character()))));
        }
    }

    @AfterAll
    static void close() {
        detector.close();
        embedder.close();
    }

    @Test
    void theCastLiesApart() {
        REFERENCES.forEach((role, vector) -> assertThat(nearestOther(role.character(), vector))
                .as(role.name())
                .isGreaterThanOrEqualTo(Expectations.CAST_APART));
    }

    @Test
    void everyMemberIsKnownAgainOnOtherPortraits() {
        for (Cast role : Cast.members()) {
            List<DrawnPhoto> others = Expectations.portraitsOf(role).others();
            others.forEach(photo -> assertKnown(role, only(photo)));
        }
    }

    @Test
    void everybodyOnTheComposedPhotosIsKnownAndNobodyElseIs() {
        for (DrawnPhoto photo : Expectations.composed()) {
            vectors(photo).forEach(DrawnPeopleTest::assertAsDrawn);
        }
    }

    private static void assertAsDrawn(DrawnFace face, ProbeVector vector) {
        Cast role = Cast.valueOf(face.character().label().toUpperCase(Locale.ROOT));
        switch (role) {
            case STATUE -> assertStrange(face, vector, Expectations.STATUE_APART);
            case BYSTANDER -> assertStrange(face, vector, Expectations.BYSTANDER_APART);
            default -> assertKnown(role, vector);
        }
    }

    private static void assertKnown(Cast role, ProbeVector vector) {
        double own = vector.distance(REFERENCES.get(role));
        assertThat(own).as(role.name()).isLessThanOrEqualTo(Expectations.SAME_PERSON);
        assertThat(nearestOther(role.character(), vector) - own)
                .as("margin of " + role)
                .isGreaterThanOrEqualTo(Expectations.MARGIN);
    }

    private static void assertStrange(DrawnFace face, ProbeVector vector, double apart) {
        assertThat(nearestOther(face.character(), vector))
                .as(face.character().label())
                .isGreaterThanOrEqualTo(apart);
    }

    private static double nearestOther(DrawnCharacter self, ProbeVector vector) {
        return REFERENCES.entrySet().stream()
                .filter(entry -> !entry.getKey().character().label().equals(self.label()))
                .mapToDouble(entry -> vector.distance(entry.getValue()))
                .min()
                .orElseThrow();
    }

    private static ProbeVector only(DrawnPhoto photo) {
        return vectors(photo).get(photo.faces().getFirst());
    }

    /** The embedding of every drawn face, cut out where the detector found it. */
    private static Map<DrawnFace, ProbeVector> vectors(DrawnPhoto photo) {
        UprightImage image = TestData.read(photo.jpeg());
        List<DetectedFace> found = detector.detect(image, Passes.thorough(image, Passes.SMALLEST_FACE_PIXELS));
        Map<DrawnFace, ProbeVector> vectors = new HashMap<>();
        for (DrawnFace face : photo.faces()) {
            DetectedFace at = found.stream()
                    .filter(f -> photo.faceAt(drawn(f)).filter(face::equals).isPresent())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(face.character().label() + " is not found"));
            assertThat(at.score()).as(face.character().label()).isGreaterThanOrEqualTo(Expectations.FOUND);
            vectors.put(face, embedded(image, at));
        }
        return vectors;
    }

    private static ProbeVector embedded(UprightImage image, DetectedFace face) {
        Embedding embedding =
                embedder.embed(TestPermits.attested(ISSUER, List.of(face.box())), TestPermits.PHOTO, image);
        return ((Embedding.Computed) embedding).probes().getFirst().vector();
    }

    private static org.quitclaim.drawn.FaceBox drawn(DetectedFace found) {
        return new org.quitclaim.drawn.FaceBox(
                found.box().x(),
                found.box().y(),
                found.box().width(),
                found.box().height());
    }
}

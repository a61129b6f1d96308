package org.quitclaim.face.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.drawn.CharacterGenerator;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;
import org.quitclaim.drawn.pack.ToyEmbedder;
import org.quitclaim.drawn.pack.ToyPack;
import org.quitclaim.face.TestData;
import org.quitclaim.face.TestPermits;
import org.quitclaim.face.detect.DetectedFace;
import org.quitclaim.face.detect.FaceDetector;
import org.quitclaim.face.detect.Passes;
import org.quitclaim.face.embed.Embedding;
import org.quitclaim.face.embed.FaceEmbedder;
import org.quitclaim.face.embed.ProbeVector;
import org.quitclaim.face.gallery.FaceprintGallery;
import org.quitclaim.face.gallery.MatchRule;
import org.quitclaim.face.gallery.MatchVerdict;
import org.quitclaim.face.image.BoxOverlap;
import org.quitclaim.face.image.Turned;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.parity.ReferenceFaces;
import org.quitclaim.face.permit.PermitIssuer;

/** YuNet, five points, a generated embedder and the cosine: a pack that nobody here made ready. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPackTest {
    private final PermitIssuer issuer = TestPermits.issuer(InstantSource.system());

    private ModelPack pack;
    private FaceDetector detector;
    private FaceEmbedder embedder;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        new ToyPack(folder).write(TestData.folder().resolve("models").resolve(ToyPack.DETECTOR));
        pack = new PackFolder(folder).read();
        detector = new FaceDetector(pack, 1);
        embedder = new FaceEmbedder(pack, issuer, 1);
    }

    @AfterAll
    void close() {
        if (detector != null) {
            detector.close();
        }
        if (embedder != null) {
            embedder.close();
        }
    }

    @Test
    void real_faces_are_found_where_the_reference_finds_them() throws IOException {
        ReferenceFaces reference = new ReferenceFaces();
        for (String name : reference.portraits()) {
            UprightImage photo = TestData.photo(name);
            assertThat(find(photo))
                    .as(name)
                    .hasSize(1)
                    .first()
                    .satisfies(face -> assertThat(BoxOverlap.iou(face.box(), reference.portraitBox(name, photo)))
                            .isGreaterThan(0.5));
        }
        UprightImage group = TestData.photo("solvay-1927.jpg");
        List<DetectedFace> found = find(group);
        assertThat(found).hasSize(29);
        assertThat(reference.groupBoxes(group))
                .allSatisfy(box -> assertThat(found)
                        .anySatisfy(face ->
                                assertThat(BoxOverlap.iou(face.box(), box)).isGreaterThan(0.4)));
    }

    @Test
    void a_face_comes_out_alike_however_it_is_turned_and_however_large_it_is() throws IOException {
        UprightImage photo = TestData.photo("obama.jpg");
        Box face = find(photo).getFirst().box();
        double x = (face.x() + face.width() / 2) * photo.width();
        double y = (face.y() + face.height() / 2) * photo.height();
        double side = 2.5 * face.height() * photo.height();
        try (ProbeVector plain = vector(photo, face);
                ProbeVector turned = surest(new Turned(x, y, side, 0.5).of(photo, 700));
                ProbeVector small = surest(new Turned(x, y, side, 0).of(photo, 150));
                ProbeVector other = surest(TestData.photo("biden2.jpg"))) {
            assertThat(plain.distance(turned)).isLessThan(plain.distance(other) * 0.8);
            assertThat(plain.distance(small)).isLessThan(plain.distance(other));
        }
    }

    @Test
    void a_vector_is_one_unit_long_so_that_its_distances_are_those_of_the_cosine() throws IOException {
        try (ProbeVector vector = surest(TestData.photo("obama2.jpg"))) {
            double squares = 0;
            for (float value : vector.view().toArray(ValueLayout.JAVA_FLOAT)) {
                squares += value * value;
            }
            assertThat(vector.dimension()).isEqualTo(ToyEmbedder.DIMENSION);
            assertThat(squares).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    @Requirement("R26")
    void drawn_people_are_found_embedded_under_a_permit_and_named() {
        FaceprintGallery gallery = new FaceprintGallery(pack.embedder().dimension());
        for (int number = 1; number <= 4; number++) {
            try (ProbeVector vector = surest(portrait(number))) {
                gallery.add(TestPermits.person(number), vector);
            }
        }
        MatchRule rule = new MatchRule(pack.limits(), MatchRule.USUAL_RATE);
        for (int number = 1; number <= 4; number++) {
            PersonId person = TestPermits.person(number);
            try (ProbeVector again = surest(half(portrait(number)))) {
                assertThat(rule.judge(gallery.nearest(again)))
                        .isInstanceOfSatisfying(
                                MatchVerdict.Match.class,
                                match -> assertThat(match.person()).isEqualTo(person));
            }
        }
        try (ProbeVector stranger = surest(portrait(9))) {
            assertThat(rule.judge(gallery.nearest(stranger))).isEqualTo(new MatchVerdict.NoMatch());
        }
        gallery.close();
    }

    private static UprightImage portrait(int seed) {
        return TestData.read(ScenePainter.draw(Scenes.enrolment(CharacterGenerator.character(20 + seed)))
                .jpeg());
    }

    private static UprightImage half(UprightImage image) {
        int side = Math.max(image.width(), image.height());
        return new Turned(image.width() / 2.0, image.height() / 2.0, side, 0.1).of(image, side / 2);
    }

    private List<DetectedFace> find(UprightImage image) {
        return detector.detect(image, Passes.thorough(image, Passes.SMALLEST_FACE_PIXELS));
    }

    private ProbeVector surest(UprightImage image) {
        return vector(image, find(image).getFirst().box());
    }

    private ProbeVector vector(UprightImage image, Box box) {
        Embedding embedding = embedder.embed(TestPermits.attested(issuer, List.of(box)), TestPermits.PHOTO, image);
        return ((Embedding.Computed) embedding).probes().getFirst().vector();
    }
}

package org.quitclaim.face.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.TestPermits;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.PackFolder;
import org.quitclaim.face.permit.EmbeddingPermit;
import org.quitclaim.face.permit.PermitIssuer;
import org.quitclaim.face.permit.PermitRefusal;
import org.quitclaim.face.quality.QualityFault;

class FaceEmbedderTest {

    private static final PermitIssuer ISSUER = TestPermits.issuer(InstantSource.system());
    private static final UprightImage IMAGE = new UprightImage(200, 100, new byte[200 * 100 * 3]);

    private static FaceEmbedder embedder;

    @BeforeAll
    static void open() throws IOException {
        embedder = new FaceEmbedder(PackFolder.configured().read(), ISSUER, 1);
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    @Requirement("R26")
    void exactlyTheFacesOfThePermitAreEmbedded() {
        List<Box> boxes =
                List.of(new Box(0, 0, 0.5, 1), new Box(0.5, 0.2, 0.5, 0.8), new Box(0.999, 0.999, 0.001, 0.001));
        EmbeddingPermit permit = TestPermits.attested(ISSUER, boxes);
        try (Embedding.Computed computed = (Embedding.Computed) embedder.embed(permit, TestPermits.PHOTO, IMAGE)) {
            assertThat(computed.probes())
                    .extracting(FaceProbe::face)
                    .containsExactlyElementsOf(permit.terms().faces().stream()
                            .map(face -> face.face())
                            .toList());
            assertThat(computed.probes())
                    .allSatisfy(probe -> assertThat(probe.vector().dimension()).isEqualTo(128));
        }
    }

    @Test
    @Requirement("R26")
    void aSpentOrVoidedPermitRunsNoNetwork() {
        FaceEmbedder closed = closedEmbedder();
        EmbeddingPermit permit = TestPermits.attested(ISSUER, List.of(new Box(0, 0, 1, 1)));
        ISSUER.voidAll();
        assertThat(closed.embed(permit, TestPermits.PHOTO, IMAGE))
                .isEqualTo(new Embedding.Refused(PermitRefusal.VOIDED));
    }

    @Test
    @Requirement("R83")
    void aFaceThatIsNoGoodIsNotEmbeddedToBeEnrolledBy() {
        long before = embedder.embedded();
        EmbeddingPermit.Enrolment permit = TestPermits.issued(ISSUER.issueEnrolment(
                TestPermits.facts(ISSUER),
                TestPermits.faces(List.of(new Box(0.1, 0.1, 0.5, 0.8))).getFirst(),
                TestPermits.person(1),
                TestPermits.live()));
        assertThat(embedder.embed(permit, TestPermits.PHOTO, IMAGE))
                .isEqualTo(new Embedding.Unfit(QualityFault.TOO_SOFT));
        assertThat(embedder.embedded()).isEqualTo(before);
    }

    /** Its sessions are closed: running a network would throw. */
    private static FaceEmbedder closedEmbedder() {
        try {
            FaceEmbedder closed = new FaceEmbedder(PackFolder.configured().read(), ISSUER, 1);
            closed.close();
            EmbeddingPermit good = TestPermits.attested(ISSUER, List.of(new Box(0, 0, 1, 1)));
            assertThatThrownBy(() -> closed.embed(good, TestPermits.PHOTO, IMAGE))
                    .isInstanceOf(IllegalStateException.class);
            return closed;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Requirement("R29")
    void aClosedProbeCannotBeReadAndSaysNothing() {
        ProbeVector vector = ProbeVector.copyOf(MemorySegment.ofArray(new float[] {0.25f, 0.5f}));
        MemorySegment view = vector.view();
        assertThat(view.getAtIndex(ValueLayout.JAVA_FLOAT, 1)).isEqualTo(0.5f);
        assertThat(vector.toString()).isEqualTo("ProbeVector");
        vector.close();
        vector.close();
        assertThatThrownBy(() -> view.getAtIndex(ValueLayout.JAVA_FLOAT, 1)).isInstanceOf(IllegalStateException.class);
    }
}

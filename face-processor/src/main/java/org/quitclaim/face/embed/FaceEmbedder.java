package org.quitclaim.face.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.face.align.AlignedFace;
import org.quitclaim.face.align.FaceAligner;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.ModelPack;
import org.quitclaim.face.permit.EmbeddingPermit;
import org.quitclaim.face.permit.PermitIssuer;
import org.quitclaim.face.permit.PermitUse;
import org.quitclaim.face.permit.PermittedFace;
import org.quitclaim.face.quality.FaceQuality;
import org.quitclaim.face.quality.QualityFault;

/**
 * The only door to a biometric vector.
 *
 * <p><b>Guarantees</b>: without a permit that its issuer accepts no network is run, not even for alignment; exactly the
 * faces that the permit names are embedded, and to enrol somebody only one that is good enough; a permit is spent by the attempt, whatever comes of it.
 *
 * <p><b>Errors</b>: {@link org.quitclaim.face.pack.PackUnusable} when it is opened and a network is not as the pack says.
 *
 * <p><b>Thread-safety</b>: safe.
 *
 * <p><b>Source</b>: Art. 9 GDPR, recital 51.
 */
public final class FaceEmbedder implements AutoCloseable {

    private final PermitIssuer issuer;
    private final FaceAligner aligner;
    private final DescriptorNet descriptors;
    private final LongAdder embedded = new LongAdder();

    public FaceEmbedder(ModelPack pack, PermitIssuer issuer, int threads) {
        this.issuer = issuer;
        this.aligner = FaceAligner.open(pack, threads);
        this.descriptors = new DescriptorNet(pack.embedder(), threads);
        descriptors.tryOut();
    }

    public Embedding embed(EmbeddingPermit permit, PhotoId photo, UprightImage image) {
        return switch (issuer.redeem(permit, photo)) {
            case PermitUse.Refused(var reason) -> new Embedding.Refused(reason);
            case PermitUse.Accepted() -> compute(permit, image);
        };
    }

    /** How many faces were embedded since it was opened: what was attested, enrolled or designated, and no more. */
    public long embedded() {
        return embedded.sum();
    }

    private Embedding compute(EmbeddingPermit permit, UprightImage image) {
        List<PermittedFace> faces = permit.terms().faces();
        List<AlignedFace> aligned = faces.stream()
                .map(face -> aligner.alignUpright(image, face.box()))
                .toList();
        Optional<QualityFault> fault =
                permit instanceof EmbeddingPermit.Enrolment ? fault(faces, aligned, image) : Optional.empty();
        return fault.<Embedding>map(Embedding.Unfit::new).orElseGet(() -> describe(faces, aligned));
    }

    /** A bad faceprint is missed, or names the wrong people, for years: it is refused before it is made. */
    private static Optional<QualityFault> fault(
            List<PermittedFace> faces, List<AlignedFace> aligned, UprightImage image) {
        return IntStream.range(0, faces.size())
                .mapToObj(i -> FaceQuality.of(image, faces.get(i).box(), aligned.get(i)))
                .flatMap(quality -> quality.fault().stream())
                .findFirst();
    }

    private Embedding describe(List<PermittedFace> faces, List<AlignedFace> aligned) {
        embedded.add(faces.size());
        List<ProbeVector> vectors = descriptors.describe(aligned);
        List<FaceProbe> probes = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            probes.add(new FaceProbe(faces.get(i).face(), vectors.get(i)));
        }
        return new Embedding.Computed(probes);
    }

    @Override
    public void close() {
        aligner.close();
        descriptors.close();
    }
}

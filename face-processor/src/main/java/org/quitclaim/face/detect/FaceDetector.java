package org.quitclaim.face.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quitclaim.face.image.Halves;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.ModelPack;

/**
 * Finds faces on a photo, at every size.
 *
 * <p>The detector sees the whole photo once. A small and fast proposer sees it at each scale of the {@link Passes}; what it
 * proposes and the detector did not find is shown to the detector again, large enough, and what it confirms counts.
 *
 * <p><b>Guarantees</b>: computes no biometric vector, hence needs no permit (recital 51 GDPR). A face that the detector
 * finds on the whole photo has the box that the reference implementation gives it.
 *
 * <p><b>Thread-safety</b>: safe.
 */
public final class FaceDetector implements AutoCloseable {

    private static final int LEAST_LEVEL = 64;
    private static final double SAME_FACE = 0.25;
    private static final double FACE_ON_HEAD = 0.2;

    private final SquareDetector detector;
    private final Proposer proposer;
    private final SpotCheck spotCheck;

    public FaceDetector(ModelPack pack, int threads) {
        this.detector = new SquareDetector(pack.detector(), threads);
        this.proposer = new Proposer(pack.proposer(), threads);
        this.spotCheck = new SpotCheck(detector);
    }

    /** The faces that these passes find, those of the first look at the whole photo before the others, surest first. */
    public List<DetectedFace> detect(UprightImage image, Passes passes) {
        return detect(image, passes, () -> {});
    }

    /** @param breath called between steps of at most a quarter of a second, so that whoever is in no hurry can give way */
    public List<DetectedFace> detect(UprightImage image, Passes passes, Runnable breath) {
        List<Corners> found = new ArrayList<>(detector.detect(image));
        Halves halves = Halves.of(image, LEAST_LEVEL);
        List<Corners> unexplained = proposer.propose(halves, passes.scales(), breath).stream()
                .filter(proposal -> found.stream().noneMatch(face -> isOn(face, proposal)))
                .toList();
        for (Corners face : surestFirst(spotCheck.confirmed(halves, unexplained, breath))) {
            if (found.stream().noneMatch(known -> isSame(known, face))) {
                found.add(face);
            }
        }
        return found.stream()
                .map(face -> face.toFace(image))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Corners> surestFirst(List<Corners> faces) {
        return faces.stream()
                .sorted((first, second) -> Float.compare(second.score(), first.score()))
                .toList();
    }

    /** A face is about two thirds of the head that the proposer boxes. */
    private static boolean isOn(Corners face, Corners head) {
        return face.overlap(head) > FACE_ON_HEAD && head.holds(face.centreX(), face.centreY());
    }

    /** A small face inside the box of a larger one is another face: somebody behind, or a child held up. */
    private static boolean isSame(Corners first, Corners second) {
        return first.overlap(second) > SAME_FACE;
    }

    @Override
    public void close() {
        detector.close();
        proposer.close();
    }
}

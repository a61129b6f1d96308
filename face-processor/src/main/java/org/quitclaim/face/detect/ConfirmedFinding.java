package org.quitclaim.face.detect;

import java.util.ArrayList;
import java.util.List;
import org.quitclaim.face.image.Halves;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.DetectorModel;

/**
 * An exact network sees the whole photo once. A small and fast one sees it at each scale; what that proposes and the exact
 * one did not find is shown to it again, large enough, and what it confirms counts.
 */
final class ConfirmedFinding implements Finding {

    private static final double SAME_FACE = 0.25;
    private static final double FACE_ON_HEAD = 0.2;

    private final SquareDetector detector;
    private final TileScan proposer;
    private final SpotCheck spotCheck;

    ConfirmedFinding(DetectorModel.Confirming model, int threads) {
        this.detector = new SquareDetector(model.exact(), threads);
        this.proposer = TileScan.proposing(TileNet.open(model.proposer(), threads));
        this.spotCheck = new SpotCheck(detector);
    }

    @Override
    public List<Corners> find(UprightImage image, Passes passes, Runnable breath) {
        List<Corners> found = new ArrayList<>(detector.detect(image));
        Halves halves = Halves.of(image, Halves.LEAST_LOOKED_AT);
        List<Corners> unexplained = proposer.at(halves, passes.scales(), breath).stream()
                .filter(proposal -> found.stream().noneMatch(face -> isOn(face, proposal)))
                .toList();
        for (Corners face : surestFirst(spotCheck.confirmed(halves, unexplained, breath))) {
            if (found.stream().noneMatch(known -> isSame(known, face))) {
                found.add(face);
            }
        }
        return found;
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
    public void tryOut() {
        detector.tryOut();
        proposer.tryOut();
    }

    @Override
    public void close() {
        detector.close();
        proposer.close();
    }
}

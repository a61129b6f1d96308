package org.quitclaim.face.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.quitclaim.face.image.Halves;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.DetectorModel;

/**
 * An exact network sees the whole photo once. A small and fast one sees it at each scale, and turned; what that proposes
 * and the exact one did not find is shown to it again, large enough and as it was proposed, and what it confirms counts.
 */
final class ConfirmedFinding implements Finding {

    private static final double FACE_ON_HEAD = 0.2;

    private final SquareDetector detector;
    private final TileScan proposer;
    private final SpotCheck spotCheck;
    private final SpotCheck turnedCheck;

    ConfirmedFinding(DetectorModel.Confirming model, int threads) {
        this.detector = new SquareDetector(model.exact(), threads);
        this.proposer = TileScan.proposing(TileNet.open(model.proposer(), threads));
        this.spotCheck = SpotCheck.upright(detector);
        this.turnedCheck = SpotCheck.turned(detector);
    }

    @Override
    public List<Corners> find(UprightImage image, Passes passes, Runnable breath) {
        List<Corners> found = new ArrayList<>(detector.detect(image));
        Halves halves = Halves.of(image, Halves.LEAST_LOOKED_AT);
        addNew(found, seen(View.upright(halves), passes.scales(), spotCheck, found, breath), Corners::isSameFace);
        List<Corners> turned = new ArrayList<>();
        for (int turn : passes.turns()) {
            View view = View.turned(halves, turn);
            List<Corners> here = seen(view, passes.turnedScales(), turnedCheck, found, breath);
            turned.addAll(here);
            if (!here.isEmpty()) {
                // a photo on its side, most often: whoever is smaller lies in the same way
                turned.addAll(seen(view, passes.finerScales(), turnedCheck, found, breath));
            }
        }
        addNew(found, turned, Corners::isSameFaceTurned);
        return found;
    }

    /** What is confirmed on this view, where nobody was found before; in pixels of the picture. */
    private List<Corners> seen(View view, List<Double> scales, SpotCheck check, List<Corners> found, Runnable breath) {
        List<Corners> unexplained = proposer.at(view, scales, breath).stream()
                .filter(proposal -> found.stream().noneMatch(face -> isOn(face, view.onPicture(proposal))))
                .toList();
        return check.confirmed(view, unexplained, breath).stream()
                .map(view::onPicture)
                .toList();
    }

    private static void addNew(List<Corners> found, List<Corners> more, BiPredicate<Corners, Corners> isSame) {
        for (Corners face : surestFirst(more)) {
            if (found.stream().noneMatch(known -> isSame.test(known, face))) {
                found.add(face);
            }
        }
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

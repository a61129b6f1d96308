package org.quitclaim.face.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
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
        List<OnView> upright = unexplained(View.upright(halves), passes.scales(), found, breath);
        addNew(found, onPicture(spotCheck.confirmed(upright, breath)), Corners::isSameFace);
        addNew(found, turned(halves, passes, found, breath), Corners::isSameFaceTurned);
        return found;
    }

    /**
     * Where most were found the photo is looked at closely too, and where half as many were, between which they lie: it is on
     * its side, and whoever is smaller lies in the same way.
     */
    private List<Corners> turned(Halves halves, Passes passes, List<Corners> found, Runnable breath) {
        List<OnView> proposals = new ArrayList<>();
        for (int turn : passes.turns()) {
            proposals.addAll(unexplained(View.turned(halves, turn), passes.turnedScales(), found, breath));
        }
        Map<View, List<OnView>> positions = turnedCheck.confirmed(proposals, breath).stream()
                .filter(face -> found.stream().noneMatch(known -> known.isSameFaceTurned(face.onPicture())))
                .collect(Collectors.groupingBy(OnView::view, LinkedHashMap::new, Collectors.toList()));
        int most = positions.values().stream().mapToInt(List::size).max().orElse(0);
        List<OnView> closer = new ArrayList<>();
        positions.forEach((view, here) -> {
            if (2 * here.size() >= most) {
                closer.addAll(unexplained(view, passes.finerScales(), found, breath));
            }
        });
        List<OnView> faces = new ArrayList<>(turnedCheck.confirmed(closer, breath));
        positions.values().forEach(faces::addAll);
        return onPicture(faces);
    }

    /** What is proposed on this view where nobody was found before. */
    private List<OnView> unexplained(View view, List<Double> scales, List<Corners> found, Runnable breath) {
        return proposer.at(view, scales, breath).stream()
                .map(box -> new OnView(view, box))
                .filter(proposal -> found.stream().noneMatch(face -> isOn(face, proposal.onPicture())))
                .toList();
    }

    private static List<Corners> onPicture(List<OnView> faces) {
        return faces.stream().map(OnView::onPicture).toList();
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

package org.quitclaim.face.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.quitclaim.face.image.Halves;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.DetectorModel;

/** What one network finds at each scale counts. */
final class ScannedFinding implements Finding {

    /** Such a network sees faces that fill the picture; on one that is smaller, amid black, it sees what is none. */
    private static final int LEAST_SHOWN = 256;

    private final TileScan scan;

    ScannedFinding(DetectorModel.Scanning model, int threads) {
        this.scan = TileScan.finding(TileNet.open(model.finder(), threads));
    }

    @Override
    public List<Corners> find(UprightImage image, Passes passes, Runnable breath) {
        Halves halves = Halves.of(image, Halves.LEAST_LOOKED_AT);
        List<Corners> found = new ArrayList<>(scan.at(View.upright(halves), large(passes.scales(), image), breath));
        List<Corners> turned = new ArrayList<>();
        for (int turn : passes.turns()) {
            View view = View.turned(halves, turn);
            List<Corners> here = scan.at(view, large(passes.turnedScales(), image), breath);
            here.stream().map(view::onPicture).forEach(turned::add);
        }
        turned.sort(Comparator.comparingDouble(Corners::score).reversed());
        for (Corners face : turned) {
            if (found.stream().noneMatch(known -> known.isSameFaceTurned(face))) {
                found.add(face);
            }
        }
        return found;
    }

    private static List<Double> large(List<Double> scales, UprightImage image) {
        int longer = Math.max(image.width(), image.height());
        return Stream.concat(
                        scales.stream().limit(1),
                        scales.stream().skip(1).filter(scale -> scale * longer >= LEAST_SHOWN))
                .toList();
    }

    @Override
    public void tryOut() {
        scan.tryOut();
    }

    @Override
    public void close() {
        scan.close();
    }
}

package org.quitclaim.face.detect;

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
        int longer = Math.max(image.width(), image.height());
        List<Double> scales = Stream.concat(
                        passes.scales().stream().limit(1),
                        passes.scales().stream().skip(1).filter(scale -> scale * longer >= LEAST_SHOWN))
                .toList();
        return scan.at(Halves.of(image, Halves.LEAST_LOOKED_AT), scales, breath);
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

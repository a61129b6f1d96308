package org.quitclaim.face.detect;

import java.util.List;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.DetectorModel;

/** One way of finding all faces on a photo. */
sealed interface Finding extends AutoCloseable permits ConfirmedFinding, ScannedFinding {

    static Finding open(DetectorModel model, int threads) {
        return switch (model) {
            case DetectorModel.Confirming confirming -> new ConfirmedFinding(confirming, threads);
            case DetectorModel.Scanning scanning -> new ScannedFinding(scanning, threads);
        };
    }

    /** In pixels of the image. */
    List<Corners> find(UprightImage image, Passes passes, Runnable breath);

    /** Runs each network once on a picture of nobody, so that one that cannot be used is known before anybody needs it. */
    void tryOut();

    @Override
    void close();
}

package org.quitclaim.face.detect;

import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.List;
import org.quitclaim.face.pack.Normalisation;
import org.quitclaim.face.pack.PackUnusable;
import org.quitclaim.face.pack.ScanningModel;

/** A network that finds boxes on one tile of a picture. */
sealed interface TileNet extends AutoCloseable permits YoloCells, YunetGrid {

    static TileNet open(ScanningModel model, int threads) {
        return switch (model) {
            case ScanningModel.Yolo yolo -> new YoloCells(yolo, threads);
            case ScanningModel.Yunet yunet -> new YunetGrid(yunet, threads);
        };
    }

    /** The side of the largest tile, in pixels. */
    int side();

    /** The least size of input that holds so many pixels; never more than the network takes. */
    int fit(int pixels);

    Normalisation normalisation();

    double overlapThreshold();

    /** In pixels of the tile, from the least score that counts. */
    List<Corners> find(Arena arena, FloatBuffer input, int height, int width);

    /** What to say when a run fails. */
    PackUnusable failing(RuntimeException cause);

    @Override
    void close();
}

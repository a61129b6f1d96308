package org.quitclaim.face.evaluate;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.detect.DetectedFace;
import org.quitclaim.face.image.UprightImage;

/**
 * How small a face may be and still be found: the faces of the evaluated photos, made smaller and laid side by side on
 * pictures of an ordinary size.
 *
 * <p><b>Guarantees</b>: takes only photos on which exactly one face was found that is large enough to be made smaller; keeps
 * what surrounds the face, and nothing else of the photo, in memory.
 *
 * <p><b>Units</b>: the shorter side of the detector's box, in pixels.
 */
final class RecallBySize {

    private static final List<Integer> SIZES = List.of(24, 32, 40, 60);
    private static final int MOST_TILES = 200;
    private static final int FEWEST_TILES = 20;

    private final FaceReader faces;
    private final List<Tile> tiles = new ArrayList<>();

    RecallBySize(FaceReader faces) {
        this.faces = faces;
    }

    void offer(UprightImage image, List<DetectedFace> found) {
        if (found.size() == 1 && tiles.size() < MOST_TILES) {
            Tile.of(image, found.getFirst().box(), SIZES.getLast()).ifPresent(tiles::add);
        }
    }

    void print(PrintStream out) {
        if (tiles.size() < FEWEST_TILES) {
            out.printf("found by size of the face: not measured, for want of %d photos of one person%n", FEWEST_TILES);
            return;
        }
        for (int size : SIZES) {
            int seen = 0;
            int shown = 0;
            int more = 0;
            for (Mosaic mosaic : Mosaic.of(tiles, size)) {
                List<Box> found = faces.find(mosaic.picture()).stream()
                        .map(DetectedFace::box)
                        .toList();
                int hits = mosaic.seen(found);
                seen += hits;
                shown += mosaic.faces().size();
                more += found.size() - hits;
            }
            out.printf("found by size of the face: %d px: %d of %d, and %d other marks%n", size, seen, shown, more);
        }
    }
}

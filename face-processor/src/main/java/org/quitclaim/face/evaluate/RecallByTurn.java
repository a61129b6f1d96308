package org.quitclaim.face.evaluate;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.detect.DetectedFace;
import org.quitclaim.face.image.UprightImage;

/**
 * How far a head may be turned on a photo and still be found: the faces of the evaluated photos, each turned, laid side by
 * side as in {@link RecallBySize}.
 */
final class RecallByTurn {

    private static final List<Integer> DEGREES = List.of(30, 45, 60, 90, 135, 180, 270);
    private static final int FACE_PIXELS = 60;
    private static final int MOST_TILES = 80;
    private static final int FEWEST_TILES = 20;

    private final FaceReader faces;
    private final List<Tile> tiles = new ArrayList<>();

    RecallByTurn(FaceReader faces) {
        this.faces = faces;
    }

    void offer(UprightImage image, List<DetectedFace> found) {
        if (found.size() == 1 && tiles.size() < MOST_TILES) {
            Tile.of(image, found.getFirst().box(), FACE_PIXELS)
                    .map(tile -> tile.withFaceOf(FACE_PIXELS))
                    .ifPresent(tiles::add);
        }
    }

    void print(PrintStream out) {
        if (tiles.size() < FEWEST_TILES) {
            return;
        }
        for (int degrees : DEGREES) {
            int seen = 0;
            int more = 0;
            List<Tile> turned = tiles.stream().map(tile -> tile.turned(degrees)).toList();
            for (Mosaic mosaic : Mosaic.of(turned, FACE_PIXELS)) {
                List<Box> found = faces.find(mosaic.picture()).stream()
                        .map(DetectedFace::box)
                        .toList();
                int hits = mosaic.seen(found);
                seen += hits;
                more += found.size() - hits;
            }
            out.printf(
                    "found by turn of the head: %d degrees: %d of %d, and %d other marks%n",
                    degrees, seen, tiles.size(), more);
        }
    }
}

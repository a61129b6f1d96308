package org.quitclaim.face.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.image.BoxOverlap;
import org.quitclaim.face.image.UprightImage;

/**
 * Tiles side by side on one picture.
 *
 * @param faces where their faces lie on it
 */
record Mosaic(UprightImage picture, List<Box> faces) {

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1280;
    private static final double SAME = 0.25;

    /** As many as the tiles fill, when the faces have so many pixels. */
    static List<Mosaic> of(List<Tile> tiles, int facePixels) {
        List<Mosaic> mosaics = new ArrayList<>();
        byte[] rgb = new byte[WIDTH * HEIGHT * UprightImage.BYTES_PER_PIXEL];
        List<Box> faces = new ArrayList<>();
        int x = 0;
        int y = 0;
        int rowHeight = 0;
        for (Tile source : tiles) {
            Tile tile = source.withFaceOf(facePixels);
            int side = tile.picture().width();
            if (x + side > WIDTH) {
                x = 0;
                y += rowHeight;
                rowHeight = 0;
            }
            if (y + side > HEIGHT) {
                mosaics.add(new Mosaic(new UprightImage(WIDTH, HEIGHT, rgb), faces));
                rgb = new byte[rgb.length];
                faces = new ArrayList<>();
                x = 0;
                y = 0;
            }
            lay(tile.picture(), rgb, x, y);
            faces.add(new Box(
                    (x + tile.face().x() * side) / WIDTH,
                    (y + tile.face().y() * side) / HEIGHT,
                    tile.face().width() * side / WIDTH,
                    tile.face().height() * side / HEIGHT));
            x += side;
            rowHeight = Math.max(rowHeight, side);
        }
        mosaics.add(new Mosaic(new UprightImage(WIDTH, HEIGHT, rgb), faces));
        return mosaics;
    }

    /** How many of the faces one of the boxes is on; a box counts for one face. */
    int seen(List<Box> found) {
        Set<Integer> used = new HashSet<>();
        int seen = 0;
        for (Box face : faces) {
            for (int i = 0; i < found.size(); i++) {
                if (BoxOverlap.iou(face, found.get(i)) > SAME && used.add(i)) {
                    seen++;
                    break;
                }
            }
        }
        return seen;
    }

    private static void lay(UprightImage tile, byte[] rgb, int x, int y) {
        int bytes = tile.width() * UprightImage.BYTES_PER_PIXEL;
        for (int row = 0; row < tile.height(); row++) {
            System.arraycopy(
                    tile.rgb(), row * bytes, rgb, ((y + row) * WIDTH + x) * UprightImage.BYTES_PER_PIXEL, bytes);
        }
    }
}

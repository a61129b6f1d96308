package org.quitclaim.face.image;

import java.util.ArrayList;
import java.util.List;

/**
 * One picture at full size, half, a quarter and so on, so that whoever needs it smaller mixes few pixels and fine patterns
 * do not flicker.
 *
 * <p><b>Guarantees</b>: a level is the mean of 2 × 2 pixels of the one above; the smallest is below {@code least} pixels a
 * side. All levels together take a third more than the picture.
 */
public final class Halves {

    /** Nobody is found on what is smaller than this, in pixels a side. */
    public static final int LEAST_LOOKED_AT = 64;

    private final List<UprightImage> levels;

    private Halves(List<UprightImage> levels) {
        this.levels = levels;
    }

    public static Halves of(UprightImage image, int least) {
        List<UprightImage> levels = new ArrayList<>(List.of(image));
        UprightImage last = image;
        while (Math.min(last.width(), last.height()) >= 2 * least) {
            last = half(last);
            levels.add(last);
        }
        return new Halves(List.copyOf(levels));
    }

    /**
     * The smallest level from which the picture can be made {@code scale} times as large as it is without inventing
     * detail.
     */
    public UprightImage forScale(double scale) {
        int level = 0;
        while (level + 1 < levels.size() && Math.scalb(1.0, -level - 1) >= scale) {
            level++;
        }
        return levels.get(level);
    }

    private static UprightImage half(UprightImage image) {
        int width = image.width() / 2;
        int height = image.height() / 2;
        int stride = image.width() * UprightImage.BYTES_PER_PIXEL;
        byte[] from = image.rgb();
        byte[] to = new byte[width * height * UprightImage.BYTES_PER_PIXEL];
        int target = 0;
        for (int y = 0; y < height; y++) {
            int source = 2 * y * stride;
            for (int x = 0; x < width; x++, source += 2 * UprightImage.BYTES_PER_PIXEL) {
                for (int channel = 0; channel < UprightImage.BYTES_PER_PIXEL; channel++) {
                    int at = source + channel;
                    int sum = (from[at] & 0xFF)
                            + (from[at + UprightImage.BYTES_PER_PIXEL] & 0xFF)
                            + (from[at + stride] & 0xFF)
                            + (from[at + stride + UprightImage.BYTES_PER_PIXEL] & 0xFF);
                    to[target++] = (byte) ((sum + 2) / 4);
                }
            }
        }
        return new UprightImage(width, height, to);
    }
}

package org.quitclaim.face.onnx;

import java.util.Arrays;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.onnx.WindowInput.Slant;
import org.quitclaim.face.pack.Normalisation;

/**
 * Rows of a slanted window, resampled bilinearly in whole numbers; black where they lie beyond the image.
 *
 * <p><b>Precision</b>: places to 1/{@value #ONE} of a pixel and weights to 1/256. A thorough look resamples ten million pixels of
 * a photo so; in floating point, and asking of each whether it lies on the image, it took twice as long.
 */
final class SlantedRows {

    private static final int BITS = 14;
    private static final int ONE = 1 << BITS;
    private static final int WEIGHT_BITS = 8;
    private static final int WEIGHTS = 1 << WEIGHT_BITS;
    private static final float MEAN = 1f / (WEIGHTS * WEIGHTS);

    private final UprightImage image;
    private final Slant slant;
    private final Normalisation normalisation;
    private final int columns;
    private final float[] line;

    SlantedRows(UprightImage image, Slant slant, Normalisation normalisation, int columns) {
        this.image = image;
        this.slant = slant;
        this.normalisation = normalisation;
        this.columns = columns;
        this.line = new float[3 * columns];
    }

    /** Its three colours one after the other, in memory that the next row is written to. */
    float[] row(int row) {
        double x = slant.x() - row * slant.down();
        double y = slant.y() + row * slant.right();
        Range on = Range.ALL
                .and(Range.within(x, slant.right(), image.width()))
                .and(Range.within(y, slant.down(), image.height()));
        int from = (int) Math.clamp(Math.ceil(on.from), 0, columns);
        int to = (int) Math.clamp(Math.ceil(on.to), from, columns);
        for (int channel = 0; channel < 3; channel++) {
            float black = normalisation.apply(channel, 0);
            Arrays.fill(line, channel * columns, channel * columns + from, black);
            Arrays.fill(line, channel * columns + to, (channel + 1) * columns, black);
        }
        fill(x - 0.5, y - 0.5, from, to);
        return line;
    }

    private void fill(double x, double y, int from, int to) {
        byte[] rgb = image.rgb();
        int width = image.width();
        int lastColumn = width - 1;
        int lastRow = image.height() - 1;
        int right = fixed(slant.right());
        int down = fixed(slant.down());
        int atX = fixed(x + from * slant.right());
        int atY = fixed(y + from * slant.down());
        for (int column = from; column < to; column++, atX += right, atY += down) {
            int across = atX >> BITS - WEIGHT_BITS & WEIGHTS - 1;
            int lower = atY >> BITS - WEIGHT_BITS & WEIGHTS - 1;
            int first = Math.clamp(atX >> BITS, 0, lastColumn);
            int second = Math.clamp((atX >> BITS) + 1, 0, lastColumn);
            int above = Math.clamp(atY >> BITS, 0, lastRow) * width;
            int below = Math.clamp((atY >> BITS) + 1, 0, lastRow) * width;
            int aboveFirst = (above + first) * UprightImage.BYTES_PER_PIXEL;
            int aboveSecond = (above + second) * UprightImage.BYTES_PER_PIXEL;
            int belowFirst = (below + first) * UprightImage.BYTES_PER_PIXEL;
            int belowSecond = (below + second) * UprightImage.BYTES_PER_PIXEL;
            for (int channel = 0; channel < 3; channel++) {
                int upper = mix(rgb[aboveFirst + channel] & 0xFF, rgb[aboveSecond + channel] & 0xFF, across);
                int under = mix(rgb[belowFirst + channel] & 0xFF, rgb[belowSecond + channel] & 0xFF, across);
                line[channel * columns + column] = normalisation.apply(channel, mix(upper, under, lower) * MEAN);
            }
        }
    }

    private static int mix(int first, int second, int weight) {
        return first * (WEIGHTS - weight) + second * weight;
    }

    private static int fixed(double pixels) {
        return (int) Math.round(pixels * ONE);
    }

    /** Columns from the first to below the second. */
    private record Range(double from, double to) {

        static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        private static final Range NONE = new Range(0, 0);

        /** Those at which {@code start + column * step} lies from 0 to below {@code length}. */
        static Range within(double start, double step, double length) {
            if (step == 0) {
                return start >= 0 && start < length ? ALL : NONE;
            }
            double first = -start / step;
            double last = (length - start) / step;
            return new Range(Math.min(first, last), Math.max(first, last));
        }

        Range and(Range other) {
            return new Range(Math.max(from, other.from), Math.min(to, other.to));
        }
    }
}

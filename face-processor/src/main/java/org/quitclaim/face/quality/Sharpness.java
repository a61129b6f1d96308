package org.quitclaim.face.quality;

import org.quitclaim.face.image.PixelRegion;
import org.quitclaim.face.image.UprightImage;

/**
 * How much of what differs within a face differs between neighbours.
 *
 * <p><b>Units</b>: the variance of the Laplacian over the variance of the brightness, of the face brought to one size. It
 * does not depend on exposure or contrast, but where there is next to none it is nothing: a wall shows its noise alone. Portraits of that size: 0.03 to 0.5; blurred until half of them are not recognised:
 * 0.01.
 */
final class Sharpness {

    private static final int SIDE = 75;

    /** Samples along each side of a cell. */
    private static final int SAMPLES = 2;

    /** Below it noise is all there is; of a hundred portraits the faintest has 26. In steps of a byte. */
    private static final double LEAST_CONTRAST = 6;

    private Sharpness() {}

    static double of(UprightImage image, PixelRegion region) {
        double[] cells = cells(image, region);
        double variance = variance(cells);
        return contrast(variance) < LEAST_CONTRAST ? 0 : variance(laplacian(cells)) / variance;
    }

    /** The standard deviation of the brightness, in steps of a byte. */
    private static double contrast(double variance) {
        return Math.sqrt(variance) / (SAMPLES * SAMPLES * UprightImage.BYTES_PER_PIXEL);
    }

    private static double[] cells(UprightImage image, PixelRegion region) {
        double[] cells = new double[SIDE * SIDE];
        for (int row = 0; row < SIDE * SAMPLES; row++) {
            double y = region.y() + (row + 0.5) * region.height() / (SIDE * SAMPLES) - 0.5;
            for (int column = 0; column < SIDE * SAMPLES; column++) {
                double x = region.x() + (column + 0.5) * region.width() / (SIDE * SAMPLES) - 0.5;
                cells[row / SAMPLES * SIDE + column / SAMPLES] += brightness(image, x, y);
            }
        }
        return cells;
    }

    private static double brightness(UprightImage image, double x, double y) {
        double left = Math.clamp(x, 0, image.width() - 1.0);
        double top = Math.clamp(y, 0, image.height() - 1.0);
        int column = (int) left;
        int row = (int) top;
        double above = mix(sum(image, column, row), sum(image, column + 1, row), left - column);
        double below = mix(sum(image, column, row + 1), sum(image, column + 1, row + 1), left - column);
        return mix(above, below, top - row);
    }

    private static double mix(double first, double second, double fraction) {
        return first + (second - first) * fraction;
    }

    private static int sum(UprightImage image, int x, int y) {
        int at = (Math.min(y, image.height() - 1) * image.width() + Math.min(x, image.width() - 1))
                * UprightImage.BYTES_PER_PIXEL;
        byte[] rgb = image.rgb();
        return (rgb[at] & 0xFF) + (rgb[at + 1] & 0xFF) + (rgb[at + 2] & 0xFF);
    }

    private static double[] laplacian(double[] cells) {
        int inner = SIDE - 2;
        double[] edges = new double[inner * inner];
        for (int row = 0; row < inner; row++) {
            for (int column = 0; column < inner; column++) {
                int at = (row + 1) * SIDE + column + 1;
                edges[row * inner + column] =
                        4 * cells[at] - cells[at - 1] - cells[at + 1] - cells[at - SIDE] - cells[at + SIDE];
            }
        }
        return edges;
    }

    private static double variance(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }
}

package org.quitclaim.face.onnx;

import java.nio.FloatBuffer;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.Normalisation;

/**
 * Fills a part of a network's input with a window of an image, resampled bilinearly; black where the window reaches
 * beyond the image.
 *
 * <p><b>Shape</b>: three planes in the model's order of colours; a plane has rows of {@code stride} floats.
 *
 * <p><b>Units</b>: the window's corner and side lengths are in pixels of the image, not whole ones; pixel centres lie at
 * the halves.
 */
public final class WindowInput {

    private final Normalisation normalisation;
    private final int plane;
    private final int stride;

    /**
     * @param plane floats per colour
     * @param stride floats per row
     */
    public WindowInput(Normalisation normalisation, int plane, int stride) {
        this.normalisation = normalisation;
        this.plane = plane;
        this.stride = stride;
    }

    /** A window whose corner lies at {@code (x, y)} and in which one target pixel is {@code step} image pixels. */
    public record Window(double x, double y, double step) {}

    /**
     * A window that is turned: {@code (x, y)} lies under the middle of its first target pixel, and each next one of the row is
     * {@code (right, down)} image pixels further. Rows follow at a right angle.
     */
    public record Slant(double x, double y, double right, double down) {}

    /** Fills {@code columns × rows} floats per plane, the first one at {@code offset}. */
    public void write(UprightImage image, Window window, FloatBuffer target, int offset, int columns, int rows) {
        Line across = Line.of(window.x(), window.step(), columns, image.width());
        Line down = Line.of(window.y(), window.step(), rows, image.height());
        float[] line = new float[3 * columns];
        for (int row = 0; row < rows; row++) {
            fill(image, across, down, row, line);
            for (int channel = 0; channel < 3; channel++) {
                target.put(
                        offset + normalisation.plane(channel) * plane + row * stride, line, channel * columns, columns);
            }
        }
    }

    /** The same of a window that lies slanted on the image. */
    public void write(UprightImage image, Slant slant, FloatBuffer target, int offset, int columns, int rows) {
        SlantedRows slanted = new SlantedRows(image, slant, normalisation, columns);
        for (int row = 0; row < rows; row++) {
            float[] line = slanted.row(row);
            for (int channel = 0; channel < 3; channel++) {
                target.put(
                        offset + normalisation.plane(channel) * plane + row * stride, line, channel * columns, columns);
            }
        }
    }

    private void fill(UprightImage image, Line across, Line down, int row, float[] line) {
        int columns = across.first.length;
        byte[] rgb = image.rgb();
        boolean isOutside = down.isOutside(row);
        int above = down.first[row] * image.width() * UprightImage.BYTES_PER_PIXEL;
        int below = down.second[row] * image.width() * UprightImage.BYTES_PER_PIXEL;
        float downwards = down.fraction[row];
        for (int column = 0; column < columns; column++) {
            boolean isBlack = isOutside || across.isOutside(column);
            int left = across.first[column] * UprightImage.BYTES_PER_PIXEL;
            int right = across.second[column] * UprightImage.BYTES_PER_PIXEL;
            float fraction = across.fraction[column];
            for (int channel = 0; channel < 3; channel++) {
                float value = isBlack
                        ? 0
                        : mix(
                                mix(rgb[above + left + channel] & 0xFF, rgb[above + right + channel] & 0xFF, fraction),
                                mix(rgb[below + left + channel] & 0xFF, rgb[below + right + channel] & 0xFF, fraction),
                                downwards);
                line[channel * columns + column] = normalisation.apply(channel, value);
            }
        }
    }

    private static float mix(float first, float second, float fraction) {
        return first + (second - first) * fraction;
    }

    /** For each target position the two image positions beside it; at the border the last one twice. */
    private record Line(int[] first, int[] second, float[] fraction) {

        private static final float OUTSIDE = -1;

        static Line of(double start, double step, int count, int length) {
            int[] first = new int[count];
            int[] second = new int[count];
            float[] fraction = new float[count];
            for (int i = 0; i < count; i++) {
                double centre = start + (i + 0.5) * step;
                boolean isOutside = centre < 0 || centre >= length;
                double at = Math.clamp(centre - 0.5, 0, length - 1);
                first[i] = (int) at;
                second[i] = Math.min(first[i] + 1, length - 1);
                fraction[i] = isOutside ? OUTSIDE : (float) (at - first[i]);
            }
            return new Line(first, second, fraction);
        }

        boolean isOutside(int index) {
            return fraction[index] == OUTSIDE;
        }
    }
}

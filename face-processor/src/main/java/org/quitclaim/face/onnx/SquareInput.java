package org.quitclaim.face.onnx;

import java.nio.FloatBuffer;
import org.quitclaim.face.image.PixelRegion;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.ModelFile;
import org.quitclaim.face.pack.Normalisation;

/**
 * Fills a network's input from a region of an image: padded with black to a square, then resampled bilinearly.
 *
 * <p><b>Shape</b>: three planes in the model's order of colours, of {@code size × size} floats.
 *
 * <p><b>Source</b>: TensorFlow's {@code resize_bilinear} without half-pixel centres and without corner alignment, which
 * is what the weights of the face-api pack were published with.
 */
public final class SquareInput {

    private final ModelFile model;
    private final boolean isCentred;

    private SquareInput(ModelFile model, boolean isCentred) {
        this.model = model;
        this.isCentred = isCentred;
    }

    /** The region lies in the middle of the square. */
    public static SquareInput centred(ModelFile model) {
        return new SquareInput(model, true);
    }

    /** The region lies at the top left of the square. */
    public static SquareInput topLeft(ModelFile model) {
        return new SquareInput(model, false);
    }

    public int floats() {
        return 3 * model.inputSize() * model.inputSize();
    }

    public void write(UprightImage image, PixelRegion region, FloatBuffer target, int offset) {
        int side = Math.max(region.width(), region.height());
        Taps columns = Taps.of(model.inputSize(), side, region.x(), region.width(), isCentred);
        Taps rows = Taps.of(model.inputSize(), side, region.y(), region.height(), isCentred);
        int size = model.inputSize();
        float[] line = new float[3 * size];
        for (int row = 0; row < size; row++) {
            fillLine(image, columns, rows, row, line);
            for (int channel = 0; channel < 3; channel++) {
                int plane = model.normalisation().plane(channel);
                target.put(offset + (plane * size + row) * size, line, channel * size, size);
            }
        }
    }

    /** Writes the mirror image of what lies at {@code from}, left and right exchanged. */
    public void mirror(FloatBuffer input, int from, int to) {
        int size = model.inputSize();
        for (int line = 0; line < 3 * size; line++) {
            for (int column = 0; column < size; column++) {
                input.put(to + line * size + column, input.get(from + line * size + size - 1 - column));
            }
        }
    }

    private void fillLine(UprightImage image, Taps columns, Taps rows, int row, float[] line) {
        Normalisation normalisation = model.normalisation();
        byte[] rgb = image.rgb();
        int stride = image.width() * UprightImage.BYTES_PER_PIXEL;
        float down = rows.fraction()[row];
        for (int column = 0; column < model.inputSize(); column++) {
            float across = columns.fraction()[column];
            for (int channel = 0; channel < 3; channel++) {
                int left = columns.first()[column];
                int right = columns.second()[column];
                float above = mix(
                        sample(rgb, rows.first()[row], left, stride, channel),
                        sample(rgb, rows.first()[row], right, stride, channel),
                        across);
                float below = mix(
                        sample(rgb, rows.second()[row], left, stride, channel),
                        sample(rgb, rows.second()[row], right, stride, channel),
                        across);
                line[channel * model.inputSize() + column] = normalisation.apply(channel, mix(above, below, down));
            }
        }
    }

    private static float mix(float first, float second, float fraction) {
        return first + (second - first) * fraction;
    }

    private static float sample(byte[] rgb, int y, int x, int stride, int channel) {
        if (y < 0 || x < 0) {
            return 0;
        }
        return rgb[y * stride + x * UprightImage.BYTES_PER_PIXEL + channel] & 0xFF;
    }
}

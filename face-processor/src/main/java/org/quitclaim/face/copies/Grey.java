package org.quitclaim.face.copies;

import org.quitclaim.face.image.UprightImage;

/**
 * How bright a picture is, made small enough to be looked at many times.
 *
 * <p><b>Shape</b>: row by row from the top left, 0 to 255.
 */
record Grey(int width, int height, float[] values) {
    /** Enough for a raster of 64 with room for averaging. */
    private static final int LONGEST_SIDE = 512;

    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    /** Averages of square blocks of pixels; a rest at the right and the bottom is left out. */
    static Grey of(UprightImage image) {
        int block = Math.max(1, Math.ceilDiv(Math.max(image.width(), image.height()), LONGEST_SIDE));
        int width = Math.max(1, image.width() / block);
        int height = Math.max(1, image.height() / block);
        float[] values = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[y * width + x] = average(image, x * block, y * block, block);
            }
        }
        return new Grey(width, height, values);
    }

    private static float average(UprightImage image, int left, int top, int block) {
        byte[] rgb = image.rgb();
        int right = Math.min(left + block, image.width());
        int bottom = Math.min(top + block, image.height());
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            int at = (y * image.width() + left) * UprightImage.BYTES_PER_PIXEL;
            for (int x = left; x < right; x++, at += UprightImage.BYTES_PER_PIXEL) {
                red += rgb[at] & 0xff;
                green += rgb[at + 1] & 0xff;
                blue += rgb[at + 2] & 0xff;
            }
        }
        return (RED * red + GREEN * green + BLUE * blue) / ((long) (right - left) * (bottom - top));
    }

    /** The picture without so much of each side, as shares of its width and height. */
    Grey trimmed(double left, double top, double right, double bottom) {
        int fromX = (int) Math.round(width * left);
        int fromY = (int) Math.round(height * top);
        int toX = width - (int) Math.round(width * right);
        int toY = height - (int) Math.round(height * bottom);
        float[] part = new float[(toX - fromX) * (toY - fromY)];
        for (int y = fromY; y < toY; y++) {
            System.arraycopy(values, y * width + fromX, part, (y - fromY) * (toX - fromX), toX - fromX);
        }
        return new Grey(toX - fromX, toY - fromY, part);
    }

    /** As in a mirror that stands beside it. */
    Grey mirrored() {
        float[] other = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                other[y * width + x] = values[y * width + width - 1 - x];
            }
        }
        return new Grey(width, height, other);
    }

    /** How much neighbours in a small raster differ on average: nothing is known again by what it hardly shows. */
    float detail(int side) {
        float[] cells = raster(side);
        float sum = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 1; x < side; x++) {
                sum += Math.abs(cells[y * side + x] - cells[y * side + x - 1])
                        + Math.abs(cells[x * side + y] - cells[(x - 1) * side + y]);
            }
        }
        return sum / (2 * side * (side - 1));
    }

    /** Averages over {@code side} × {@code side} even cells, weighted by how much of a pixel lies in a cell. */
    float[] raster(int side) {
        float[] rows = shrink(values, height, width, side);
        return shrink(transposed(rows, height, side), side, height, side);
    }

    private static float[] transposed(float[] of, int rows, int columns) {
        float[] other = new float[of.length];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                other[x * rows + y] = of[y * columns + x];
            }
        }
        return other;
    }

    /** Each row of {@code length} becomes one of {@code side}. */
    private static float[] shrink(float[] of, int rows, int length, int side) {
        float[] shrunk = new float[rows * side];
        double step = (double) length / side;
        for (int cell = 0; cell < side; cell++) {
            double from = cell * step;
            double to = from + step;
            int last = Math.min(length - 1, (int) Math.ceil(to) - 1);
            for (int at = (int) from; at <= last; at++) {
                float share = (float) ((Math.min(at + 1, to) - Math.max(at, from)) / step);
                for (int row = 0; row < rows; row++) {
                    shrunk[row * side + cell] += of[row * length + at] * share;
                }
            }
        }
        return shrunk;
    }
}

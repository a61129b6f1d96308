package org.quitclaim.modelpack;

/**
 * TensorFlow's two padding rules, as explicit begin and end amounts per axis.
 *
 * <p><b>Guarantees</b>: SAME puts the odd pixel at the end (bottom, right), which matters at stride 2 on even sizes.
 */
enum Padding {
    SAME,
    VALID;

    int total(int size, int kernel, int stride) {
        return switch (this) {
            case VALID -> 0;
            case SAME -> Math.max((outputSize(size, kernel, stride) - 1) * stride + kernel - size, 0);
        };
    }

    int outputSize(int size, int kernel, int stride) {
        return switch (this) {
            case VALID -> (size - kernel) / stride + 1;
            case SAME -> (size + stride - 1) / stride;
        };
    }

    /** The amounts in ONNX order: top, left, bottom, right. */
    long[] pads(int size, int kernel, int stride) {
        int total = total(size, kernel, stride);
        int begin = total / 2;
        int end = total - begin;
        return new long[] {begin, begin, end, end};
    }
}

package org.quitclaim.modelpack;

/**
 * Weights of one layer as 32-bit floats.
 *
 * <p><b>Shape</b>: row-major, the last dimension varies fastest, as the source stores it.
 */
record Tensor(long[] shape, float[] values) {

    Tensor {
        long count = 1;
        for (long dimension : shape) {
            count *= dimension;
        }
        if (count != values.length) {
            throw new IllegalArgumentException("Shape holds " + count + " values but there are " + values.length);
        }
    }

    static Tensor vector(float... values) {
        return new Tensor(new long[] {values.length}, values);
    }

    int dimension(int axis) {
        return (int) shape[axis];
    }
}

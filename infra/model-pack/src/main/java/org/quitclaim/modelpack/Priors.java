package org.quitclaim.modelpack;

/**
 * The detector's 5118 prior boxes.
 *
 * <p><b>Shape</b>: 1×5118×2 each, vertical before horizontal, in 0..1 of the square input.
 */
record Priors(Tensor centres, Tensor sizes) {

    /** From corners: top, left, bottom, right. */
    static Priors of(Tensor corners) {
        int count = corners.dimension(1);
        float[] centres = new float[count * 2];
        float[] sizes = new float[count * 2];
        for (int i = 0; i < count * 2; i++) {
            int first = (i / 2) * 4 + i % 2;
            sizes[i] = corners.values()[first + 2] - corners.values()[first];
            centres[i] = corners.values()[first] + sizes[i] / 2;
        }
        long[] shape = {1, count, 2};
        return new Priors(new Tensor(shape, centres), new Tensor(shape, sizes));
    }

    Tensor sizesTimes(float factor) {
        float[] scaled = sizes.values().clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new Tensor(sizes.shape(), scaled);
    }
}

package org.quitclaim.modelpack;

/** Re-orders and folds convolution weights on their way from TensorFlow to ONNX. */
final class Filters {

    private Filters() {}

    /** From height, width, in, out (HWIO) to out, in, height, width (OIHW). */
    static Tensor toOihw(Tensor hwio) {
        int height = hwio.dimension(0);
        int width = hwio.dimension(1);
        int in = hwio.dimension(2);
        int out = hwio.dimension(3);
        float[] target = new float[hwio.values().length];
        int source = 0;
        for (int spatial = 0; spatial < height * width; spatial++) {
            for (int i = 0; i < in; i++) {
                for (int o = 0; o < out; o++) {
                    target[(o * in + i) * height * width + spatial] = hwio.values()[source++];
                }
            }
        }
        return new Tensor(new long[] {out, in, height, width}, target);
    }

    /** From height, width, channels, 1 to channels, 1, height, width: one group per channel. */
    static Tensor depthwiseToOihw(Tensor hwc1) {
        int channels = hwc1.dimension(2);
        Tensor hw1c = new Tensor(new long[] {hwc1.dimension(0), hwc1.dimension(1), 1, channels}, hwc1.values());
        return toOihw(hw1c);
    }

    /** Multiplies everything that leads to output channel {@code o} by {@code factor[o]}. */
    static Tensor scaleOutputs(Tensor oihw, float[] factor) {
        int perOutput = oihw.values().length / factor.length;
        float[] scaled = new float[oihw.values().length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = oihw.values()[i] * factor[i / perOutput];
        }
        return new Tensor(oihw.shape(), scaled);
    }

    /** Keeps the output channels first, first + step, first + 2·step … of an OIHW tensor or of a bias vector. */
    static Tensor everyNthOutput(Tensor tensor, int first, int step) {
        int outputs = tensor.dimension(0);
        int perOutput = tensor.values().length / outputs;
        int kept = (outputs - first + step - 1) / step;
        float[] values = new float[kept * perOutput];
        for (int k = 0; k < kept; k++) {
            System.arraycopy(tensor.values(), (first + k * step) * perOutput, values, k * perOutput, perOutput);
        }
        long[] shape = tensor.shape().clone();
        shape[0] = kept;
        return new Tensor(shape, values);
    }
}

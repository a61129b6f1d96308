package org.quitclaim.modelpack;

import java.util.ArrayList;
import java.util.List;

/**
 * SSD on MobileNet v1 for faces, box decoding included, non-maximum suppression left to the reader.
 *
 * <p><b>Shape</b>: {@code image} N×3×512×512, RGB scaled to −1..1 → {@code boxes} N×5118×4 (top, left, bottom, right of
 * the square input, 0..1) and {@code scores} N×5118 (0..1).
 *
 * <p><b>Source</b>: Howard et al. 2017 (MobileNets), Liu et al. 2016 (SSD), Huang et al. 2017 (box coder 10, 10, 5, 5).
 */
final class DetectorGraph {

    static final int INPUT_SIZE = 512;
    private static final int PRIORS = 5118;
    private static final float BATCH_NORM_EPSILON = 0.001f;
    private static final float CENTRE_SCALE = 10;
    private static final float SIZE_SCALE = 5;
    private static final int CLASSES = 3;
    private static final int FACE_CLASS = 1;
    private static final int MOBILENET_BLOCKS = 13;
    private static final int EXTRA_LAYERS = 8;
    private static final int FIRST_FEATURES = 11;

    private final TfjsWeights weights;
    private final GraphWriter graph = new GraphWriter("face-api-ssd-mobilenet-v1");
    private final List<Node> boxes = new ArrayList<>();
    private final List<Node> scores = new ArrayList<>();

    private DetectorGraph(TfjsWeights weights) {
        this.weights = weights;
    }

    static byte[] write(TfjsWeights weights) {
        return new DetectorGraph(weights).write();
    }

    private byte[] write() {
        Node features = backbone(graph.input("image", 3, INPUT_SIZE));
        predict(features);
        for (int layer = 0; layer < EXTRA_LAYERS; layer++) {
            boolean isShrinking = layer % 2 == 1;
            features = pointwise(features, "Prediction/Conv2d_" + layer, isShrinking ? 2 : 1);
            if (isShrinking) {
                predict(features);
            }
        }
        graph.output("boxes", decode(graph.concat(1, boxes)), PRIORS, 4);
        graph.output("scores", graph.apply("Sigmoid", graph.flatten(graph.concat(1, scores))), PRIORS);
        return graph.toBytes();
    }

    private Node backbone(Node image) {
        Node x = pointwise(image, "MobilenetV1/Conv2d_0", 2);
        for (int block = 1; block <= MOBILENET_BLOCKS; block++) {
            x = depthwise(x, "MobilenetV1/Conv2d_" + block + "_depthwise", strideOf(block));
            x = pointwise(x, "MobilenetV1/Conv2d_" + block, 1);
            if (block == FIRST_FEATURES) {
                predict(x);
            }
        }
        return x;
    }

    private static int strideOf(int block) {
        return switch (block) {
            case 2, 4, 6, 12 -> 2;
            default -> 1;
        };
    }

    private Node pointwise(Node in, String prefix, int stride) {
        Tensor filters = Filters.toOihw(weights.get(prefix + "_pointwise/weights"));
        Tensor offset = weights.get(prefix + "_pointwise/convolution_bn_offset");
        return graph.relu6(graph.conv(in, filters, offset, stride, Padding.SAME));
    }

    private Node depthwise(Node in, String prefix, int stride) {
        float[] gamma = weights.get(prefix + "/BatchNorm/gamma").values();
        float[] beta = weights.get(prefix + "/BatchNorm/beta").values();
        float[] mean = weights.get(prefix + "/BatchNorm/moving_mean").values();
        float[] variance = weights.get(prefix + "/BatchNorm/moving_variance").values();
        float[] factor = new float[gamma.length];
        float[] bias = new float[gamma.length];
        for (int c = 0; c < gamma.length; c++) {
            factor[c] = (float) (gamma[c] / Math.sqrt(variance[c] + BATCH_NORM_EPSILON));
            bias[c] = beta[c] - mean[c] * factor[c];
        }
        Tensor filters = Filters.depthwiseToOihw(weights.get(prefix + "/depthwise_weights"));
        Tensor folded = Filters.scaleOutputs(filters, factor);
        return graph.relu6(graph.depthwise(in, folded, Tensor.vector(bias), stride, Padding.SAME));
    }

    private void predict(Node features) {
        String prefix = "Prediction/BoxPredictor_" + boxes.size();
        Tensor boxFilters = Filters.toOihw(weights.get(prefix + "/BoxEncodingPredictor/weights"));
        Tensor boxBias = weights.get(prefix + "/BoxEncodingPredictor/biases");
        boxes.add(graph.flattenAsNhwc(graph.conv(features, boxFilters, boxBias, 1, Padding.SAME), 4));
        Tensor classFilters = Filters.toOihw(weights.get(prefix + "/ClassPredictor/weights"));
        Tensor faceFilters = Filters.everyNthOutput(classFilters, FACE_CLASS, CLASSES);
        Tensor faceBias = Filters.everyNthOutput(weights.get(prefix + "/ClassPredictor/biases"), FACE_CLASS, CLASSES);
        scores.add(graph.flattenAsNhwc(graph.conv(features, faceFilters, faceBias, 1, Padding.SAME), 1));
    }

    private Node decode(Node encodings) {
        Priors priors = Priors.of(weights.get("Output/extra_dim"));
        Node offsets = graph.apply("Mul", graph.slice(encodings, 2, 0, 2), priors.sizesTimes(1 / CENTRE_SCALE));
        Node centres = graph.apply("Add", offsets, priors.centres());
        Tensor perScale = new Tensor(new long[] {1}, new float[] {1 / SIZE_SCALE});
        Node growth = graph.apply("Exp", graph.apply("Mul", graph.slice(encodings, 2, 2, 4), perScale));
        Node halves = graph.apply("Mul", growth, priors.sizesTimes(0.5f));
        return graph.concat(
                2, List.of(graph.elementwise("Sub", centres, halves), graph.elementwise("Add", centres, halves)));
    }
}

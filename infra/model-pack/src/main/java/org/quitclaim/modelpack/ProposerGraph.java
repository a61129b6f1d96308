package org.quitclaim.modelpack;

/**
 * A small and fast finder of faces that takes pictures of any size.
 *
 * <p><b>Shape</b>: {@code image} N×3×H×W, RGB 0..255 minus the mean, divided by 255 → {@code cells} N×25×R×C: for each
 * cell of 32 × 32 pixels and each of five anchors the box encoding (x, y, width, height) and the score, not decoded.
 * H and W are multiples of 32 plus 2.
 *
 * <p><b>Source</b>: Redmon and Farhadi 2016 (YOLO9000) with the separable convolutions of the network that the npm package
 * names tinyFaceDetector.
 */
final class ProposerGraph {

    static final double[][] ANCHORS = {
        {1.603231, 2.094468}, {6.041143, 7.080126}, {2.882459, 3.518061}, {4.266906, 5.178857}, {9.041765, 10.66308}
    };
    static final int CELL = 32;
    private static final int SEPARABLE_LAYERS = 5;

    private final TfjsWeights weights;
    private final GraphWriter graph = new GraphWriter("face-api-tiny-face-detector");

    private ProposerGraph(TfjsWeights weights) {
        this.weights = weights;
    }

    static byte[] write(TfjsWeights weights) {
        return new ProposerGraph(weights).write();
    }

    private byte[] write() {
        Node image = graph.inputOfAnySize("image", 3);
        Node x = graph.halveByMaximum(graph.leakyRelu(plain(image, "conv0")));
        for (int layer = 1; layer < SEPARABLE_LAYERS; layer++) {
            x = graph.halveByMaximum(separable(x, "conv" + layer));
        }
        x = graph.spreadMaximum(separable(x, "conv" + SEPARABLE_LAYERS));
        graph.outputOfAnySize("cells", plain(x, "conv8"));
        return graph.toBytes();
    }

    private Node plain(Node in, String prefix) {
        Tensor filters = Filters.toOihw(weights.get(prefix + "/filters"));
        return graph.convOfAnySize(in, filters, weights.get(prefix + "/bias"), 0);
    }

    private Node separable(Node in, String prefix) {
        Tensor depthwise = Filters.depthwiseToOihw(weights.get(prefix + "/depthwise_filter"));
        Tensor pointwise = Filters.toOihw(weights.get(prefix + "/pointwise_filter"));
        Node perChannel = graph.depthwiseOfAnySize(in, depthwise, 1);
        return graph.leakyRelu(graph.convOfAnySize(perChannel, pointwise, weights.get(prefix + "/bias"), 0));
    }
}

package org.quitclaim.modelpack;

/**
 * The 68-point landmark net.
 *
 * <p><b>Shape</b>: {@code face} N×3×112×112, RGB 0..255 minus the mean, divided by 255 → {@code landmarks} N×136
 * (x, y alternating, 0..1 of the square input).
 *
 * <p><b>Source</b>: the network that the npm package names faceLandmark68Net: four densely connected blocks of separable
 * convolutions.
 */
final class AlignerGraph {

    static final int INPUT_SIZE = 112;
    private static final int COORDINATES = 136;
    private static final int BLOCKS = 4;
    private static final int LAYERS = 4;

    private final TfjsWeights weights;
    private final GraphWriter graph = new GraphWriter("face-api-landmarks-68");

    private AlignerGraph(TfjsWeights weights) {
        this.weights = weights;
    }

    static byte[] write(TfjsWeights weights) {
        return new AlignerGraph(weights).write();
    }

    private byte[] write() {
        Node x = graph.input("face", 3, INPUT_SIZE);
        for (int block = 0; block < BLOCKS; block++) {
            x = denseBlock(x, "dense" + block);
        }
        Node features = graph.flatten(graph.pool("AveragePool", x, 7, 2));
        Node landmarks = graph.dense(features, weights.get("fc/weights"), weights.get("fc/bias"));
        graph.output("landmarks", landmarks, COORDINATES);
        return graph.toBytes();
    }

    /** Each layer sees the sum of what all layers before it in the block gave. */
    private Node denseBlock(Node in, String prefix) {
        boolean isFirst = prefix.equals("dense0");
        Node sum = graph.relu(isFirst ? plain(in, prefix + "/conv0") : separable(in, prefix + "/conv0", 2));
        Node x = sum;
        for (int layer = 1; layer < LAYERS; layer++) {
            sum = graph.sum(sum, separable(x, prefix + "/conv" + layer, 1));
            x = graph.relu(sum);
        }
        return x;
    }

    private Node plain(Node in, String prefix) {
        Tensor filters = Filters.toOihw(weights.get(prefix + "/filters"));
        return graph.conv(in, filters, weights.get(prefix + "/bias"), 2, Padding.SAME);
    }

    private Node separable(Node in, String prefix, int stride) {
        Tensor depthwise = Filters.depthwiseToOihw(weights.get(prefix + "/depthwise_filter"));
        Tensor noBias = Tensor.vector(new float[in.channels()]);
        Tensor pointwise = Filters.toOihw(weights.get(prefix + "/pointwise_filter"));
        Node perChannel = graph.depthwise(in, depthwise, noBias, stride, Padding.SAME);
        return graph.conv(perChannel, pointwise, weights.get(prefix + "/bias"), 1, Padding.SAME);
    }
}

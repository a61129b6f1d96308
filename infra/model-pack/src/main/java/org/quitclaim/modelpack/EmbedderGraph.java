package org.quitclaim.modelpack;

/**
 * The 128-dimensional face descriptor.
 *
 * <p><b>Shape</b>: {@code face} N×3×150×150, RGB 0..255 minus the mean, divided by 255 → {@code descriptor} N×128, not
 * normalised, compared by Euclidean distance.
 *
 * <p><b>Source</b>: dlib's face recognition ResNet (King 2017) in the form the npm package names faceRecognitionNet.
 */
final class EmbedderGraph {

    static final int INPUT_SIZE = 150;
    static final int DIMENSION = 128;
    private static final String[] LAYERS = {
        "conv32_1",
        "conv32_2",
        "conv32_3",
        "conv64_down",
        "conv64_1",
        "conv64_2",
        "conv64_3",
        "conv128_down",
        "conv128_1",
        "conv128_2",
        "conv256_down",
        "conv256_1",
        "conv256_2",
        "conv256_down_out"
    };

    private final TfjsWeights weights;
    private final GraphWriter graph = new GraphWriter("face-api-descriptor-128");

    private EmbedderGraph(TfjsWeights weights) {
        this.weights = weights;
    }

    static byte[] write(TfjsWeights weights) {
        return new EmbedderGraph(weights).write();
    }

    private byte[] write() {
        Node x = graph.relu(conv(graph.input("face", 3, INPUT_SIZE), "conv32_down", 2, Padding.VALID));
        x = graph.pool("MaxPool", x, 3, 2);
        for (String layer : LAYERS) {
            x = layer.contains("down") ? residualDown(x, layer) : residual(x, layer);
        }
        Tensor noBias = Tensor.vector(new float[DIMENSION]);
        graph.output("descriptor", graph.dense(graph.globalAverage(x), weights.get("fc"), noBias), DIMENSION);
        return graph.toBytes();
    }

    private Node residual(Node in, String prefix) {
        Node x = graph.relu(conv(in, prefix + "/conv1", 1, Padding.SAME));
        return graph.relu(graph.sum(conv(x, prefix + "/conv2", 1, Padding.SAME), in));
    }

    /** Halves the size. Both branches are filled up with zeros at the end until they agree, as dlib does. */
    private Node residualDown(Node in, String prefix) {
        Node x = graph.relu(conv(in, prefix + "/conv1", 2, Padding.VALID));
        x = conv(x, prefix + "/conv2", 1, Padding.SAME);
        Node pooled = graph.pool("AveragePool", in, 2, 2);
        int channels = Math.max(x.channels(), pooled.channels());
        int size = Math.max(x.size(), pooled.size());
        return graph.relu(graph.sum(graph.padEnd(pooled, channels, size), graph.padEnd(x, channels, size)));
    }

    /** Convolution with the scale layer behind it folded in: (w·x + b)·s + t = (s·w)·x + (s·b + t). */
    private Node conv(Node in, String prefix, int stride, Padding padding) {
        float[] scale = weights.get(prefix + "/scale/weights").values();
        float[] shift = weights.get(prefix + "/scale/biases").values();
        float[] bias = weights.get(prefix + "/conv/bias").values();
        float[] folded = new float[bias.length];
        for (int c = 0; c < folded.length; c++) {
            folded[c] = scale[c] * bias[c] + shift[c];
        }
        Tensor filters = Filters.scaleOutputs(Filters.toOihw(weights.get(prefix + "/conv/filters")), scale);
        return graph.conv(in, filters, Tensor.vector(folded), stride, padding);
    }
}

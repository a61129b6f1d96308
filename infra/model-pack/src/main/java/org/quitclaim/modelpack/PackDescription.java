package org.quitclaim.modelpack;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code pack.json} of the face-api pack: all that a reader has to know to use the three graphs.
 *
 * <p><b>Units</b>: a channel value is {@code (byte − mean) · scale}; distances are Euclidean; ratios are 0..1.
 *
 * <p><b>Source</b>: preprocessing, detector and alignment constants of the npm package; the match limits are
 * Quitclaim's own, see {@code docs/adr}.
 */
final class PackDescription {

    /** That of the npm package, and which way of using it: it grows whenever faceprints or boxes come out differently. */
    private static final String VERSION = "1.7.15-2";

    private static final double[] FACE_MEAN = {122.782, 117.001, 104.298};

    private PackDescription() {}

    static byte[] toJson(Map<FaceApiModel, String> sha256, String builder) {
        ObjectNode pack = JsonMapper.shared().createObjectNode();
        pack.put("id", "face-api");
        pack.put("version", VERSION);
        pack.put("licence", "MIT");
        pack.put("source", "npm package @vladmandic/face-api 1.7.15, converted to ONNX");
        pack.put(
                "trainingData",
                "Detectors: WIDER FACE and pictures collected by the author of face-api.js. Landmarks: about 35,000"
                        + " pictures of the same author, not published. Embedder: dlib's, about three million faces of"
                        + " 7,485 people from VGG Face, FaceScrub and pictures from the internet, who were not asked.");
        pack.put("builder", builder);
        describeDetector(model(pack, FaceApiModel.DETECTOR, sha256));
        describeProposer(model(pack, FaceApiModel.PROPOSER, sha256));
        describeAligner(model(pack, FaceApiModel.ALIGNER, sha256));
        describeEmbedder(model(pack, FaceApiModel.EMBEDDER, sha256));
        describeMatch(pack.putObject("match"));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(pack);
    }

    private static ObjectNode model(ObjectNode pack, FaceApiModel model, Map<FaceApiModel, String> sha256) {
        ObjectNode node = pack.putObject(model.key());
        node.put("file", model.target());
        node.put("sha256", sha256.get(model));
        node.put("colourOrder", "RGB");
        return node;
    }

    private static void describeDetector(ObjectNode node) {
        node.put("inputSize", DetectorGraph.INPUT_SIZE);
        normalise(node, new double[] {127.5, 127.5, 127.5}, 1 / 127.5);
        node.put("output", "ssd-corners");
        node.put("scoreThreshold", 0.5);
        node.put("overlapThreshold", 0.5);
    }

    private static void describeProposer(ObjectNode node) {
        node.put("inputSize", 32 * ProposerGraph.CELL + 2);
        normalise(node, new double[] {117.001, 114.697, 97.404}, 1 / 255.0);
        node.put("output", "yolo-cells");
        node.put("cell", ProposerGraph.CELL);
        var anchors = node.putArray("anchors");
        for (double[] anchor : ProposerGraph.ANCHORS) {
            anchors.addArray().add(anchor[0]).add(anchor[1]);
        }
        node.put("scoreThreshold", 0.3);
        node.put("overlapThreshold", 0.4);
    }

    private static void describeAligner(ObjectNode node) {
        node.put("inputSize", AlignerGraph.INPUT_SIZE);
        normalise(node, FACE_MEAN, 1 / 255.0);
        node.put("output", "landmarks-68");
        node.put("eyeToMouthRatio", 0.45);
        node.put("centreX", 0.5);
        node.put("centreY", 0.43);
    }

    private static void describeEmbedder(ObjectNode node) {
        node.put("inputSize", EmbedderGraph.INPUT_SIZE);
        normalise(node, FACE_MEAN, 1 / 255.0);
        node.put("output", "descriptor");
        node.put("dimension", EmbedderGraph.DIMENSION);
        node.put("metric", "euclidean");
    }

    private static void describeMatch(ObjectNode node) {
        node.put("threshold", 0.52);
        node.put("likelyBelow", 0.44);
        node.put("strongBelow", 0.36);
        node.put("closeRatio", 0.90);
        node.putObject("second").put("weight", 0.3).put("atMost", 0.65);
        MatchMeasurement.describe(node.putObject("measured"));
    }

    private static void normalise(ObjectNode node, double[] mean, double scale) {
        var array = node.putArray("mean");
        for (double value : mean) {
            array.add(value);
        }
        node.put("scale", scale);
    }
}

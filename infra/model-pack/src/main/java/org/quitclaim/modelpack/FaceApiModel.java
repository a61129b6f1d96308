package org.quitclaim.modelpack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/**
 * One network of the pack: where its weights come from and how its graph is written.
 *
 * <p><b>Source</b>: npm package {@code @vladmandic/face-api} 1.7.15, folder {@code model}.
 */
enum FaceApiModel {
    DETECTOR(
            "detector.onnx",
            "ssd_mobilenetv1_model",
            "888f744dffbc84f5f060d1f8427d9742341943a2dfaaf9205d10029b7e7a2955",
            "2835640602d53718aa6ae9a42896327eaa21beefed056c218d32ca7d79e1e2f8",
            DetectorGraph::write),
    PROPOSER(
            "proposer.onnx",
            "tiny_face_detector_model",
            "5d1af4849ac48d5b985f4a9b16010c512353ddd6fcc63d50fd0bc9e9e64296e5",
            "b7503ce7df31039b1c43316a9b865cab6a70dd748cc602d3fa28b551503c3871",
            ProposerGraph::write),
    ALIGNER(
            "aligner.onnx",
            "face_landmark_68_model",
            "ca4886639f86e99b39fed0c155f81b63317225773bd9616716e887b0153389c9",
            "4611ef65c87d836d03d684b30eec4d195d8b219fa1dd58fc58945831c6b9299b",
            AlignerGraph::write),
    EMBEDDER(
            "embedder.onnx",
            "face_recognition_model",
            "cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b",
            "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589",
            EmbedderGraph::write);

    private final String target;
    private final PinnedFile manifest;
    private final PinnedFile binary;
    private final Function<TfjsWeights, byte[]> writer;

    FaceApiModel(
            String target,
            String source,
            String manifestSha256,
            String binarySha256,
            Function<TfjsWeights, byte[]> writer) {
        this.target = target;
        this.manifest = new PinnedFile(source + "-weights_manifest.json", manifestSha256);
        this.binary = new PinnedFile(source + ".bin", binarySha256);
        this.writer = writer;
    }

    /** The name of its entry in {@code pack.json}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String target() {
        return target;
    }

    byte[] toOnnx(Path modelFolder) throws IOException {
        return writer.apply(TfjsWeights.read(manifest.verifiedIn(modelFolder), binary.verifiedIn(modelFolder)));
    }
}

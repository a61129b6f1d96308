package org.quitclaim.drawn.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A pack of one's own: YuNet, which whoever tries it has to have, five points, and the toy embedder, compared by cosine.
 *
 * @param folder where it is written to; exists
 */
public record ToyPack(Path folder) {
    public static final String DETECTOR = "face_detection_yunet_2023mar.onnx";
    public static final String EMBEDDER = "toy.onnx";

    private static final String DESCRIPTION = """
        {
          "id": "toy",
          "version": "1",
          "licence": "MIT and Apache-2.0",
          "source": "OpenCV Zoo (detector); made by the program (embedder)",
          "trainingData": "Detector: WIDER FACE. Embedder: none",
          "detector": {
            "file": "%s", "sha256": "%s", "output": "yunet", "inputSize": 640,
            "colourOrder": "BGR", "mean": [0, 0, 0], "scale": 1,
            "strides": [8, 16, 32], "scoreThreshold": 0.8, "overlapThreshold": 0.25
          },
          "aligner": {
            "output": "five-points",
            "template": [[0.3419, 0.4616], [0.6565, 0.4598], [0.5002, 0.6405], [0.3710, 0.8247], [0.6315, 0.8233]]
          },
          "embedder": {
            "file": "%s", "sha256": "%s", "output": "descriptor", "inputSize": 112,
            "colourOrder": "RGB", "mean": [0, 0, 0], "scale": 1, "dimension": 588, "metric": "cosine"
          },
          "match": {
            "threshold": 0.6, "likelyBelow": 0.5, "strongBelow": 0.3, "closeRatio": 0.9
          }
        }
        """;

    /** @param yunet the detector's file, which is copied into the folder */
    public void write(Path yunet) throws IOException {
        Files.copy(yunet, folder.resolve(DETECTOR));
        Files.write(folder.resolve(EMBEDDER), new ToyEmbedder(ToyEmbedder.INPUT_SIZE).toOnnx());
        describe();
    }

    /** Writes a description that fits the two files as they are. */
    public void describe() throws IOException {
        Files.writeString(
                folder.resolve("pack.json"),
                DESCRIPTION.formatted(DETECTOR, sha256(DETECTOR), EMBEDDER, sha256(EMBEDDER)));
    }

    private String sha256(String file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(folder.resolve(file))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

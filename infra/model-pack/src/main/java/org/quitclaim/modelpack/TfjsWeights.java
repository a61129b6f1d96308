package org.quitclaim.modelpack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The weights of one TensorFlow.js model: a JSON manifest beside a binary of little-endian float32 or of uint8 quantised
 * values.
 *
 * <p><b>Errors</b>: an unknown name, an unknown type, or a binary that is shorter or longer than its manifest says.
 */
final class TfjsWeights {

    private final Map<String, Tensor> tensors = new HashMap<>();

    private TfjsWeights() {}

    static TfjsWeights read(Path manifest, Path binary) throws IOException {
        TfjsWeights weights = new TfjsWeights();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(binary)).order(ByteOrder.LITTLE_ENDIAN);
        for (JsonNode group : JsonMapper.shared().readTree(Files.readAllBytes(manifest))) {
            for (JsonNode entry : group.get("weights")) {
                weights.tensors.put(entry.get("name").asString(), next(entry, bytes));
            }
        }
        if (bytes.hasRemaining()) {
            throw new IOException(binary + " is longer than its manifest says");
        }
        return weights;
    }

    Tensor get(String name) {
        return Optional.ofNullable(tensors.get(name))
                .orElseThrow(() -> new IllegalArgumentException("No weights named " + name));
    }

    private static Tensor next(JsonNode entry, ByteBuffer bytes) throws IOException {
        JsonNode shapeNode = entry.get("shape");
        long[] shape = new long[shapeNode.size()];
        int count = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = shapeNode.get(i).asLong();
            count = Math.toIntExact(count * shape[i]);
        }
        JsonNode quantization = entry.get("quantization");
        return new Tensor(shape, quantization == null ? plain(bytes, count) : dequantized(quantization, bytes, count));
    }

    private static float[] plain(ByteBuffer bytes, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = bytes.getFloat();
        }
        return values;
    }

    private static float[] dequantized(JsonNode quantization, ByteBuffer bytes, int count) throws IOException {
        if (!"uint8".equals(quantization.get("dtype").asString())) {
            throw new IOException("Unknown quantisation in the manifest");
        }
        double scale = quantization.get("scale").asDouble();
        double minimum = quantization.get("min").asDouble();
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (Byte.toUnsignedInt(bytes.get()) * scale + minimum);
        }
        return values;
    }
}

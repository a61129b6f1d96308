package org.quitclaim.face.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Which shapes a graph declares for what it takes and gives; {@link #ANY} stands where it leaves a number open. */
public final class DeclaredShapes {
    public static final long ANY = -1;

    private final Map<String, long[]> inputs;
    private final Map<String, long[]> outputs;

    private DeclaredShapes(Map<String, long[]> inputs, Map<String, long[]> outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
    }

    static DeclaredShapes of(OrtSession session) {
        try {
            return new DeclaredShapes(shapes(session.getInputInfo()), shapes(session.getOutputInfo()));
        } catch (OrtException e) {
            throw new IllegalStateException("The shapes of a loaded model cannot be read", e);
        }
    }

    /** What is no tensor of floats has a shape that fits nothing. */
    private static Map<String, long[]> shapes(Map<String, NodeInfo> nodes) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        nodes.forEach((name, node) -> shapes.put(
                name,
                node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT
                        ? tensor.getShape()
                        : new long[] {0}));
        return shapes;
    }

    /** Whether there is one input, and it takes this. */
    boolean fitsOnlyInput(long... shape) {
        return inputs.size() == 1 && fits(inputs.values().iterator().next(), shape);
    }

    boolean fitsOutput(String name, long... shape) {
        return fits(outputs.get(name), shape);
    }

    private static boolean fits(long @Nullable [] declared, long[] wanted) {
        if (declared == null || declared.length != wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (declared[i] != ANY && wanted[i] != ANY && declared[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The only output, whatever its name; else the preferred one. */
    public String onlyOutputOr(String preferred) {
        return outputs.size() == 1 ? outputs.keySet().iterator().next() : preferred;
    }

    /** One number of an output's shape; {@link #ANY} if it is left open, or there is no such output. */
    public long of(String output, int dimension) {
        long[] shape = outputs.get(output);
        return shape == null || dimension >= shape.length ? ANY : shape[dimension];
    }

    /** How many pictures a run takes; {@link #ANY} where it may be any number. */
    public long batch() {
        return inputs.values().iterator().next()[0];
    }

    /** Whether pictures of another size than the model's own are taken too. */
    public boolean takesAnySize() {
        long[] input = inputs.values().iterator().next();
        return input[2] == ANY && input[3] == ANY;
    }

    String inputs() {
        return words(inputs);
    }

    String outputs() {
        return words(outputs);
    }

    private static String words(Map<String, long[]> shapes) {
        return shapes.entrySet().stream()
                .map(shape -> shape.getKey() + " " + words(shape.getValue()))
                .collect(Collectors.joining(", "));
    }

    static String words(long... shape) {
        return LongStream.of(shape)
                .mapToObj(length -> length == ANY ? "N" : Long.toString(length))
                .collect(Collectors.joining(" x "));
    }
}

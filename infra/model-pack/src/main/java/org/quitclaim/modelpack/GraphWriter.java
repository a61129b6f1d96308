package org.quitclaim.modelpack;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes one ONNX graph operator by operator, keeping track of channels and sizes.
 *
 * <p><b>Shape</b>: images are NCHW, the batch dimension is free.
 *
 * <p><b>Source</b>: ONNX operator set 17. Tribuo's own operator list has neither Conv nor pooling, hence its protobuf
 * classes directly.
 */
final class GraphWriter {

    private static final int OPERATOR_SET = 17;
    private static final int IR_VERSION = 8;
    private static final String BATCH = "N";
    private static final long FREE = -1;

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private int counter;

    GraphWriter(String name) {
        graph.setName(name);
    }

    Node input(String name, int channels, int size) {
        graph.addInput(valueInfo(name, channels, size, size));
        return new Node(name, channels, size);
    }

    /** Height and width are free, and {@link Node#size} of all that follows is not known. */
    Node inputOfAnySize(String name, int channels) {
        graph.addInput(valueInfo(name, channels, FREE, FREE));
        return new Node(name, channels, 0);
    }

    void output(String name, Node node, long... dimensionsAfterBatch) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Identity")
                .addInput(node.name())
                .addOutput(name));
        graph.addOutput(valueInfo(name, dimensionsAfterBatch));
    }

    void outputOfAnySize(String name, Node node) {
        output(name, node, node.channels(), FREE, FREE);
    }

    /** Stride 1, with {@code padding} zeros on every side. */
    Node convOfAnySize(Node in, Tensor oihw, Tensor bias, int padding) {
        return unsized(node("Conv", in.name(), constant(oihw), constant(bias)), in, oihw, padding, 1);
    }

    /** One group per channel, stride 1, no bias. */
    Node depthwiseOfAnySize(Node in, Tensor oihw, int padding) {
        return unsized(node("Conv", in.name(), constant(oihw)), in, oihw, padding, in.channels());
    }

    private Node unsized(NodeProto.Builder node, Node in, Tensor oihw, int padding, int groups) {
        int kernel = oihw.dimension(2);
        node.addAttribute(ints("kernel_shape", kernel, kernel))
                .addAttribute(ints("pads", padding, padding, padding, padding))
                .addAttribute(integer("group", groups));
        return add(node, oihw.dimension(0), 0);
    }

    /** The largest of each 2 × 2; what is left over at the end counts as whole. */
    Node halveByMaximum(Node in) {
        return maximum(in, 2, 0);
    }

    /** The largest of each 2 × 2, one step at a time, so that the size stays. */
    Node spreadMaximum(Node in) {
        return maximum(in, 1, 1);
    }

    private Node maximum(Node in, int stride, int padAtEnd) {
        NodeProto.Builder node = node("MaxPool", in.name())
                .addAttribute(ints("kernel_shape", 2, 2))
                .addAttribute(ints("strides", stride, stride))
                .addAttribute(ints("pads", 0, 0, padAtEnd, padAtEnd))
                .addAttribute(integer("ceil_mode", 1));
        return add(node, in.channels(), 0);
    }

    Node conv(Node in, Tensor oihw, Tensor bias, int stride, Padding padding) {
        return convolution(in, oihw, bias, stride, padding, 1);
    }

    Node depthwise(Node in, Tensor oihw, Tensor bias, int stride, Padding padding) {
        return convolution(in, oihw, bias, stride, padding, in.channels());
    }

    private Node convolution(Node in, Tensor oihw, Tensor bias, int stride, Padding padding, int groups) {
        int kernel = oihw.dimension(2);
        NodeProto.Builder node = node("Conv", in.name(), constant(oihw), constant(bias))
                .addAttribute(ints("kernel_shape", kernel, kernel))
                .addAttribute(ints("strides", stride, stride))
                .addAttribute(ints("pads", padding.pads(in.size(), kernel, stride)))
                .addAttribute(integer("group", groups));
        return add(node, oihw.dimension(0), padding.outputSize(in.size(), kernel, stride));
    }

    Node pool(String operator, Node in, int kernel, int stride) {
        NodeProto.Builder node = node(operator, in.name())
                .addAttribute(ints("kernel_shape", kernel, kernel))
                .addAttribute(ints("strides", stride, stride));
        return add(node, in.channels(), Padding.VALID.outputSize(in.size(), kernel, stride));
    }

    Node relu(Node in) {
        return add(node("Relu", in.name()), in.channels(), in.size());
    }

    /** A tenth of what is negative. */
    Node leakyRelu(Node in) {
        AttributeProto alpha = AttributeProto.newBuilder()
                .setName("alpha")
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(0.1f)
                .build();
        return add(node("LeakyRelu", in.name()).addAttribute(alpha), in.channels(), in.size());
    }

    /** Limits to 0..6. */
    Node relu6(Node in) {
        String low = constant(new Tensor(new long[0], new float[] {0}));
        String high = constant(new Tensor(new long[0], new float[] {6}));
        return add(node("Clip", in.name(), low, high), in.channels(), in.size());
    }

    Node sum(Node first, Node second) {
        return add(node("Add", first.name(), second.name()), first.channels(), first.size());
    }

    /** Appends zeros: channels at the end, rows at the bottom and columns at the right. */
    Node padEnd(Node in, int channels, int size) {
        if (in.channels() == channels && in.size() == size) {
            return in;
        }
        int moreChannels = channels - in.channels();
        int more = size - in.size();
        String pads = constant(0, 0, 0, 0, 0, moreChannels, more, more);
        return add(node("Pad", in.name(), pads), channels, size);
    }

    /** An operator on the node and constants that keeps what is known of the shape. */
    Node apply(String operator, Node in, Tensor... constants) {
        NodeProto.Builder node = node(operator, in.name());
        for (Tensor constant : constants) {
            node.addInput(constant(constant));
        }
        return add(node, in.channels(), in.size());
    }

    Node elementwise(String operator, Node first, Node second) {
        return add(node(operator, first.name(), second.name()), 0, 0);
    }

    /** NCHW to N × (rows · columns · channels / last) × last, in TensorFlow's NHWC order. */
    Node flattenAsNhwc(Node in, int last) {
        Node nhwc = add(node("Transpose", in.name()).addAttribute(ints("perm", 0, 2, 3, 1)), in.channels(), 0);
        return add(node("Reshape", nhwc.name(), constant(0L, -1L, last)), 0, 0);
    }

    Node concat(int axis, List<Node> parts) {
        NodeProto.Builder node = node("Concat").addAttribute(integer("axis", axis));
        parts.forEach(part -> node.addInput(part.name()));
        return add(node, 0, 0);
    }

    Node slice(Node in, int axis, long from, long to) {
        return add(node("Slice", in.name(), constant(from), constant(to), constant((long) axis)), 0, 0);
    }

    Node globalAverage(Node in) {
        Node pooled = add(node("GlobalAveragePool", in.name()), in.channels(), 1);
        return flatten(pooled);
    }

    Node flatten(Node in) {
        return add(node("Flatten", in.name()), in.channels() * in.size() * in.size(), 0);
    }

    Node dense(Node in, Tensor inOut, Tensor bias) {
        return add(node("Gemm", in.name(), constant(inOut), constant(bias)), inOut.dimension(1), 0);
    }

    byte[] toBytes() {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("quitclaim-model-pack")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private NodeProto.Builder node(String operator, String... inputs) {
        return NodeProto.newBuilder().setOpType(operator).addAllInput(List.of(inputs));
    }

    private Node add(NodeProto.Builder node, int channels, int size) {
        String name = node.getOpType() + "_" + counter++;
        graph.addNode(node.setName(name).addOutput(name));
        return new Node(name, channels, size);
    }

    private String constant(Tensor tensor) {
        ByteBuffer raw =
                ByteBuffer.allocate(tensor.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(tensor.values());
        return initializer(TensorProto.DataType.FLOAT, tensor.shape(), raw);
    }

    private String constant(long... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return initializer(TensorProto.DataType.INT64, new long[] {values.length}, raw);
    }

    private String initializer(TensorProto.DataType type, long[] shape, ByteBuffer raw) {
        String name = "w_" + counter++;
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(raw));
        for (long dimension : shape) {
            tensor.addDims(dimension);
        }
        graph.addInitializer(tensor);
        return name;
    }

    private static AttributeProto ints(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    private static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    private static ValueInfoProto valueInfo(String name, long... dimensionsAfterBatch) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(BATCH));
        for (int axis = 0; axis < dimensionsAfterBatch.length; axis++) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            if (dimensionsAfterBatch[axis] == FREE) {
                dimension.setDimParam(name + axis);
            } else {
                dimension.setDimValue(dimensionsAfterBatch[axis]);
            }
            shape.addDim(dimension);
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}

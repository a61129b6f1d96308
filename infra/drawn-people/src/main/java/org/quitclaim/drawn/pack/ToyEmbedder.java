package org.quitclaim.drawn.pack;

/**
 * A network that makes a face a thumbnail without its mean brightness: nobody's data went into it, and it tells two drawn
 * people apart.
 *
 * <p><b>Shape</b>: {@code data} 1×3×S×S → {@code fc1} 1×588, where S is a multiple of 14.
 *
 * <p><b>Source</b>: the fields of {@code onnx.proto3}, operator set 11.
 */
public record ToyEmbedder(int size) {
    public static final int INPUT_SIZE = 112;
    public static final int DIMENSION = 3 * 14 * 14;

    private static final int IR_VERSION = 6;
    private static final int OPERATOR_SET = 11;
    private static final int FLOAT = 1;
    private static final int TYPE_INT = 2;
    private static final int TYPE_INTS = 7;

    public byte[] toOnnx() {
        int cell = size / 14;
        Message graph = new Message()
                .message(
                        1,
                        node("AveragePool", "small", "data")
                                .message(5, numbers("kernel_shape", cell, cell))
                                .message(5, numbers("strides", cell, cell)))
                .message(1, node("Flatten", "flat", "small").message(5, number("axis", 1)))
                .message(
                        1,
                        node("ReduceMean", "mean", "flat")
                                .message(5, numbers("axes", 1))
                                .message(5, number("keepdims", 1)))
                .message(1, node("Sub", "fc1", "flat", "mean"))
                .text(2, "toy-embedder")
                .message(11, tensor("data", 1, 3, size, size))
                .message(12, tensor("fc1", 1, DIMENSION));
        return new Message()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, OPERATOR_SET))
                .toBytes();
    }

    private static Message node(String operator, String output, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, operator);
    }

    private static Message number(String name, int value) {
        return new Message().text(1, name).number(3, value).number(20, TYPE_INT);
    }

    private static Message numbers(String name, int... values) {
        Message attribute = new Message().text(1, name);
        for (int value : values) {
            attribute.number(8, value);
        }
        return attribute.number(20, TYPE_INTS);
    }

    private static Message tensor(String name, int... shape) {
        Message dimensions = new Message();
        for (int length : shape) {
            dimensions.message(1, new Message().number(1, length));
        }
        return new Message()
                .text(1, name)
                .message(
                        2,
                        new Message().message(1, new Message().number(1, FLOAT).message(2, dimensions)));
    }
}

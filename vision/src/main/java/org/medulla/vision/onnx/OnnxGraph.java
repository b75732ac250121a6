package org.medulla.vision.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.medulla.vision.network.Tensor;

/** An ONNX graph under construction; field numbers are those of onnx.proto3 (github.com/onnx/onnx). */
final class OnnxGraph {
    private static final int FLOAT = 1;
    private static final int HALF = 10;
    private static final int ATTRIBUTE_REAL = 1;
    private static final int ATTRIBUTE_INTEGER = 2;
    private static final int ATTRIBUTE_INTEGERS = 7;

    /**
     * Channels that a network has no use for decay towards zero, and below 1.2e-38 a number of single precision slows some
     * processors down a hundredfold; so does a product of two small ones, hence the distance.
     */
    private static final float TINY = 1e-30f;

    private final ProtobufMessage graph = new ProtobufMessage();

    OnnxGraph(String name) {
        graph.text(2, name);
    }

    /** A node of a graph whose inputs and single output are tensors known by name; attributes follow. */
    static final class Node {
        private final ProtobufMessage message = new ProtobufMessage();

        Node(String operator, List<String> inputs, String output) {
            inputs.forEach(input -> message.text(1, input));
            message.text(2, output).text(3, output).text(4, operator);
        }

        /** Sets an attribute to a number. */
        Node attribute(String name, float value) {
            message.message(
                    5, new ProtobufMessage().text(1, name).real(2, value).integer(20, ATTRIBUTE_REAL));
            return this;
        }

        /** Sets an attribute to an integer. */
        Node attribute(String name, int value) {
            message.message(
                    5, new ProtobufMessage().text(1, name).integer(3, value).integer(20, ATTRIBUTE_INTEGER));
            return this;
        }

        /** Sets an attribute to a list of integers. */
        Node attribute(String name, int... values) {
            ProtobufMessage attribute = new ProtobufMessage().text(1, name);
            Arrays.stream(values).forEach(value -> attribute.integer(8, value));
            message.message(5, attribute.integer(20, ATTRIBUTE_INTEGERS));
            return this;
        }
    }

    /** Appends a node after those it depends on. */
    void add(Node node) {
        graph.message(1, node.message);
    }

    /** Adds a constant tensor; what is nearer to zero than {@value #TINY} becomes zero. */
    void constant(String name, Tensor tensor) {
        ByteBuffer raw =
                ByteBuffer.allocate(tensor.values().remaining() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer target = raw.asFloatBuffer();
        for (FloatBuffer values = tensor.values(); values.hasRemaining(); ) {
            float value = values.get();
            target.put(Math.abs(value) < TINY ? 0 : value);
        }
        constant(name, tensor.shape(), FLOAT, raw.array());
    }

    /** Adds a constant tensor that is kept as 16-bit floats and widened when the graph is loaded. */
    void halfConstant(String name, Tensor tensor) {
        ByteBuffer raw =
                ByteBuffer.allocate(tensor.values().remaining() * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : tensor.toArray()) {
            raw.putShort(Float.floatToFloat16(value));
        }
        String kept = name + ".half";
        constant(kept, tensor.shape(), HALF, raw.array());
        add(new Node("Cast", List.of(kept), name).attribute("to", FLOAT));
    }

    private void constant(String name, List<Integer> shape, int type, byte[] raw) {
        ProtobufMessage message = new ProtobufMessage();
        shape.forEach(size -> message.integer(1, size));
        graph.message(5, message.integer(2, type).text(8, name).bytes(9, raw));
    }

    /** Declares an input; a dimension is a number or the name of an open one. */
    void input(String name, List<String> shape) {
        graph.message(11, value(name, shape));
    }

    /** Declares an output; a dimension is a number or the name of an open one. */
    void output(String name, List<String> shape) {
        graph.message(12, value(name, shape));
    }

    private static ProtobufMessage value(String name, List<String> shape) {
        ProtobufMessage dimensions = new ProtobufMessage();
        for (String size : shape) {
            ProtobufMessage dimension = new ProtobufMessage();
            boolean open = !Character.isDigit(size.charAt(0));
            dimensions.message(1, open ? dimension.text(2, size) : dimension.integer(1, Long.parseLong(size)));
        }
        ProtobufMessage tensor = new ProtobufMessage().integer(1, FLOAT).message(2, dimensions);
        return new ProtobufMessage().text(1, name).message(2, new ProtobufMessage().message(1, tensor));
    }

    /** The finished graph. */
    ProtobufMessage message() {
        return graph;
    }
}

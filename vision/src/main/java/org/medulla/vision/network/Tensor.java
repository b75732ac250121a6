package org.medulla.vision.network;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Numbers with a shape, outside any engine: how weights travel between files, training and ONNX.
 *
 * @param shape the size of each dimension, outermost first
 * @param values the numbers in row-major order; read-only, position 0
 */
public record Tensor(List<Integer> shape, FloatBuffer values) {
    public Tensor {
        shape = List.copyOf(shape);
        values = values.asReadOnlyBuffer().rewind();
        long expected = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (values.remaining() != expected) {
            throw new IllegalArgumentException(
                    "Shape " + shape + " wants " + expected + " values, not " + values.remaining());
        }
    }

    /** Wraps a copy of the values. */
    public static Tensor of(List<Integer> shape, float[] values) {
        return new Tensor(shape, FloatBuffer.wrap(values.clone()));
    }

    /** The read-only numbers, from the start, whoever read them before. */
    @Override
    public FloatBuffer values() {
        return values.duplicate();
    }

    /** A copy of the numbers. */
    public float[] toArray() {
        float[] copy = new float[values.capacity()];
        values().get(copy);
        return copy;
    }
}

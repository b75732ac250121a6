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

    /** Whether 16-bit floats (IEEE 754 binary16) hold every number exactly. */
    public boolean fitsHalf() {
        FloatBuffer left = values();
        while (left.hasRemaining()) {
            float value = left.get();
            if (roundToHalf(value) != value) {
                return false;
            }
        }
        return true;
    }

    /** The same with every number rounded to the nearest 16-bit float. */
    public Tensor roundedToHalf() {
        float[] rounded = toArray();
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = roundToHalf(rounded[i]);
        }
        return new Tensor(shape, FloatBuffer.wrap(rounded));
    }

    /** The nearest 16-bit float; infinite beyond 65,504. */
    public static float roundToHalf(float value) {
        return Float.float16ToFloat(Float.floatToFloat16(value));
    }

    /** A copy of the numbers. */
    public float[] toArray() {
        float[] copy = new float[values.capacity()];
        values().get(copy);
        return copy;
    }
}

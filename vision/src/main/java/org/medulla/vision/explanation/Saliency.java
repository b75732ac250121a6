package org.medulla.vision.explanation;

import java.util.stream.IntStream;

/**
 * How much each pixel of a network's input mattered for a class: [size, size] in row-major order, from 0 (not at all) to 1 (the
 * most). Immutable.
 */
public final class Saliency {
    private final int size;
    private final float[] values;

    private Saliency(int size, float[] values) {
        this.size = size;
        this.values = values;
    }

    /** The map of raw values of any scale: what is negative becomes 0, the highest becomes 1. */
    static Saliency of(int size, float[] raw) {
        if (raw.length != size * size) {
            throw new IllegalArgumentException(raw.length + " values are no square of " + size);
        }
        float highest = 0;
        for (float value : raw) {
            highest = Math.max(highest, value);
        }
        float[] values = new float[raw.length];
        for (int i = 0; i < raw.length && highest > 0; i++) {
            values[i] = Math.max(0, raw[i]) / highest;
        }
        return new Saliency(size, values);
    }

    /** Pixels on each side. */
    public int size() {
        return size;
    }

    /** A copy of the values. */
    public float[] values() {
        return values.clone();
    }

    /**
     * The value at a place, interpolated linearly; beyond the centres of the outermost pixels it stays the same.
     *
     * @param x from 0 at the left edge to 1 at the right one
     * @param y from 0 at the upper edge to 1 at the lower one
     */
    public float at(double x, double y) {
        return Grid.interpolate(values, size, x * size - 0.5, y * size - 0.5);
    }

    /** The pixels from the most to the least salient; of equal ones, that of the lower number first. */
    int[] order() {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Float.compare(values[b], values[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}

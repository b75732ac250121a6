package org.medulla.vision.training;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Pictures ready for the engine. Channels come last in memory, which the engine's convolutions take without reordering.
 */
final class Batch {
    private final int size;
    private final ByteBuffer images;
    private final int[] labels;
    private final float[][] priors;

    /**
     * Takes ownership of the memory and the labels.
     *
     * @param images [labels.length, size, size, 3] as native-order floats in direct memory
     * @param labels the class of each picture
     * @param priors what {@link SourcePriors} say of each picture
     */
    Batch(int size, ByteBuffer images, int[] labels, float[][] priors) {
        this.size = size;
        this.images = images;
        this.labels = labels;
        this.priors = priors;
    }

    /** A batch of pictures whose sources say nothing, which is all that matters where nothing is learned. */
    Batch(int size, ByteBuffer images, int[] labels) {
        this(size, images, labels, new float[labels.length][0]);
    }

    int count() {
        return labels.length;
    }

    int size() {
        return size;
    }

    ByteBuffer images() {
        return images;
    }

    int label(int picture) {
        return labels[picture];
    }

    /** What is added to the logits of a picture, by class; empty for nothing. */
    float[] prior(int picture) {
        return priors[picture];
    }

    /** Bytes that a batch of that shape takes. */
    static int bytes(int count, int size) {
        return Math.multiplyExact(Math.multiplyExact(count, 3 * Float.BYTES), size * size);
    }

    /** A part of it, which shares the memory. */
    Batch part(int from, int to) {
        int each = bytes(1, size);
        return new Batch(
                size,
                images.slice(from * each, (to - from) * each).order(images.order()),
                Arrays.copyOfRange(labels, from, to),
                Arrays.copyOfRange(priors, from, to));
    }
}

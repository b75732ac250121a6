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

    /**
     * Takes ownership of the memory and the labels.
     *
     * @param images [labels.length, size, size, 3] as native-order floats in direct memory
     * @param labels the class of each picture
     */
    Batch(int size, ByteBuffer images, int[] labels) {
        this.size = size;
        this.images = images;
        this.labels = labels;
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
                Arrays.copyOfRange(labels, from, to));
    }
}

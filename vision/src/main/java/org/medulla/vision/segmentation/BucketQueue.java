package org.medulla.vision.segmentation;

import java.util.Arrays;

/** A queue of pixels by whole costs that never fall below the cost last taken out: first in, first out within a cost. */
final class BucketQueue {
    private final int[][] buckets;
    private final int[] filled;
    private final int[] taken;
    private int current;

    /** A queue for costs from 0 to below a bound. */
    BucketQueue(int bound) {
        buckets = new int[bound][16];
        filled = new int[bound];
        taken = new int[bound];
    }

    void add(int pixel, int cost) {
        if (filled[cost] == buckets[cost].length) {
            buckets[cost] = Arrays.copyOf(buckets[cost], 2 * filled[cost]);
        }
        buckets[cost][filled[cost]++] = pixel;
    }

    /** Whether a pixel is left; the next one has the least cost of all. */
    boolean hasNext() {
        while (current < buckets.length && taken[current] == filled[current]) {
            current++;
        }
        return current < buckets.length;
    }

    /** The cost of the next pixel, after {@link #hasNext()} said that there is one. */
    int cost() {
        return current;
    }

    int next() {
        return buckets[current][taken[current]++];
    }
}

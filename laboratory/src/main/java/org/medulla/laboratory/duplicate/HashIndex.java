package org.medulla.laboratory.duplicate;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.medulla.vision.image.PerceptualHash;

/**
 * Fingerprints by their four parts of 16 bits. Two that differ in few bits differ in hardly any within one of their parts, so that only
 * those that share a part but for these are compared (Norouzi, Punjani, Fleet, multi-index hashing, CVPR 2012).
 */
final class HashIndex {
    private static final int PARTS = 4;
    private static final int BITS = Long.SIZE / PARTS;
    private static final int VALUES = 1 << BITS;
    private static final int NONE = -1;

    private final long[] hashes;
    private final int[][] first = new int[PARTS][VALUES];
    private final int[][] next;

    HashIndex(long[] hashes) {
        this.hashes = hashes.clone();
        this.next = new int[PARTS][hashes.length];
        for (int part = 0; part < PARTS; part++) {
            Arrays.fill(first[part], NONE);
            for (int place = 0; place < hashes.length; place++) {
                int value = part(hashes[place], part);
                next[part][place] = first[part][value];
                first[part][value] = place;
            }
        }
    }

    /** The places of the fingerprints that differ from one in at most so many bits in some view, with that number. */
    Map<Integer, Integer> within(long hash, int bits) {
        int[] masks = IntStream.range(0, VALUES)
                .filter(mask -> Integer.bitCount(mask) <= bits / PARTS)
                .toArray();
        Map<Integer, Integer> found = new TreeMap<>();
        for (long view : PerceptualHash.inAllViews(hash)) {
            forEachSharing(view, masks, place -> {
                int distance = PerceptualHash.distance(view, hashes[place]);
                if (distance <= bits) {
                    found.merge(place, distance, Math::min);
                }
            });
        }
        return found;
    }

    private void forEachSharing(long hash, int[] masks, IntConsumer consumer) {
        for (int part = 0; part < PARTS; part++) {
            int value = part(hash, part);
            for (int mask : masks) {
                for (int place = first[part][value ^ mask]; place != NONE; place = next[part][place]) {
                    consumer.accept(place);
                }
            }
        }
    }

    private static int part(long hash, int part) {
        return (int) (hash >>> (part * BITS)) & (VALUES - 1);
    }
}

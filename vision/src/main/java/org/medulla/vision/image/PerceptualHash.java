package org.medulla.vision.image;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A 64-bit fingerprint of what a picture looks like: the signs of its 64 lowest cosine frequencies. Copies that differ by
 * re-encoding, scale or brightness have fingerprints that differ in a few bits; unrelated pictures differ in about 32.
 *
 * <p>The grey picture (ITU-R BT.601) is averaged to 32 x 32 pixels and transformed by the DCT of type II; each of the 8 x 8
 * lowest coefficients but the mean gives one bit, set where it exceeds their median. Bit 63 belongs to the mean and is 0 (Zauner,
 * Implementation and benchmarking of perceptual image hash functions, 2010).
 */
public final class PerceptualHash {
    private static final int SIDE = 32;
    private static final int KEPT = 8;
    private static final int VIEWS = 8;
    private static final double[][] COSINES = cosines();

    private PerceptualHash() {}

    /** The fingerprint of an image. */
    public static long of(RgbImage image) {
        RgbImage small = image.resize(SIDE, SIDE);
        double[] grey = new double[SIDE * SIDE];
        for (int i = 0; i < grey.length; i++) {
            int at = i * RgbImage.CHANNELS;
            grey[i] = 0.299 * small.value(at) + 0.587 * small.value(at + 1) + 0.114 * small.value(at + 2);
        }
        double[] frequencies = lowest(grey);
        double[] sorted = Arrays.copyOfRange(frequencies, 1, frequencies.length);
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        long bits = 0;
        for (int i = 1; i < frequencies.length; i++) {
            bits = (bits << 1) | (frequencies[i] > median ? 1 : 0);
        }
        return bits;
    }

    /** In how many of the 64 bits two fingerprints differ. */
    public static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }

    /**
     * The fingerprints that the same picture would have in each of the eight views by flips and quarter turns, itself first: a flip
     * changes the signs of the odd frequencies, and a transposition exchanges the axes. They are right but for the few bits whose frequency lies
     * near the median.
     */
    public static List<Long> inAllViews(long fingerprint) {
        return IntStream.range(0, VIEWS)
                .mapToObj(view -> inView(fingerprint, view))
                .toList();
    }

    /** In how many bits two fingerprints differ in that one of the eight views in which they differ least. */
    public static int distanceInAnyView(long one, long other) {
        int least = Long.SIZE;
        for (int view = 0; view < VIEWS; view++) {
            least = Math.min(least, distance(inView(one, view), other));
        }
        return least;
    }

    private static long inView(long fingerprint, int view) {
        boolean transposed = (view & 4) != 0;
        long turned = 0;
        for (int i = 1; i < KEPT * KEPT; i++) {
            int v = i / KEPT;
            int u = i % KEPT;
            int from = transposed ? u * KEPT + v : i;
            boolean flipped = ((view & 1) != 0 && u % 2 == 1) ^ ((view & 2) != 0 && v % 2 == 1);
            long bit = fingerprint >>> (Long.SIZE - 1 - from) & 1;
            turned |= (flipped ? 1 - bit : bit) << (Long.SIZE - 1 - i);
        }
        return turned;
    }

    private static double[] lowest(double[] grey) {
        double[] rows = new double[SIDE * KEPT];
        for (int y = 0; y < SIDE; y++) {
            for (int u = 0; u < KEPT; u++) {
                double sum = 0;
                for (int x = 0; x < SIDE; x++) {
                    sum += COSINES[u][x] * grey[y * SIDE + x];
                }
                rows[y * KEPT + u] = sum;
            }
        }
        double[] result = new double[KEPT * KEPT];
        for (int v = 0; v < KEPT; v++) {
            for (int u = 0; u < KEPT; u++) {
                double sum = 0;
                for (int y = 0; y < SIDE; y++) {
                    sum += COSINES[v][y] * rows[y * KEPT + u];
                }
                result[v * KEPT + u] = sum;
            }
        }
        return result;
    }

    private static double[][] cosines() {
        double[][] table = new double[KEPT][SIDE];
        for (int u = 0; u < KEPT; u++) {
            for (int x = 0; x < SIDE; x++) {
                table[u][x] = Math.cos(Math.PI * u * (2 * x + 1) / (2.0 * SIDE));
            }
        }
        return table;
    }
}

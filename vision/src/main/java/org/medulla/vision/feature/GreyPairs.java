package org.medulla.vision.feature;

import java.util.Arrays;

/**
 * How often grey levels lie beside one another in a region: the co-occurrence matrix of 16 levels, symmetric and summed over
 * the four directions, with Haralick's measures (Haralick RM, Shanmugam K, Dinstein I, IEEE Transactions on Systems, Man, and
 * Cybernetics 1973;3:610-621). Levels run from two deviations below the region's mean to two above, so that the strength of the
 * stain does not count.
 *
 * @param contrast mean square of the difference of levels
 * @param correlation of the two levels, -1 to 1; 0 where all levels are equal
 * @param homogeneity mean of 1 / (1 + square of the difference)
 * @param energy sum of squared shares
 * @param entropy of the shares, in nats
 */
record GreyPairs(double contrast, double correlation, double homogeneity, double energy, double entropy) {
    static final int LEVELS = 16;
    private static final double DEVIATIONS = 2;
    private static final byte OUTSIDE = -1;

    /** The measures of a map over pixels, for pairs so many pixels apart across, down or both. */
    static GreyPairs of(float[] map, int[] pixels, int width, int height, int distance) {
        byte[] levels = levels(map, pixels, width * height);
        double[][] counts = new double[LEVELS][LEVELS];
        double total = 0;
        for (int i : pixels) {
            int x = i % width;
            int y = Math.floorDiv(i, width);
            boolean right = x + distance < width;
            boolean down = y + distance < height;
            boolean back = x - distance >= 0;
            total += right ? count(levels, i, i + distance, counts) : 0;
            total += down ? count(levels, i, i + distance * width, counts) : 0;
            total += right && down ? count(levels, i, i + distance * width + distance, counts) : 0;
            total += back && down ? count(levels, i, i + distance * width - distance, counts) : 0;
        }
        return total == 0 ? new GreyPairs(0, 0, 1, 1, 0) : measure(counts, total);
    }

    private static byte[] levels(float[] map, int[] pixels, int size) {
        Spread spread = Spread.of(map, pixels);
        double low = spread.mean() - DEVIATIONS * spread.deviation();
        double step = Math.max(1e-6, 2 * DEVIATIONS * spread.deviation() / LEVELS);
        byte[] levels = new byte[size];
        Arrays.fill(levels, OUTSIDE);
        for (int i : pixels) {
            levels[i] = (byte) Math.clamp((int) ((map[i] - low) / step), 0, LEVELS - 1);
        }
        return levels;
    }

    private static int count(byte[] levels, int one, int other, double[][] counts) {
        if (levels[other] == OUTSIDE) {
            return 0;
        }
        counts[levels[one]][levels[other]]++;
        counts[levels[other]][levels[one]]++;
        return 2;
    }

    private static GreyPairs measure(double[][] counts, double total) {
        double contrast = 0;
        double homogeneity = 0;
        double energy = 0;
        double entropy = 0;
        double mean = 0;
        double squares = 0;
        double product = 0;
        for (int a = 0; a < LEVELS; a++) {
            for (int b = 0; b < LEVELS; b++) {
                double share = counts[a][b] / total;
                double gap = (a - b) * (a - b);
                contrast += share * gap;
                homogeneity += share / (1 + gap);
                energy += share * share;
                entropy -= share > 0 ? share * Math.log(share) : 0;
                mean += share * a;
                squares += share * a * a;
                product += share * a * b;
            }
        }
        double variance = squares - mean * mean;
        return new GreyPairs(
                contrast, variance < 1e-9 ? 0 : (product - mean * mean) / variance, homogeneity, energy, entropy);
    }
}

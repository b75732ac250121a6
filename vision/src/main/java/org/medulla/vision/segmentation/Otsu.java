package org.medulla.vision.segmentation;

/**
 * The threshold that parts weighted numbers into two groups with the least variance within them (Otsu N, IEEE Transactions on
 * Systems, Man, and Cybernetics 1979;9:62-66).
 */
final class Otsu {
    private static final int BINS = 256;

    private final float low;
    private final float high;
    private final double[] weights = new double[BINS];

    /** Collects numbers between two bounds; what lies outside counts as the bound. */
    Otsu(float low, float high) {
        this.low = low;
        this.high = high;
    }

    /** Adds a number with a weight. */
    void add(float value, float weight) {
        int bin = (int) ((value - low) / (high - low) * BINS);
        weights[Math.clamp(bin, 0, BINS - 1)] += weight;
    }

    /**
     * Where the numbers part.
     *
     * @param threshold numbers above it belong to the upper group
     * @param lowerMean mean of the lower group
     * @param upperMean mean of the upper group
     * @param separability share of the variance that lies between the groups, 0 to 1
     */
    record Parting(float threshold, float lowerMean, float upperMean, float separability) {}

    /** The best parting; of equally good ones the middle. */
    Parting part() {
        double total = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < BINS; i++) {
            total += weights[i];
            sum += weights[i] * i;
            squares += weights[i] * i * i;
        }
        if (total == 0) {
            return new Parting((low + high) / 2, low, high, 0);
        }
        double variance = squares / total - sum / total * sum / total;
        double best = -1;
        int first = 0;
        int last = 0;
        double below = 0;
        double sumBelow = 0;
        double lower = 0;
        double upper = 0;
        for (int i = 0; i < BINS - 1; i++) {
            below += weights[i];
            sumBelow += weights[i] * i;
            double above = total - below;
            if (below == 0 || above <= 0) {
                continue;
            }
            double gap = sumBelow / below - (sum - sumBelow) / above;
            double between = below / total * (above / total) * gap * gap;
            if (between > best * (1 + 1e-12)) {
                best = between;
                first = i;
                lower = sumBelow / below;
                upper = (sum - sumBelow) / above;
            }
            if (between >= best * (1 - 1e-12)) {
                last = i;
            }
        }
        float middle = (first + last) / 2f + 1;
        return new Parting(value(middle), value((float) lower + 0.5f), value((float) upper + 0.5f), (float)
                (variance <= 0 ? 0 : Math.max(0, best) / variance));
    }

    private float value(float bin) {
        return low + bin * (high - low) / BINS;
    }
}

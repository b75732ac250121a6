package org.medulla.vision.preprocessing;

/** Which source pixels along one axis make up each target pixel, and with what weights (which sum to 1 for each target). */
final class AxisWeights {
    private final int length;
    private final double side;
    private final int size;
    private final int[] firsts;
    private final int[] sources;
    private final float[] weights;

    private AxisWeights(int length, double side, int size, int[] firsts, int[] sources, float[] weights) {
        this.length = length;
        this.side = side;
        this.size = size;
        this.firsts = firsts;
        this.sources = sources;
        this.weights = weights;
    }

    /**
     * The weights for {@code size} target pixels over a stretch of {@code side} source pixels centred on an axis of
     * {@code length}.
     */
    static AxisWeights of(int length, double side, int size) {
        double step = side / size;
        double support = Math.max(step, 1);
        int most = (int) Math.ceil(support) + 2;
        int[] firsts = new int[size + 1];
        int[] sources = new int[size * most];
        float[] weights = new float[size * most];
        int taps = 0;
        for (int target = 0; target < size; target++) {
            firsts[target] = taps;
            double centre = (length - side) / 2 + (target + 0.5) * step;
            int start = (int) Math.floor(centre - support / 2 - 0.5);
            int first = taps;
            double sum = 0;
            for (int pixel = start; pixel < start + most; pixel++) {
                double weight = step > 1 ? overlap(pixel, centre, step) : 1 - Math.abs(pixel + 0.5 - centre);
                if (weight > 0) {
                    sources[taps] = mirrored(pixel, length);
                    weights[taps++] = (float) weight;
                    sum += weight;
                }
            }
            for (int tap = first; tap < taps; tap++) {
                weights[tap] /= (float) sum;
            }
        }
        firsts[size] = taps;
        return new AxisWeights(length, side, size, firsts, sources, weights);
    }

    /** Whether these are the weights that {@link #of} gives for the same numbers. */
    boolean isOf(int otherLength, double otherSide, int otherSize) {
        return length == otherLength && side == otherSide && size == otherSize;
    }

    private static double overlap(int pixel, double centre, double step) {
        return Math.min(pixel + 1, centre + step / 2) - Math.max(pixel, centre - step / 2);
    }

    /** The pixel inside the axis that stands for one beyond its end. */
    private static int mirrored(int pixel, int length) {
        int period = Math.floorMod(pixel, 2 * length);
        return period < length ? period : 2 * length - 1 - period;
    }

    /** The first tap of a target pixel; that of the next one ends it. */
    int first(int target) {
        return firsts[target];
    }

    int source(int tap) {
        return sources[tap];
    }

    float weight(int tap) {
        return weights[tap];
    }
}

package org.medulla.vision.familiarity;

import java.util.Arrays;

/**
 * Where the values of known cells lie.
 *
 * @param middle their median
 * @param unit half the distance between their 16th and 84th percentiles, the standard deviation of normal values; above 0
 */
public record Spread(double middle, double unit) {
    /** Known cells that are all alike would make any other infinitely odd. */
    private static final double LEAST_UNIT = 0.05;

    private static final double LOW = 0.16;
    private static final double HIGH = 0.84;

    public Spread {
        if (!Double.isFinite(middle) || !(unit > 0) || !Double.isFinite(unit)) {
            throw new IllegalArgumentException("Values lie around " + middle + ", " + unit + " apart?");
        }
    }

    /** The spread of these values, at least one. */
    static Spread of(double[] values) {
        double[] rising = values.clone();
        Arrays.sort(rising);
        return new Spread(
                quantile(rising, 0.5), Math.max(LEAST_UNIT, (quantile(rising, HIGH) - quantile(rising, LOW)) / 2));
    }

    private static double quantile(double[] rising, double share) {
        double at = share * (rising.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, rising.length - 1);
        return rising[below] + (at - below) * (rising[above] - rising[below]);
    }

    /** How many units a value lies above the middle. */
    double above(double value) {
        return (value - middle) / unit;
    }
}

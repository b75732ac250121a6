package org.medulla.cytology.differential;

import java.util.Optional;

/**
 * How many cells of one kind there are to each cell of another, with its 95 % interval.
 *
 * <p>Given the cells of both kinds together, the first kind is a binomial count among them; the Wilson interval of that share
 * {@code p} becomes the interval of the ratio by {@code p / (1 - p)}. Cells of other kinds, and so the length of the
 * count, do not matter.
 *
 * @param numerator cells of the first kind
 * @param denominator cells of the second kind
 * @param value the ratio; infinite when the denominator is 0
 * @param low lower end of the interval, from 0
 * @param high upper end of the interval; infinite when the denominator is 0
 */
public record Ratio(long numerator, long denominator, double value, double low, double high) {
    /** The ratio of two counts; none when both are 0. */
    public static Optional<Ratio> of(long numerator, long denominator) {
        long both = numerator + denominator;
        if (both == 0) {
            return Optional.empty();
        }
        Share share = Wilson.interval(numerator, both);
        double value = denominator == 0 ? Double.POSITIVE_INFINITY : (double) numerator / denominator;
        return Optional.of(new Ratio(
                numerator,
                denominator,
                value,
                Math.min(odds(share.low()), value),
                denominator == 0 ? Double.POSITIVE_INFINITY : Math.max(odds(share.high()), value)));
    }

    private static double odds(double share) {
        return share / (1 - share);
    }
}

package org.medulla.cytology.evaluation;

import java.util.Arrays;
import java.util.Optional;

/**
 * A figure over the folds of a cross-validation.
 *
 * @param mean of the folds that define the figure
 * @param deviation their standard deviation with n - 1; 0 for a single fold, of which it says nothing
 * @param folds how many folds define the figure, at least 1
 */
public record Spread(double mean, double deviation, int folds) {
    public Spread {
        if (!Double.isFinite(mean) || !(deviation >= 0) || folds < 1) {
            throw new IllegalArgumentException("No spread: " + mean + " ± " + deviation + " over " + folds);
        }
    }

    /** The spread of the values that are numbers; empty where none is. */
    public static Optional<Spread> of(double... values) {
        double[] defined = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        if (defined.length == 0) {
            return Optional.empty();
        }
        double mean = Arrays.stream(defined).average().orElseThrow();
        double squares =
                Arrays.stream(defined).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = defined.length == 1 ? 0 : Math.sqrt(squares / (defined.length - 1));
        return Optional.of(new Spread(mean, deviation, defined.length));
    }
}

package org.medulla.cytology.evaluation;

/**
 * A figure with its 95 % interval.
 *
 * @param value the figure on the cells that were evaluated
 * @param low the lower end of the interval
 * @param high the upper end of the interval, not below {@code low}
 */
public record Estimate(double value, double low, double high) {
    /** Refuses what is no number and an interval that is upside down. */
    public Estimate {
        if (!Double.isFinite(value) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException(
                    "An estimate needs finite numbers, not " + value + " (" + low + " to " + high + ").");
        }
        if (low > high) {
            throw new IllegalArgumentException("An interval from " + low + " to " + high + " is upside down.");
        }
    }

    /** Whether the interval holds this value, its ends included. */
    public boolean covers(double truth) {
        return low <= truth && truth <= high;
    }
}

package org.medulla.cytology.differential;

import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;

/**
 * A share of cells with its 95 % interval.
 *
 * @param value the share itself, from 0 to 1
 * @param low lower end of the interval, at most the value
 * @param high upper end of the interval, at least the value
 */
public record Share(double value, double low, double high) {
    public Share {
        if (!(0 <= low && low <= value && value <= high && high <= 1)) {
            throw new MedullaException(
                    ErrorCode.INTERNAL,
                    "A share needs 0 <= low <= value <= high <= 1, but got %s, %s and %s; report this as a bug."
                            .formatted(low, value, high));
        }
    }

    /** The same share with an interval that also spans the other's. */
    Share spanning(Share other) {
        return new Share(value, Math.min(low, other.low), Math.max(high, other.high));
    }
}

package org.medulla.cytology.differential;

/**
 * A quantity of a differential beside its normal range.
 *
 * @param range the normal range
 * @param value the quantity, in the unit of the range (percent, or a ratio)
 * @param low lower end of its 95 % interval
 * @param high upper end of its 95 % interval
 * @param standing where the interval stands to the range
 */
public record RangeFinding(NormalRange range, double value, double low, double high, Standing standing) {
    static RangeFinding of(NormalRange range, double value, double low, double high) {
        return new RangeFinding(range, value, low, high, Standing.of(low, high, range.low(), range.high()));
    }
}

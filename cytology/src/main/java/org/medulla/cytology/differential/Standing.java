package org.medulla.cytology.differential;

/** Where a value stands to a normal range, given its interval. */
public enum Standing {
    /** The whole interval lies below the range. */
    BELOW,
    /** The whole interval lies in the range. */
    WITHIN,
    /** The whole interval lies above the range. */
    ABOVE,
    /** The interval crosses an end of the range: more cells would have to be counted to say. */
    UNDECIDED;

    /** Where an interval stands to a range, both with their ends. */
    static Standing of(double low, double high, double rangeLow, double rangeHigh) {
        if (high < rangeLow) {
            return BELOW;
        }
        if (low > rangeHigh) {
            return ABOVE;
        }
        return low >= rangeLow && high <= rangeHigh ? WITHIN : UNDECIDED;
    }
}

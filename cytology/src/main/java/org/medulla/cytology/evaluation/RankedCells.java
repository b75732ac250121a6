package org.medulla.cytology.evaluation;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** The cells in rising order of one class's probability, sorted once so that many weighted samples can be ranked fast. */
final class RankedCells {
    /** The cell belongs to the class. */
    private static final int POSITIVE = 1 << 31;
    /** The next cell has a higher probability. */
    private static final int LAST_OF_TIES = 1 << 30;

    private static final int CELL = LAST_OF_TIES - 1;

    private final int[] ranked;

    RankedCells(int cells, IntToDoubleFunction probability, IntPredicate positive) {
        ranked = rising(cells, probability);
        for (int rank = 0; rank < cells; rank++) {
            int cell = ranked[rank];
            boolean last =
                    rank + 1 == cells || probability.applyAsDouble(ranked[rank + 1]) > probability.applyAsDouble(cell);
            ranked[rank] = cell | (last ? LAST_OF_TIES : 0) | (positive.test(cell) ? POSITIVE : 0);
        }
    }

    /** The numbers of the cells, by rising probability (a float that is not negative), equal ones by their number. */
    static int[] rising(int cells, IntToDoubleFunction probability) {
        long[] keys = new long[cells];
        for (int cell = 0; cell < cells; cell++) {
            float positiveZero = (float) probability.applyAsDouble(cell) + 0.0f;
            keys[cell] = (long) Float.floatToIntBits(positiveZero) << 32 | cell;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /**
     * Area under the receiver operating characteristic by the statistic of Mann and Whitney: the share of pairs of a cell of
     * the class and another cell in which the former has the higher probability, ties counting half.
     *
     * @param weights how often each cell is in the sample
     * @return {@code NaN} where all or none of the sampled cells belong to the class
     */
    double rocAuc(int[] weights) {
        long below = 0;
        long positives = 0;
        long doubledWins = 0;
        long tiedNegatives = 0;
        long tiedPositives = 0;
        for (int entry : ranked) {
            int weight = weights[entry & CELL];
            if ((entry & POSITIVE) != 0) {
                tiedPositives += weight;
            } else {
                tiedNegatives += weight;
            }
            if ((entry & LAST_OF_TIES) != 0) {
                doubledWins += tiedPositives * (2 * below + tiedNegatives);
                below += tiedNegatives;
                positives += tiedPositives;
                tiedNegatives = 0;
                tiedPositives = 0;
            }
        }
        return positives == 0 || below == 0 ? Double.NaN : doubledWins / (2.0 * positives * below);
    }
}

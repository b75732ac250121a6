package org.medulla.vision.familiarity;

import java.util.List;

/** Whether rows of numbers are scattered about zero or about somewhere else. */
final class Shift {
    private Shift() {}

    /**
     * The variance that the mean of the rows shows, over the variance that it would have by chance: Hotelling's statistic with the
     * covariance taken to be the identity times a number.
     *
     * @param rows at least two, of one length
     * @return about 1 for rows about zero; 0 where all rows are zero
     */
    static double ratio(List<double[]> rows) {
        int count = rows.size();
        double shifted = 0;
        double scattered = 0;
        for (int column = 0; column < rows.getFirst().length; column++) {
            double mean = 0;
            for (double[] row : rows) {
                mean += row[column] / count;
            }
            shifted += count * mean * mean;
            for (double[] row : rows) {
                scattered += (row[column] - mean) * (row[column] - mean) / (count - 1);
            }
        }
        return shifted == 0 ? 0 : shifted / scattered;
    }
}

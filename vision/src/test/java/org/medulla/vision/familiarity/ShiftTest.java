package org.medulla.vision.familiarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShiftTest {
    /** By hand: means 2 and 0, so that 3 x 4 is shifted; variances 1 and 3 are scattered. */
    @Test
    void theRatioIsThatOfTheVarianceOfTheMeanToTheOneByChance() {
        List<double[]> rows = List.of(new double[] {1, 1}, new double[] {2, 1}, new double[] {3, -2});
        assertThat(Shift.ratio(rows)).isCloseTo(12.0 / 4, within(1e-12));
    }

    @Test
    void rowsAboutZeroHaveARatioOfOneOnAverageAndShiftedOnesMore() {
        SplittableRandom random = new SplittableRandom(7);
        double about = 0;
        double shifted = 0;
        for (int trial = 0; trial < 400; trial++) {
            about += Shift.ratio(rows(random, 0)) / 400;
            shifted += Shift.ratio(rows(random, 0.5)) / 400;
        }
        // A shift by half a standard deviation along each of 12 directions adds 24 / 4 to the variance of the mean.
        assertThat(about).isCloseTo(1, within(0.05));
        assertThat(shifted).isCloseTo(7, within(0.3));
    }

    @Test
    void rowsOfZerosAreNotShifted() {
        assertThat(Shift.ratio(List.of(new double[3], new double[3]))).isZero();
    }

    private static List<double[]> rows(SplittableRandom random, double mean) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            double[] row = new double[12];
            for (int column = 0; column < row.length; column++) {
                row[column] = mean + random.nextGaussian();
            }
            rows.add(row);
        }
        return rows;
    }
}

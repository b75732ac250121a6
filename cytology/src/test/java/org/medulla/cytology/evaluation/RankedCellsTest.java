package org.medulla.cytology.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankedCellsTest {
    @Property(tries = 300)
    void rocAucIsTheShareOfPairsInTheRightOrder(@ForAll @IntRange(min = 2, max = 50) int size, @ForAll long seed) {
        Sample sample = new Sample(size, seed);
        double wins = 0;
        double pairs = 0;
        for (int cell = 0; cell < size; cell++) {
            for (int other = 0; other < size; other++) {
                if (sample.positive[cell] && !sample.positive[other]) {
                    double weight = (double) sample.weight[cell] * sample.weight[other];
                    pairs += weight;
                    wins += weight * (1 + Math.signum(sample.probability[cell] - sample.probability[other])) / 2;
                }
            }
        }

        double area = sample.ranked(1).rocAuc(sample.weight);

        if (pairs == 0) {
            assertThat(area).isNaN();
        } else {
            assertThat(area).isCloseTo(wins / pairs, within(1e-12));
        }
    }

    @Property(tries = 100)
    void reversingTheProbabilitiesMirrorsTheArea(@ForAll @IntRange(min = 2, max = 50) int size, @ForAll long seed) {
        Sample sample = new Sample(size, seed);
        double area = sample.ranked(1).rocAuc(sample.weight);

        assertThat(sample.ranked(-1).rocAuc(sample.weight)).isEqualTo(1 - area, within(1e-12));
    }

    @Test
    void equalProbabilitiesGiveOneHalf() {
        RankedCells ranked = new RankedCells(4, _ -> 0.25, cell -> cell < 1);

        assertThat(ranked.rocAuc(new int[] {1, 1, 1, 1})).isEqualTo(0.5);
    }

    /** Eighths as probabilities, so that many are equal and mirroring them is exact. */
    private static final class Sample {
        private final double[] probability;
        private final boolean[] positive;
        private final int[] weight;

        Sample(int size, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            probability = random.ints(size, 0, 9)
                    .mapToDouble(eighths -> eighths / 8.0)
                    .toArray();
            weight = random.ints(size, 0, 3).toArray();
            positive = new boolean[size];
            for (int cell = 0; cell < size; cell++) {
                positive[cell] = random.nextInt(3) == 0;
            }
        }

        RankedCells ranked(int sign) {
            return new RankedCells(
                    probability.length,
                    cell -> sign > 0 ? probability[cell] : 1 - probability[cell],
                    cell -> positive[cell]);
        }
    }
}

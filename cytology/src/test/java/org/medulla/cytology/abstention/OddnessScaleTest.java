package org.medulla.cytology.abstention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OddnessScaleTest {
    @Property(tries = 200)
    void itSaysOfAKnownCellWhichShareOfTheOthersItExceeds(
            @ForAll long seed, @ForAll @IntRange(min = 200, max = 500) int cells) {
        double[] scores = new SplittableRandom(seed).doubles(cells, -7, 9).toArray();
        OddnessScale scale = OddnessScale.of(scores);
        Arrays.sort(scores);
        for (int rank = cells / 100; rank < cells - cells / 100; rank++) {
            assertThat(scale.at(scores[rank])).isCloseTo((rank + 0.5) / cells, within(0.011));
        }
    }

    @Property(tries = 200)
    void itKeepsEveryRankingAlsoBeyondTheKnownCells(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int cells) {
        SplittableRandom random = new SplittableRandom(seed);
        OddnessScale scale = OddnessScale.of(random.doubles(cells).toArray());
        double lower = -1;
        for (double score = -1; score < 3; score += random.nextDouble(0.001, 0.2)) {
            if (score > -1) {
                assertThat(scale.at(score)).isGreaterThan(scale.at(lower)).isPositive();
            }
            lower = score;
        }
    }

    /** numpy.quantile(x, [0.005, 0.495, 0.505, 0.995], method="hazen") of the squares of 0 to 50. */
    @Test
    void itsQuantilesAreThoseOfAnotherProgram() {
        double[] squares = new double[51];
        for (int i = 0; i < 51; i++) {
            squares[i] = (double) i * i;
        }
        List<Double> quantiles = OddnessScale.of(squares).quantiles();
        assertThat(quantiles.get(0)).isCloseTo(0, within(1e-9));
        assertThat(quantiles.get(49)).isCloseTo(612.505, within(1e-9));
        assertThat(quantiles.get(50)).isCloseTo(638.005, within(1e-9));
        assertThat(quantiles.get(99)).isCloseTo(2500, within(1e-9));
    }

    @Test
    void twiceAsFarFromTheMiddleAsTheHighestKnownCellIsOneAndAHalf() {
        OddnessScale scale = OddnessScale.of(new double[] {0, 10, 20});
        assertThat(scale.at(10)).isCloseTo(0.5, within(1e-9));
        assertThat(scale.at(20)).isCloseTo(0.995, within(1e-9));
        assertThat(scale.at(30)).isCloseTo(1.495, within(1e-9));
        assertThat(scale.at(40)).isCloseTo(1.995, within(1e-9));
    }

    @Test
    void farBelowKnownCellsThatLieCloseTogetherItStillRanks() {
        OddnessScale scale = OddnessScale.of(new double[] {0.5, 0.5001});
        assertThat(scale.at(-10)).isPositive().isLessThan(scale.at(-9));
        assertThat(scale.at(0.5 - 0.00005)).isCloseTo(0.0025, within(1e-9));
    }

    @Test
    void cellsThatAllScoreAlikeStillTellHigherFromLower() {
        OddnessScale scale = OddnessScale.of(new double[] {3, 3, 3});
        assertThat(scale.at(2)).isLessThan(scale.at(3));
        assertThat(scale.at(4)).isGreaterThan(scale.at(3));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> OddnessScale.of(new double[0])).hasMessageContaining("known cell");
        assertThatThrownBy(() -> new OddnessScale(List.of(1.0))).hasMessageContaining("100 finite");
    }
}

package org.medulla.cytology.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    @Test
    void aSmallExampleGivesTheBinsAndTheErrorComputedByHand() {
        Scores scores = Scores.builder(List.of("BLA", "LYT"))
                .add("BLA", TestScores.row(0.75, 0.25))
                .add("LYT", TestScores.row(0.75, 0.25))
                .add("LYT", TestScores.row(0.0, 1.0))
                .build();

        Reliability reliability = Reliability.of(scores);

        assertThat(reliability.bins())
                .containsExactly(
                        new Reliability.Bin(11 / 15.0, 12 / 15.0, 2, 0.75, 0.5),
                        new Reliability.Bin(14 / 15.0, 1, 1, 1, 1));
        assertThat(reliability.expectedCalibrationError()).isCloseTo(2.0 / 3 * 0.25, within(1e-12));
    }

    @Property(tries = 200)
    void everyCellIsInTheBinOfItsConfidence(@ForAll @IntRange(min = 1, max = 60) int size, @ForAll long seed) {
        Reliability reliability = Reliability.of(TestScores.scores(TestScores.random(size, seed)));

        assertThat(reliability.bins().stream().mapToLong(Reliability.Bin::count).sum())
                .isEqualTo(size);
        assertThat(reliability.bins()).allSatisfy(bin -> {
            assertThat(bin.meanProbability()).isGreaterThan(bin.low()).isLessThanOrEqualTo(bin.high());
            assertThat(bin.shareRight()).isBetween(0.0, 1.0);
        });
        assertThat(reliability.expectedCalibrationError()).isBetween(0.0, 1.0);
    }
}

package org.medulla.cytology.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.MedullaException;

class BetaPosteriorTest {
    /** From the recurrences of the incomplete beta function at half-integers, in decimals of 80 digits. */
    @Test
    void theProbabilityOfAThresholdIsThatOfJeffreysPosterior() {
        assertProbability(0, 10, 0.1, 0.141553091812886);
        assertProbability(3, 10, 0.2, 0.794557341526309);
        assertProbability(19, 100, 0.2, 0.410585896812560);
        assertProbability(80, 500, 0.2, 0.011124696933297);
        assertProbability(100, 500, 0.2, 0.504466597560845);
        assertProbability(110, 500, 0.2, 0.867697669369280);
        assertProbability(25, 500, 0.05, 0.512337505601581);
        assertProbability(60, 300, 0.1, 0.999999891012943);
    }

    @Property
    void aHigherThresholdIsLessProbable(
            @ForAll @IntRange(max = 500) int hits,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        BetaPosterior posterior = BetaPosterior.of(hits, 500);
        assertThat(posterior.probabilityAtLeast(Math.min(one, other)))
                .isGreaterThanOrEqualTo(posterior.probabilityAtLeast(Math.max(one, other)) - 1e-12);
    }

    @Property
    void moreHitsMakeAThresholdMoreProbable(
            @ForAll @IntRange(max = 499) int hits, @ForAll @DoubleRange(min = 0, max = 1) double threshold) {
        assertThat(BetaPosterior.of(hits + 1, 500).probabilityAtLeast(threshold))
                .isGreaterThanOrEqualTo(BetaPosterior.of(hits, 500).probabilityAtLeast(threshold) - 1e-12);
    }

    @Test
    void theMeanLiesBetweenTheShareAndAHalf() {
        assertThat(BetaPosterior.of(0, 9).mean()).isCloseTo(0.05, within(1e-15));
    }

    @Test
    void moreHitsThanCellsAreRefused() {
        assertThatThrownBy(() -> BetaPosterior.of(3, 2)).isInstanceOf(MedullaException.class);
    }

    private static void assertProbability(long hits, long cells, double threshold, double expected) {
        assertThat(BetaPosterior.of(hits, cells).probabilityAtLeast(threshold)).isCloseTo(expected, within(1e-12));
    }
}

package org.medulla.cytology.abstention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AcceptanceLimitTest {
    @Test
    void itAcceptsAsManyCellsAsTheWantedErrorAllows() {
        double[] oddness = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};
        boolean[] right = {true, true, true, true, false, true, true, true, false, false};

        AcceptanceLimit limit = AcceptanceLimit.find(oddness, right, 0.25);

        assertThat(limit.highest()).isEqualTo(0.8);
        assertThat(limit.share()).isEqualTo(0.8);
        assertThat(limit.error()).isEqualTo(1 / 8.0);
        assertThat(limit.accepts(0.8)).isTrue();
        assertThat(limit.accepts(0.81)).isFalse();
    }

    @Test
    void whereTheErrorCannotBeReachedTheLowestIsTaken() {
        double[] oddness = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
        boolean[] right = {false, true, true, true, false, false};

        AcceptanceLimit limit = AcceptanceLimit.find(oddness, right, 0.05);

        assertThat(limit.highest()).isEqualTo(0.4);
        assertThat(limit.error()).isEqualTo(0.25);
    }

    @Test
    void oddCellsAreRefusedEvenByAModelThatNeverErrs() {
        double[] oddness = {0.2, 0.5, 0.96, 0.98, 1.4};
        AcceptanceLimit limit = AcceptanceLimit.find(oddness, new boolean[] {true, true, true, true, true}, 0.05);

        assertThat(limit.highest()).isEqualTo(AcceptanceLimit.ODDEST);
        assertThat(limit.share()).isCloseTo(0.6, within(1e-12));
        assertThat(limit.error()).isZero();
    }

    @Test
    void cellsOfEqualOddnessAreAcceptedOrRefusedTogether() {
        double[] oddness = {0.1, 0.1, 0.1, 0.2, 0.2, 0.2};
        boolean[] right = {true, true, true, true, true, false};

        assertThat(AcceptanceLimit.find(oddness, right, 0.1).highest()).isEqualTo(0.1);
    }

    /** On calibration cells alone the plain error would be exceeded more often than not; three standard errors are 0.002. */
    @Test
    void onOtherCellsTheWantedErrorIsKeptOnAverage() {
        SplittableRandom random = new SplittableRandom(11);
        double sum = 0;
        int rounds = 500;
        for (int round = 0; round < rounds; round++) {
            double[] oddness = random.doubles(300).toArray();
            boolean[] right = new boolean[300];
            for (int i = 0; i < right.length; i++) {
                right[i] = random.nextDouble() > 0.2 * oddness[i] * oddness[i];
            }
            double limit = AcceptanceLimit.find(oddness, right, 0.05).highest();
            // The mean of 0.2 x^2 up to the limit.
            sum += 0.2 * limit * limit / 3;
        }
        assertThat(sum / rounds).isBetween(0.035, 0.052);
    }

    @Property(tries = 300)
    void whatItSaysOfTheKnownCellsIsTrueOfThem(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int cells) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] oddness = random.doubles(cells, 0.01, 1.2).toArray();
        boolean[] right = new boolean[cells];
        for (int i = 0; i < cells; i++) {
            right[i] = random.nextDouble() > 0.4 * oddness[i];
        }
        AcceptanceLimit limit = AcceptanceLimit.find(oddness, right, 0.05);
        int accepted = 0;
        int wrong = 0;
        for (int i = 0; i < cells; i++) {
            accepted += limit.accepts(oddness[i]) ? 1 : 0;
            wrong += limit.accepts(oddness[i]) && !right[i] ? 1 : 0;
        }
        assertThat(limit.share()).isCloseTo((double) accepted / cells, within(1e-12));
        if (accepted > 0) {
            assertThat(limit.error()).isCloseTo((double) wrong / accepted, within(1e-12));
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> AcceptanceLimit.find(new double[1], new boolean[2], 0.05))
                .hasMessageContaining("1 cells have 2 answers");
    }
}

package org.medulla.cytology.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.MedullaException;

class WilsonTest {
    @Test
    void thePublishedIntervalsComeOut() {
        assertPercent(25, 500, 3.4, 7.3);
        assertPercent(50, 500, 7.7, 12.9);
        assertPercent(100, 500, 16.7, 23.7);
        assertPercent(5, 100, 2.2, 11.2);
    }

    @Test
    void noCellsHaveNoShare() {
        assertThatThrownBy(() -> Wilson.interval(0, 0)).isInstanceOf(MedullaException.class);
        assertThatThrownBy(() -> Wilson.interval(3, 2)).isInstanceOf(MedullaException.class);
    }

    @Property
    void theEndsAreThoseThatTheScoreTestJustAccepts(
            @ForAll @IntRange(min = 1, max = 5000) int cells, @ForAll @IntRange(max = 5000) int drawn) {
        int hits = drawn % (cells + 1);
        Share share = Wilson.interval(hits, cells);
        for (double end : new double[] {share.low(), share.high()}) {
            if (end > 0 && end < 1) {
                double score = Math.abs(share.value() - end) / Math.sqrt(end * (1 - end) / cells);
                assertThat(score).isCloseTo(Wilson.NORMAL_975, within(1e-6));
            }
        }
    }

    @Property
    void countingTheOtherCellsMirrorsTheInterval(
            @ForAll @IntRange(min = 1, max = 5000) int cells, @ForAll @IntRange(max = 5000) int drawn) {
        int hits = drawn % (cells + 1);
        Share share = Wilson.interval(hits, cells);
        Share others = Wilson.interval(cells - hits, cells);
        assertThat(others.low()).isCloseTo(1 - share.high(), within(1e-12));
        assertThat(others.high()).isCloseTo(1 - share.low(), within(1e-12));
    }

    @Property
    void fourTimesTheCellsHalveTheIntervalOrNearlySo(@ForAll @IntRange(min = 20, max = 480) int hits) {
        Share few = Wilson.interval(hits, 500);
        Share many = Wilson.interval(4L * hits, 2000);
        assertThat(many.high() - many.low())
                .isBetween(0.48 * (few.high() - few.low()), 0.54 * (few.high() - few.low()));
    }

    private static void assertPercent(long hits, long cells, double low, double high) {
        Share share = Wilson.interval(hits, cells);
        assertThat(100 * share.low()).isCloseTo(low, within(0.05));
        assertThat(100 * share.high()).isCloseTo(high, within(0.05));
    }
}

package org.medulla.cytology.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RatioTest {
    @Property
    void turningTheRatioRoundInvertsItsInterval(
            @ForAll @IntRange(min = 1, max = 2000) int one, @ForAll @IntRange(min = 1, max = 2000) int other) {
        Ratio ratio = Ratio.of(one, other).orElseThrow();
        Ratio turned = Ratio.of(other, one).orElseThrow();
        assertThat(turned.value()).isCloseTo(1 / ratio.value(), within(1e-9));
        assertThat(turned.low()).isCloseTo(1 / ratio.high(), within(1e-9));
        assertThat(turned.high() * ratio.low()).isCloseTo(1, within(1e-9));
    }

    @Test
    void theIntervalHoldsTheTruthInNinetyFiveOfAHundredCounts() {
        SplittableRandom random = new SplittableRandom(3);
        double[] shares = {0.6, 0.2, 0.2};
        int held = 0;
        int counts = 4000;
        for (int i = 0; i < counts; i++) {
            int[] cells = Draws.multinomial(300, shares, random);
            Ratio ratio = Ratio.of(cells[0], cells[1]).orElseThrow();
            held += ratio.low() <= 3 && 3 <= ratio.high() ? 1 : 0;
        }
        assertThat((double) held / counts).isCloseTo(0.95, within(0.012));
    }

    @Test
    void withoutTheSecondKindTheRatioHasALowerEndOnly() {
        Ratio ratio = Ratio.of(30, 0).orElseThrow();
        assertThat(ratio.value()).isInfinite();
        assertThat(ratio.high()).isInfinite();
        assertThat(ratio.low()).isBetween(7.0, 9.0);
    }

    @Test
    void withoutTheFirstKindTheRatioIsNought() {
        Ratio ratio = Ratio.of(0, 30).orElseThrow();
        assertThat(ratio.value()).isZero();
        assertThat(ratio.low()).isZero();
    }

    @Test
    void withoutAnyCellThereIsNoRatio() {
        assertThat(Ratio.of(0, 0)).isEmpty();
    }
}

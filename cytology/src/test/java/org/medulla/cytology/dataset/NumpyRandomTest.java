package org.medulla.cytology.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The expected numbers were printed by numpy 2.4.6, {@code numpy.random.RandomState(seed)}. */
class NumpyRandomTest {
    @Test
    void theFirstBitsAreThoseOfNumpy() {
        NumpyRandom random = new NumpyRandom(0);
        assertThat(IntStream.range(0, 5).mapToLong(i -> random.nextInt() & 0xffff_ffffL))
                .containsExactly(2357136044L, 2546248239L, 3071714933L, 3626093760L, 2588848963L);
    }

    @Test
    void theBitsStayThoseOfNumpyWhenTheStateIsRefilledAndTheSeedIsTheGreatest() {
        NumpyRandom random = new NumpyRandom(4294967295L);
        long[] drawn = IntStream.range(0, 1300)
                .mapToLong(i -> random.nextInt() & 0xffff_ffffL)
                .toArray();
        assertThat(new long[] {drawn[0], drawn[623], drawn[624], drawn[1299]})
                .containsExactly(419326371L, 1027084080L, 3860652269L, 319045431L);
    }

    @Test
    void aShuffleIsThatOfNumpy() {
        List<Integer> list = new ArrayList<>(IntStream.range(0, 1000).boxed().toList());
        new NumpyRandom(12345).shuffle(list);
        assertThat(list.subList(0, 8)).containsExactly(144, 833, 270, 468, 962, 186, 942, 516);
        assertThat(IntStream.range(0, 1000)
                        .mapToLong(i -> (long) i * list.get(i))
                        .sum())
                .isEqualTo(247366674L);
    }

    @Property
    void drawsStayInTheirRange(
            @ForAll @LongRange(min = 0, max = 0xffff_ffffL) long seed, @ForAll @IntRange(min = 0) int greatest) {
        assertThat(new NumpyRandom(seed).upTo(greatest)).isBetween(0, greatest);
    }

    @Test
    void aSeedThatNumpyWouldRefuseIsRefused() {
        assertThatThrownBy(() -> new NumpyRandom(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NumpyRandom(1L << 32)).isInstanceOf(IllegalArgumentException.class);
    }
}

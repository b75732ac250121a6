package org.medulla.vision.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SampleOrderTest {
    /** 400 pictures of class 0, 100 of class 1, 4 of class 2, none of class 3. */
    private static final int[] LABELS =
            IntStream.range(0, 504).map(i -> i < 400 ? 0 : i < 500 ? 1 : 2).toArray();

    private static final List<Integer> ALL = IntStream.range(0, 504).boxed().toList();

    @Example
    void filledClassesComeEquallyOftenAndSparseOnesByTheRootOfTheirSize() {
        SampleOrder order = new SampleOrder(ALL, LABELS, 4, 1);
        double[] shares = new double[4];
        int[] shown = order.from(0, 504 * 20);
        for (int index : shown) {
            shares[LABELS[index]] += 1.0 / shown.length;
        }
        assertThat(shares[0]).isCloseTo(1 / 2.2, within(0.001));
        assertThat(shares[1]).isCloseTo(1 / 2.2, within(0.001));
        assertThat(shares[2]).isCloseTo(0.2 / 2.2, within(0.001));
        assertThat(shares[3]).isZero();
        for (int label = 0; label < 4; label++) {
            assertThat(order.classShares().get(label)).isCloseTo(shares[label], within(0.001));
        }
    }

    @Example
    void everyPictureOfAClassIsShownBeforeOneComesAgain() {
        int[] shown = new SampleOrder(ALL, LABELS, 4, 1).from(0, 504 * 9);
        int[] times = new int[504];
        for (int index : shown) {
            times[index]++;
        }
        for (int label = 0; label < 3; label++) {
            int wanted = label;
            int[] ofClass = IntStream.range(0, 504)
                    .filter(i -> LABELS[i] == wanted)
                    .map(i -> times[i])
                    .toArray();
            assertThat(Arrays.stream(ofClass).max().orElseThrow()
                            - Arrays.stream(ofClass).min().orElseThrow())
                    .isLessThanOrEqualTo(2);
        }
    }

    @Property(tries = 40)
    void theOrderDependsOnTheSeedAndThePositionAlone(@ForAll long seed, @ForAll @IntRange(max = 5000) int position) {
        int[] whole = new SampleOrder(ALL, LABELS, 4, seed).from(0, 6000);
        int[] part = new SampleOrder(ALL, LABELS, 4, seed).from(position, 64);
        assertThat(part).isEqualTo(Arrays.copyOfRange(whole, position, position + 64));
        assertThat(new SampleOrder(ALL, LABELS, 4, seed + 1).from(position, 64)).isNotEqualTo(part);
    }
}

package org.medulla.vision.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class OtsuTest {
    @Property
    void twoHeapsArePartedBetweenThem(
            @ForAll @DoubleRange(min = 0.05, max = 0.4) double low,
            @ForAll @DoubleRange(min = 0.6, max = 0.95) double high,
            @ForAll @IntRange(min = 1, max = 50) int lows,
            @ForAll @IntRange(min = 1, max = 50) int highs) {
        Otsu otsu = new Otsu(0, 1);
        otsu.add((float) low, lows);
        otsu.add((float) high, highs);
        Otsu.Parting parting = otsu.part();
        assertThat((double) parting.threshold()).isBetween(low - 0.005, high + 0.005);
        assertThat((double) parting.lowerMean()).isBetween(low - 0.005, low + 0.005);
        assertThat((double) parting.upperMean()).isBetween(high - 0.005, high + 0.005);
    }

    /** Computed by an exhaustive search over all thresholds of the within-group variance. */
    @Property(tries = 200)
    void noOtherThresholdLeavesLessVarianceWithinTheGroups(@ForAll long seed) {
        double[] values = new SplittableRandom(seed).doubles(60, 0, 1).toArray();
        Otsu otsu = new Otsu(0, 1);
        for (double value : values) {
            otsu.add((float) value, 1);
        }
        double found = within(values, otsu.part().threshold());
        for (int step = 1; step < 256; step++) {
            // A histogram knows values to half a bin of 1/256 only.
            assertThat(found).isLessThanOrEqualTo(within(values, step / 256.0) + 0.002);
        }
    }

    private static double within(double[] values, double threshold) {
        double result = 0;
        for (boolean upper : new boolean[] {false, true}) {
            double[] group = Arrays.stream(values)
                    .filter(value -> (value > threshold) == upper)
                    .toArray();
            double mean = Arrays.stream(group).average().orElse(0);
            result += Arrays.stream(group)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
        }
        return result / values.length;
    }
}

package org.medulla.vision.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class AxisWeightsTest {
    @Property(tries = 300)
    void theWeightsOfEachTargetSumToOneAndPointIntoTheAxis(
            @ForAll @IntRange(min = 1, max = 300) int length,
            @ForAll @DoubleRange(min = 0.5, max = 600) double side,
            @ForAll @IntRange(min = 1, max = 128) int size) {
        AxisWeights weights = AxisWeights.of(length, side, size);
        for (int target = 0; target < size; target++) {
            double sum = 0;
            for (int tap = weights.first(target); tap < weights.first(target + 1); tap++) {
                sum += weights.weight(tap);
                assertThat(weights.source(tap)).isBetween(0, length - 1);
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
    }

    @Property(tries = 200)
    void aRampKeepsItsSlopeAwayFromTheEdges(
            @ForAll @DoubleRange(min = 20, max = 200) double side, @ForAll @IntRange(min = 8, max = 128) int size) {
        int length = 260;
        AxisWeights weights = AxisWeights.of(length, side, size);
        for (int target = 0; target < size; target++) {
            double value = 0;
            for (int tap = weights.first(target); tap < weights.first(target + 1); tap++) {
                value += weights.weight(tap) * (weights.source(tap) + 0.5);
            }
            double centre = (length - side) / 2 + (target + 0.5) * side / size;
            assertThat(value).isCloseTo(centre, within(0.26));
        }
    }
}

package org.medulla.cytology.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class SimplexTest {
    @Property
    void aProjectionIsAShareAndProjectsOntoItself(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -3, max = 3) Double> values) {
        double[] projected = array(values);
        Simplex.project(projected);
        assertThat(Arrays.stream(projected).min().orElseThrow()).isNotNegative();
        assertThat(Arrays.stream(projected).sum()).isCloseTo(1, within(1e-12));
        double[] again = projected.clone();
        Simplex.project(again);
        assertThat(again).containsExactly(projected, within(1e-12));
    }

    @Property
    void noOtherShareIsNearer(
            @ForAll @Size(min = 2, max = 10) List<@DoubleRange(min = -2, max = 2) Double> values, @ForAll long seed) {
        double[] from = array(values);
        double[] projected = from.clone();
        Simplex.project(projected);
        double[] ones = new double[from.length];
        Arrays.fill(ones, 1);
        double[] other = Draws.dirichlet(ones, new SplittableRandom(seed));
        assertThat(squaredDistance(from, projected)).isLessThanOrEqualTo(squaredDistance(from, other) + 1e-12);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double squaredDistance(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (left[i] - right[i]) * (left[i] - right[i]);
        }
        return sum;
    }
}

package org.medulla.cytology.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AdjustedCountTest {
    /** At least 0.6 of each class are named rightly, so that the rates can be inverted: with rows almost alike no solver could. */
    @Property
    void sharesConfusedWithoutChanceComeBack(@ForAll @IntRange(min = 2, max = 12) int size, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rates = new double[size][];
        for (int t = 0; t < size; t++) {
            double[] parameters = new double[size];
            Arrays.fill(parameters, 1);
            rates[t] = Draws.dirichlet(parameters, random);
            for (int p = 0; p < size; p++) {
                rates[t][p] = 0.4 * rates[t][p] + (p == t ? 0.6 : 0);
            }
        }
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        double[] truth = Draws.dirichlet(ones, random);
        double[] named = new double[size];
        for (int t = 0; t < size; t++) {
            for (int p = 0; p < size; p++) {
                named[p] += truth[t] * rates[t][p];
            }
        }
        assertThat(AdjustedCount.solve(rates, named, named)).containsExactly(truth, within(1e-5));
    }

    /** Rogan and Gladen, American Journal of Epidemiology 1978;107:71: (named + specificity - 1) / (sensitivity + specificity - 1). */
    @Property
    void twoClassesGiveTheEstimateOfRoganAndGladenCutOffAtNoughtAndOne(
            @ForAll @DoubleRange(min = 0.6, max = 1) double sensitivity,
            @ForAll @DoubleRange(min = 0.6, max = 1) double specificity,
            @ForAll @DoubleRange(min = 0, max = 1) double named) {
        double[][] rates = {{sensitivity, 1 - sensitivity}, {1 - specificity, specificity}};
        double published = Math.clamp((named + specificity - 1) / (sensitivity + specificity - 1), 0, 1);
        double[] shares = {named, 1 - named};
        assertThat(AdjustedCount.solve(rates, shares, shares)[0]).isCloseTo(published, within(1e-5));
    }

    @Test
    void aClassifierThatNeverErrsIsLeftAlone() {
        double[][] rates = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        double[] named = {0.2, 0.5, 0.3};
        assertThat(AdjustedCount.solve(rates, named, new double[] {1, 0, 0})).containsExactly(named, within(1e-6));
    }
}

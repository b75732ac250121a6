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

class PriorShiftTest {
    /**
     * With two classes and two kinds of cells, of which each is named by its likelihood ratio r or 1/r, the likelihood is
     * maximal where the expected share of the first kind equals the observed one.
     */
    @Property
    void twoKindsOfCellsGiveTheSolutionInClosedForm(
            @ForAll @DoubleRange(min = 0.7, max = 0.95) double probability,
            @ForAll @IntRange(min = 0, max = 200) int first) {
        float[][] probabilities = new float[200][];
        for (int cell = 0; cell < 200; cell++) {
            float p = (float) (cell < first ? probability : 1 - probability);
            probabilities[cell] = new float[] {p, 1 - p};
        }
        double observed = first / 200.0;
        double published = Math.clamp((observed + probability - 1) / (2 * probability - 1), 0, 1);
        double[] priors = {0.5, 0.5};
        assertThat(new PriorShift(probabilities, priors).solve(once(200), priors, 1e-10)[0])
                .isCloseTo(published, within(5e-3));
    }

    @Property(tries = 50)
    void noOtherSharesMakeTheProbabilitiesLikelier(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SimulatedClassifier classifier = new SimulatedClassifier(random);
        double[] priors = classifier.trainingPriors();
        float[][] smear = classifier.smear(100, Draws.dirichlet(priors, random), random);
        double[] solved = new PriorShift(smear, priors).solve(once(100), priors, 1e-8);
        assertThat(Arrays.stream(solved).sum()).isCloseTo(1, within(1e-9));
        double[] other =
                Draws.dirichlet(Arrays.stream(solved).map(s -> 50 * s + 0.05).toArray(), random);
        assertThat(logLikelihood(smear, priors, solved))
                .isGreaterThanOrEqualTo(logLikelihood(smear, priors, other) - 0.05);
    }

    @Test
    void certainProbabilitiesAreCounted() {
        float[][] probabilities = {{1, 0}, {1, 0}, {1, 0}, {0, 1}};
        double[] priors = {0.5, 0.5};
        assertThat(new PriorShift(probabilities, priors).solve(once(4), priors, 1e-9))
                .containsExactly(new double[] {0.75, 0.25}, within(1e-9));
    }

    @Test
    void aCellWeighedTwiceIsAsGoodAsTwoCells() {
        float[][] one = {{0.9f, 0.1f}, {0.2f, 0.8f}};
        float[][] two = {{0.9f, 0.1f}, {0.9f, 0.1f}, {0.2f, 0.8f}};
        double[] priors = {0.5, 0.5};
        assertThat(new PriorShift(one, priors).solve(new int[] {2, 1}, priors, 1e-9))
                .containsExactly(new PriorShift(two, priors).solve(once(3), priors, 1e-9), within(1e-12));
    }

    /** Equation 2.4 by hand: 0.6 · 0.2 / 0.5 to 0.4 · 0.8 / 0.5 is 0.24 to 0.64. */
    @Test
    void probabilitiesAreWeightedByTheSharesOverThePriors() {
        float[][] shifted =
                PriorShift.reweighted(new float[][] {{0.6f, 0.4f}}, new double[] {0.5, 0.5}, new double[] {0.2, 0.8});

        assertThat(shifted[0][0]).isCloseTo(0.24f / 0.88f, within(1e-6f));
        assertThat(shifted[0][1]).isCloseTo(0.64f / 0.88f, within(1e-6f));
    }

    @Test
    void probabilitiesStayWhereTheSharesAreThePriorsOrNoClassWithAShareIsPossible() {
        float[][] rows = {{0.25f, 0.75f}, {1, 0}};

        assertThat(PriorShift.reweighted(rows, new double[] {0.3, 0.7}, new double[] {0.3, 0.7})[0])
                .containsExactly(new float[] {0.25f, 0.75f}, within(1e-6f));
        assertThat(PriorShift.reweighted(rows, new double[] {0.3, 0.7}, new double[] {0, 1}))
                .isDeepEqualTo(new float[][] {{0, 1}, {1, 0}});
    }

    private static double logLikelihood(float[][] probabilities, double[] priors, double[] shares) {
        double sum = 0;
        for (float[] cell : probabilities) {
            double mixture = 0;
            for (int t = 0; t < shares.length; t++) {
                mixture += shares[t] * cell[t] / priors[t];
            }
            sum += Math.log(mixture);
        }
        return sum;
    }

    private static int[] once(int cells) {
        int[] weights = new int[cells];
        Arrays.fill(weights, 1);
        return weights;
    }
}

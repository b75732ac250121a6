package org.medulla.vision.feature.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SharpeningTest {
    @Test
    void theFactorThatMadeTheLabelsIsFoundAgain() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] values = new double[20_000][3];
        int[] labels = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            for (int c = 0; c < 3; c++) {
                values[i][c] = random.nextGaussian();
            }
            double[] truth = new Sharpening(2.5).probabilities(values[i]);
            double at = random.nextDouble();
            labels[i] = at < truth[0] ? 0 : at < truth[0] + truth[1] ? 1 : 2;
        }
        assertThat(Sharpening.fit(values, labels, new double[] {1, 1, 1}).factor())
                .isCloseTo(2.5, within(0.08));
    }

    @Test
    void aClassThatCannotBeHasNoProbability() {
        double[] probabilities = new Sharpening(1).probabilities(new double[] {0, Double.NEGATIVE_INFINITY, 1});
        assertThat(probabilities[1]).isZero();
        assertThat(probabilities[2]).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
    }
}

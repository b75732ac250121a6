package org.medulla.vision.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class TemperatureTest {
    @Property(tries = 20)
    void logitsThatAreTooLargeByAFactorGetThatFactorBack(
            @ForAll @DoubleRange(min = 0.3, max = 5) double factor, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> logits = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            float[] calibrated = new float[5];
            for (int label = 0; label < 5; label++) {
                calibrated[label] = (float) (1.5 * random.nextGaussian());
            }
            labels.add(drawn(Temperature.probabilities(calibrated, 1), random));
            for (int label = 0; label < 5; label++) {
                calibrated[label] *= (float) factor;
            }
            logits.add(calibrated);
        }
        assertThat(Temperature.fit(logits, labels)).isCloseTo(factor, within(0.12 * factor));
    }

    @Example
    void picturesOfKnownOddsGiveTheTemperatureComputedByHand() {
        // three right answers to one wrong at a logit of 2: log(3) = 2 / T
        List<float[]> logits = List.of(row(), row(), row(), row());
        assertThat(Temperature.fit(logits, List.of(0, 0, 0, 1))).isCloseTo(2 / Math.log(3), within(1e-6));
    }

    @Example
    void withoutPicturesLogitsAreLeftAlone() {
        assertThat(Temperature.fit(List.of(), List.of())).isEqualTo(1);
    }

    @Example
    void probabilitiesAreTheSoftmaxEvenOfHugeLogits() {
        assertThat(Temperature.probabilities(new float[] {1000, 1000 + (float) Math.log(3)}, 1)[1])
                .isCloseTo(0.75, within(1e-4));
    }

    private static float[] row() {
        return new float[] {2, 0};
    }

    private static int drawn(double[] probabilities, SplittableRandom random) {
        double left = random.nextDouble();
        int label = 0;
        while (label < probabilities.length - 1 && left >= probabilities[label]) {
            left -= probabilities[label++];
        }
        return label;
    }
}

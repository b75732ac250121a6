package org.medulla.cytology.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.MedullaException;

class ShiftTrialTest {
    private final SplittableRandom random = new SplittableRandom(7);
    private final SimulatedClassifier classifier = new SimulatedClassifier(random);
    private final int[] truth = IntStream.range(0, classifier.classes().size() * 50)
            .map(cell -> cell % classifier.classes().size())
            .toArray();
    private final float[][] probabilities = Arrays.stream(truth)
            .mapToObj(label -> classifier.look(label, random))
            .toArray(float[][]::new);

    @Test
    void aCalibratedClassifierPasses() {
        ShiftTrial trial = ShiftTrial.of(probabilities, truth, classifier.trainingPriors(), 1);
        assertThat(trial.passed()).isTrue();
        assertThat(trial.shiftedError()).isLessThan(0.8 * trial.rawError());
        assertThat(ShiftTrial.of(probabilities, truth, classifier.trainingPriors(), 1))
                .isEqualTo(trial);
    }

    @Test
    void aClassifierThatIsWrongAboutItsPriorsFails() {
        double[] wrong = IntStream.range(0, classifier.classes().size())
                .mapToDouble(label -> label % 2 == 0 ? 1 : 100)
                .toArray();
        double sum = Arrays.stream(wrong).sum();
        double[] priors = Arrays.stream(wrong).map(prior -> prior / sum).toArray();
        assertThat(ShiftTrial.of(probabilities, truth, priors, 1).shiftedError())
                .isGreaterThan(ShiftTrial.of(probabilities, truth, classifier.trainingPriors(), 1)
                        .shiftedError());
        float[][] distorted =
                Arrays.stream(probabilities).map(ShiftTrialTest::distorted).toArray(float[][]::new);
        assertThat(ShiftTrial.of(distorted, truth, classifier.trainingPriors(), 1)
                        .passed())
                .isFalse();
    }

    @Test
    void aClassifierThatNeverErrsIsRightEitherWay() {
        float[][] certain = Arrays.stream(truth)
                .mapToObj(label -> {
                    float[] row = new float[classifier.classes().size()];
                    row[label] = 1;
                    return row;
                })
                .toArray(float[][]::new);
        ShiftTrial trial = ShiftTrial.of(certain, truth, classifier.trainingPriors(), 1);
        assertThat(trial.rawError()).isCloseTo(0, within(1e-9));
        assertThat(trial.shiftedError()).isCloseTo(0, within(1e-4));
    }

    @Test
    void priorsMustBePositive() {
        double[] priors = classifier.trainingPriors();
        priors[3] = 0;
        assertThatThrownBy(() -> ShiftTrial.of(probabilities, truth, priors, 1)).isInstanceOf(MedullaException.class);
    }

    /** Three times as unsure as it should be, which leaves every name as it is. */
    private static float[] distorted(float[] row) {
        float[] distorted = new float[row.length];
        float sum = 0;
        for (int i = 0; i < row.length; i++) {
            distorted[i] = (float) Math.pow(row[i], i % 2 == 0 ? 0.3 : 0.2);
            sum += distorted[i];
        }
        for (int i = 0; i < row.length; i++) {
            distorted[i] /= sum;
        }
        return distorted;
    }
}

package org.medulla.vision.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;

class LearningStateTest {
    private static final float[] WEIGHTS = {0.5f, -1, 2};
    private static final float[][] GRADIENTS = {{0.1f, -2, 0}, {0.3f, 1, -0.5f}, {-0.2f, 0.5f, 4}};

    @Test
    void adamWFollowsItsPublishedEquationsAndDecaysOnlyWhereItMay() {
        double[] theta = {0.5, -1, 2};
        double[] m = new double[3];
        double[] v = new double[3];
        double[] decays = {1, 1, 0};
        for (int t = 1; t <= 3; t++) {
            for (int i = 0; i < 3; i++) {
                double g = GRADIENTS[t - 1][i];
                theta[i] -= 0.01 * 0.1 * theta[i] * decays[i];
                m[i] = 0.9 * m[i] + 0.1 * g;
                v[i] = 0.999 * v[i] + 0.001 * g * g;
                theta[i] -=
                        0.01 * (m[i] / (1 - Math.pow(0.9, t))) / (Math.sqrt(v[i] / (1 - Math.pow(0.999, t))) + 1e-8);
            }
        }
        assertThat(afterThreeSteps(new Optimiser.AdamW(0.01, 0.1)))
                .containsExactly(new float[] {(float) theta[0], (float) theta[1], (float) theta[2]}, within(1e-5f));
    }

    @Test
    void gradientDescentLooksAheadAlongItsMomentum() {
        double[] theta = {0.5, -1, 2};
        double[] momentum = new double[3];
        for (float[] gradient : GRADIENTS) {
            for (int i = 0; i < 3; i++) {
                momentum[i] = 0.9 * momentum[i] + gradient[i];
                theta[i] -= 0.01 * (gradient[i] + 0.9 * momentum[i]);
            }
        }
        assertThat(afterThreeSteps(new Optimiser.GradientDescent(0.01, 0, 0.9)))
                .containsExactly(new float[] {(float) theta[0], (float) theta[1], (float) theta[2]}, within(1e-5f));
    }

    @Test
    void theAverageForgetsTheBeginningQuicklyAndLaterByItsDecay() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            LearningState state = LearningState.begin(manager, new float[] {0}, new float[] {0});
            state.learned().addi(1);
            state.average(0.9, 0);
            assertThat(state.averageLearned().getFloat()).isCloseTo(0.9f, within(1e-6f));
            state.average(0.9, 1_000);
            assertThat(state.averageLearned().getFloat()).isCloseTo(0.91f, within(1e-6f));
        }
    }

    private static float[] afterThreeSteps(Optimiser optimiser) {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            LearningState state = LearningState.begin(manager, WEIGHTS.clone(), new float[] {0});
            for (int step = 0; step < 3; step++) {
                state.descend(
                        optimiser, manager.create(GRADIENTS[step]), manager.create(new float[] {1, 1, 0}), 0.01, step);
            }
            return state.learned().toFloatArray();
        }
    }
}

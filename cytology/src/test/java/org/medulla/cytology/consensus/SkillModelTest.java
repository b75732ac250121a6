package org.medulla.cytology.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SkillModelTest {
    private static final double PRINTED = 0.0051;

    /** Dawid and Skene 1979: shares of the classes 0.40, 0.42, 0.11, 0.07, and the first observer's error rates. */
    @Test
    void theAnaesthetistsComeOutAsPrinted() {
        SkillModel model = anaesthetists();

        assertRow(model, 0, 0, 0.89, 0.11, 0, 0);
        assertRow(model, 0, 1, 0.07, 0.88, 0.05, 0);
        assertRow(model, 0, 2, 0, 0.34, 0.66, 0);
        assertRow(model, 0, 3, 0, 0, 0.56, 0.44);
        assertThat(model.prior(0)).isCloseTo(0.40, within(PRINTED));
        assertThat(model.prior(1)).isCloseTo(0.42, within(PRINTED));
        assertThat(model.prior(2)).isCloseTo(0.11, within(PRINTED));
        assertThat(model.prior(3)).isCloseTo(0.07, within(PRINTED));
        assertThat(model.converged()).isTrue();
    }

    /** The same by dense tensors in numpy (einsum over a table of patients, observers and classes), to a tolerance of 1e-10. */
    @Test
    void theAnaesthetistsComeOutAsInAnIndependentProgram() {
        SkillModel model = anaesthetists();

        assertThat(model.logLikelihood()).isCloseTo(-192.89088121423924, within(1e-6));
        assertThat(model.posterior(34, 1)).isCloseTo(0.948, within(5e-4));
        assertThat(model.posterior(37, 2)).isCloseTo(0.979, within(5e-4));
        assertThat(model.posterior(6, 0)).isCloseTo(0.981, within(5e-4));
        assertThat(model.posterior(1, 3)).isCloseTo(1, within(5e-4));
        assertRow(model, 1, 1, 0.0527, 0.6329, 0.3143, 0);
        assertRow(model, 2, 2, 0, 0.4037, 0.1988, 0.3976);
        assertRow(model, 4, 1, 0.1590, 0.7345, 0.1064, 0);
    }

    @Test
    void theLikelihoodNeverFallsFromTurnToTurn() {
        double before = Double.NEGATIVE_INFINITY;
        for (int turns = 1; turns < 20; turns++) {
            SkillModel model = new SkillModel(Anaesthetists.PATIENTS, 5, 4, Anaesthetists.votes(), 0);
            model.learn(1e-300, turns);
            assertThat(model.logLikelihood()).isGreaterThanOrEqualTo(before);
            assertThat(model.iterations()).isEqualTo(turns);
            assertThat(model.converged()).isFalse();
            before = model.logLikelihood();
        }
    }

    private static SkillModel anaesthetists() {
        SkillModel model = new SkillModel(Anaesthetists.PATIENTS, 5, 4, Anaesthetists.votes(), 0);
        model.learn(1e-10, 1000);
        return model;
    }

    private static void assertRow(SkillModel model, int reader, int truth, double... chances) {
        for (int said = 0; said < chances.length; said++) {
            assertThat(model.chance(reader, truth, said)).isCloseTo(chances[said], within(PRINTED));
        }
    }
}

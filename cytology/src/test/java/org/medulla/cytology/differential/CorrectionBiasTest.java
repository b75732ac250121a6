package org.medulla.cytology.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CorrectionBiasTest {
    @Property(tries = 20)
    void bothCorrectionsAreLessBiasedThanTheRawCountWhateverTheClassifierAndThePatient(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        SimulatedSmears smears = SimulatedSmears.of(20, 1, seed);
        assertThat(smears.adjusted().bias()).isLessThan(smears.raw().bias());
        assertThat(smears.priorShifted().bias()).isLessThan(smears.raw().bias() / 2);
        assertThat(smears.priorShifted().error()).isLessThan(smears.raw().error());
    }

    @Test
    void overManyPatientsTheCorrectionsTakeOutMostOfTheBiasAndHalfOfTheError() {
        List<SimulatedSmears> patients = LongStream.rangeClosed(1, 20)
                .mapToObj(patient -> SimulatedSmears.of(20, 1, patient))
                .toList();
        double rawBias = mean(patients, smears -> smears.raw().bias());
        assertThat(mean(patients, smears -> smears.adjusted().bias())).isLessThan(0.33 * rawBias);
        assertThat(mean(patients, smears -> smears.priorShifted().bias())).isLessThan(0.2 * rawBias);
        double rawError = mean(patients, smears -> smears.raw().error());
        assertThat(mean(patients, smears -> smears.adjusted().error())).isLessThan(0.6 * rawError);
        assertThat(mean(patients, smears -> smears.priorShifted().error())).isLessThan(0.5 * rawError);
    }

    @Test
    void theCorrectedIntervalsHoldTheTruthAsOftenAsTheySay() {
        List<SimulatedSmears> patients = LongStream.rangeClosed(1, 8)
                .mapToObj(patient -> SimulatedSmears.of(4, 100, patient))
                .toList();
        assertThat(mean(patients, smears -> smears.adjusted().covered())).isGreaterThan(0.92);
        assertThat(mean(patients, smears -> smears.priorShifted().covered())).isGreaterThan(0.92);
        assertThat(mean(patients, smears -> smears.raw().covered())).isLessThan(0.6);
    }

    private static double mean(List<SimulatedSmears> patients, ToDoubleFunction<SimulatedSmears> figure) {
        return patients.stream().mapToDouble(figure).average().orElseThrow();
    }
}

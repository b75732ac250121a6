package org.medulla.cytology.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.evaluation.Bootstrap;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;

class DisagreementTest {
    private static final List<String> STAGES = List.of("PMO", "MYB", "MMZ", "NGB", "NGS");

    @Test
    void classesOfOneLineageAreLessFarApartThanThoseOfTwoBranches() {
        Disagreement tree = Disagreement.byTreeDistance(Nomenclature.standard());

        assertThat(tree.between("BLA", "BLA")).isZero();
        assertThat(tree.between("BLA", "NGS")).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(tree.between("BLA", "EOS")).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(tree.between("BLA", "LYT")).isEqualTo(1);
        assertThatThrownBy(() -> tree.between("BLA", "XYZ")).isInstanceOf(MedullaException.class);
    }

    @Test
    void stepsOfASeriesWeighInProportionOrByTheirSquare() {
        assertThat(Disagreement.linear(STAGES).between("NGS", "MYB")).isEqualTo(0.75);
        assertThat(Disagreement.quadratic(STAGES).between("MYB", "NGS")).isEqualTo(0.5625);
        assertThat(Disagreement.quadratic(STAGES).between("MYB", "MYB")).isZero();
    }

    @Test
    void whatIsNoSeriesOrNotInItIsRefused() {
        assertThatThrownBy(() -> Disagreement.linear(List.of("PMO"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Disagreement.linear(List.of("PMO", "PMO")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Disagreement.linear(STAGES).between("PMO", "LYT"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void weightsThatCannotBeWeightsAreRefused() {
        Readings readings = TestReadings.cells("BLA PMO", "BLA BLA");

        for (Disagreement wrong : List.<Disagreement>of(
                (_, _) -> 2, (_, _) -> Double.NaN, (_, _) -> 1, (left, right) -> left.compareTo(right) > 0 ? 1 : 0)) {
            assertThatThrownBy(() -> ReaderAgreement.among(readings, wrong, Bootstrap.standard()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}

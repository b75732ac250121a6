package org.medulla.cytology.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.evaluation.Bootstrap;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;

class PairAgreementTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(4000, 1);
    private static final List<String> DIAGNOSES = List.of("neurosis", "personality disorder", "psychosis");

    /** Cohen 1968, Table 1, in cells: shares of 200 with the classes personality disorder, neurosis, psychosis. */
    private static final Readings COHEN = TestReadings.crossed(
            List.of("personality disorder", "neurosis", "psychosis"),
            new int[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});

    /** Cohen's disagreements of 1, 3 and 6, divided by 6. */
    private static final Disagreement COHENS_WEIGHTS = (left, right) -> left.equals(right)
            ? 0
            : !left.equals("psychosis") && !right.equals("psychosis")
                    ? 1 / 6.0
                    : left.equals("neurosis") || right.equals("neurosis") ? 1 : 3 / 6.0;

    @Test
    void cohensExampleOf1968ComesOutAsPrinted() {
        ReaderAgreement agreement = ReaderAgreement.between(COHEN, "A", "B", COHENS_WEIGHTS, BOOTSTRAP);

        assertThat(agreement.agreement().value()).isCloseTo(0.70, within(1e-12));
        assertThat(value(agreement.kappa())).isCloseTo(0.492, within(5e-4)).isCloseTo(29 / 59.0, within(1e-12));
        assertThat(value(agreement.weightedKappa()))
                .isCloseTo(0.348, within(5e-4))
                .isCloseTo(8 / 23.0, within(1e-12));
        assertThat(agreement.cells()).isEqualTo(200);
        assertThat(agreement.readings()).isEqualTo(400);
        assertThat(agreement.readers()).containsExactly("A", "B");
    }

    /** With numpy: 1 - (w * c).sum() / (w * e).sum(), where e are the products of the margins over 200 and w the steps or their squares. */
    @Test
    void linearAndQuadraticWeightsAreThoseComputedIndependently() {
        List<String> order = List.of("personality disorder", "neurosis", "psychosis");

        assertThat(value(ReaderAgreement.between(COHEN, "A", "B", Disagreement.linear(order), BOOTSTRAP)
                        .weightedKappa()))
                .isCloseTo(0.4736842105263158, within(1e-12));
        assertThat(value(ReaderAgreement.between(COHEN, "A", "B", Disagreement.quadratic(order), BOOTSTRAP)
                        .weightedKappa()))
                .isCloseTo(0.4545454545454546, within(1e-12));
    }

    /** The closed form for two classes, 2(ad - bc) / ((a+b)(b+d) + (a+c)(c+d)), and 2a / (2a + b + c). */
    @Test
    void theKappaOfAClassIsThatOfTheClassAgainstTheRest() {
        ReaderAgreement agreement = ReaderAgreement.between(COHEN, "A", "B", COHENS_WEIGHTS, BOOTSTRAP);

        assertThat(agreement.classes()).extracting(ClassAgreement::classCode).isEqualTo(DIAGNOSES);
        assertThat(agreement.classes()).extracting(ClassAgreement::readings).containsExactly(120L, 220L, 60L);
        assertThat(value(agreement.classes().get(1).kappa())).isCloseTo(0.56, within(1e-12));
        assertThat(value(agreement.classes().get(1).agreement())).isCloseTo(0.8, within(1e-12));
        assertThat(value(agreement.classes().get(0).kappa())).isCloseTo(0.5238095238095238, within(1e-12));
        assertThat(value(agreement.classes().get(0).agreement())).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(value(agreement.classes().get(2).kappa())).isCloseTo(0.3076923076923077, within(1e-12));
        assertThat(value(agreement.classes().get(2).agreement())).isCloseTo(0.4, within(1e-12));
    }

    /** Large-sample standard errors of Fleiss, Cohen and Everitt (Psychol Bull 1969;72:323-327), with numpy: 0.05100 and 0.07550. */
    @Test
    void theIntervalsAreAsWideAsTheFormulaOfFleissCohenAndEverittSays() {
        ReaderAgreement agreement = ReaderAgreement.between(COHEN, "A", "B", COHENS_WEIGHTS, BOOTSTRAP);

        Estimate kappa = agreement.kappa().orElseThrow();
        Estimate weighted = agreement.weightedKappa().orElseThrow();
        assertThat(kappa.high() - kappa.low()).isCloseTo(2 * 1.96 * 0.0510018, within(0.01));
        assertThat(weighted.high() - weighted.low()).isCloseTo(2 * 1.96 * 0.0755040, within(0.015));
    }

    @Test
    void theTableSaysWhichClassOneReaderGaveAgainstTheOther() {
        ReadingPairs pairs = ReaderAgreement.between(COHEN, "A", "B", COHENS_WEIGHTS, BOOTSTRAP)
                .pairs();

        assertThat(pairs.count("personality disorder", "neurosis")).isEqualTo(14);
        assertThat(pairs.count("neurosis", "personality disorder")).isEqualTo(10);
        assertThat(pairs.count("neurosis", "none of these")).isZero();
        assertThat(pairs.total()).isEqualTo(200);
    }

    @Test
    void onlyCellsThatBothReadCount() {
        List<Reading> more = new ArrayList<>(COHEN.all());
        more.add(new Reading(1000, "A", "other"));
        more.add(new Reading(1001, "B", "other"));
        more.add(new Reading(1001, "C", "other"));

        assertThat(ReaderAgreement.between(Readings.of(more), "A", "B", COHENS_WEIGHTS, BOOTSTRAP))
                .isEqualTo(ReaderAgreement.between(COHEN, "A", "B", COHENS_WEIGHTS, BOOTSTRAP));
    }

    @Test
    void oneReadersFirstAndSecondTimeAreTwoReaders() {
        Readings twice = Readings.of(List.of(
                new Reading(1, "MB, first time", "BLA"),
                new Reading(1, "MB, second time", "BLA"),
                new Reading(2, "MB, first time", "PMO"),
                new Reading(2, "MB, second time", "MYB"),
                new Reading(3, "MB, first time", "LYT")));

        ReaderAgreement agreement =
                ReaderAgreement.between(twice, "MB, first time", "MB, second time", Disagreement.nominal(), BOOTSTRAP);

        assertThat(agreement.cells()).isEqualTo(2);
        assertThat(agreement.agreement().value()).isEqualTo(0.5);
        assertThat(value(agreement.kappa())).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void whereOnlyOneClassWasGivenKappaIsUndefined() {
        ReaderAgreement agreement = ReaderAgreement.between(
                TestReadings.crossed(List.of("BLA"), new int[][] {{12}}), "A", "B", Disagreement.nominal(), BOOTSTRAP);

        assertThat(agreement.kappa()).isEmpty();
        assertThat(agreement.weightedKappa()).isEmpty();
        assertThat(agreement.classes().getFirst().kappa()).isEmpty();
        assertThat(agreement.agreement().value()).isEqualTo(1);
    }

    /** Wilson for 12 of 12: 12 / (12 + 1.96²) = 0.7575; chance disagrees in half, so that kappa may be down to 1 - 0.2425 / 0.5. */
    @Test
    void perfectAgreementStillHasAnInterval() {
        Readings readings = TestReadings.crossed(List.of("BLA", "LYT"), new int[][] {{6, 0}, {0, 6}});

        ReaderAgreement agreement = ReaderAgreement.between(readings, "A", "B", Disagreement.nominal(), BOOTSTRAP);

        assertThat(agreement.agreement().low()).isCloseTo(0.757505993345, within(1e-9));
        assertThat(agreement.kappa().orElseThrow().value()).isEqualTo(1);
        assertThat(agreement.kappa().orElseThrow().low()).isCloseTo(1 - 2 * (1 - 0.757505993345), within(1e-9));
    }

    @Test
    void readersWithoutACommonCellAreAnsweredWithWhatToDo() {
        Readings apart = Readings.of(List.of(new Reading(1, "A", "BLA"), new Reading(2, "B", "BLA")));

        assertThatThrownBy(() -> ReaderAgreement.between(apart, "A", "B", Disagreement.nominal(), BOOTSTRAP))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USER))
                .hasMessageContaining("A and B");
        assertThatThrownBy(() -> ReaderAgreement.between(apart, "A", "A", Disagreement.nominal(), BOOTSTRAP))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double value(Optional<Estimate> estimate) {
        return estimate.orElseThrow().value();
    }
}

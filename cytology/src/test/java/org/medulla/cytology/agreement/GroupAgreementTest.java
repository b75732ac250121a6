package org.medulla.cytology.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.evaluation.Bootstrap;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;

class GroupAgreementTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 1);
    private static final Disagreement TREE = Disagreement.byTreeDistance(Nomenclature.standard());
    private static final Readings UNEVEN = TestReadings.cells(
            "BLA BLA PMO",
            "BLA PMO",
            "LYT LYT LYT EBO",
            "NGS NGS",
            "NGB NGS NGS",
            "EBO EBO",
            "LYT BLA",
            "MYB",
            "PMO PMO MYB PMO BLA",
            "EBO EBO EBO");

    /** Fleiss 1971, Table 1: 30 patients, 6 psychiatrists each. */
    private static final int[][] FLEISS = {
        {0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0}, {2, 0, 4, 0, 0},
        {0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6}, {1, 0, 0, 5, 0}, {1, 1, 0, 4, 0},
        {0, 3, 3, 0, 0}, {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1}, {0, 0, 5, 0, 1}, {3, 0, 0, 1, 2}, {5, 1, 0, 0, 0},
        {0, 2, 0, 4, 0}, {1, 0, 2, 0, 3}, {0, 0, 0, 0, 6}, {0, 1, 0, 5, 0}, {0, 2, 0, 1, 3}, {2, 0, 0, 4, 0},
        {1, 0, 0, 4, 1}, {0, 5, 0, 1, 0}, {4, 0, 0, 0, 2}, {0, 2, 0, 4, 0}, {1, 0, 5, 0, 0}, {0, 0, 0, 0, 6}
    };

    /** The example that textbooks and software print: 10 subjects, 14 readers, 5 classes, kappa 0.210. */
    private static final int[][] TEXTBOOK = {
        {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
        {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}
    };

    @Test
    void theDiagnosesOfFleissComeOutAsPrinted() {
        ReaderAgreement agreement = ReaderAgreement.among(
                TestReadings.votes(
                        List.of("1 depression", "2 personality", "3 schizophrenia", "4 neurosis", "5 other"), FLEISS),
                Disagreement.nominal(),
                BOOTSTRAP);

        assertThat(agreement.agreement().value()).isCloseTo(0.5556, within(5e-5));
        assertThat(agreement.kappa().orElseThrow().value()).isCloseTo(0.430, within(5e-4));
        assertThat(kappas(agreement))
                .usingElementComparator((left, right) -> Math.abs(left - right) < 6e-4 ? 0 : 1)
                .containsExactly(0.245, 0.245, 0.520, 0.471, 0.566);
        assertThat(agreement.cells()).isEqualTo(30);
        assertThat(agreement.readings()).isEqualTo(180);
    }

    @Test
    void theTextbookExampleComesOutAsPrinted() {
        ReaderAgreement agreement = ReaderAgreement.among(
                TestReadings.votes(List.of("1", "2", "3", "4", "5"), TEXTBOOK), Disagreement.nominal(), BOOTSTRAP);

        assertThat(agreement.agreement().value()).isCloseTo(0.378, within(5e-4));
        assertThat(agreement.kappa().orElseThrow().value()).isCloseTo(0.210, within(5e-4));
    }

    /**
     * In exact fractions over all ordered pairs of readings: 1 less the mean over the cells of the mean disagreement of two of their
     * readings, over the mean disagreement of a reading of any cell with a reading of any cell.
     */
    @Test
    void unevenNumbersOfReadingsGiveWhatCountingAllPairsGives() {
        ReaderAgreement agreement = ReaderAgreement.among(UNEVEN, TREE, BOOTSTRAP);

        assertThat(agreement.agreement().value()).isCloseTo(0.4962962962962963, within(1e-12));
        assertThat(agreement.kappa().orElseThrow().value()).isCloseTo(0.3809479655745029, within(1e-12));
        assertThat(agreement.weightedKappa().orElseThrow().value()).isCloseTo(0.5601892728563551, within(1e-12));
        assertThat(agreement.cells()).isEqualTo(9);
        assertThat(agreement.readings()).isEqualTo(26);
        Map<String, List<Double>> expected = Map.of(
                "BLA", List.of(5.0, -0.03638184245660881, 0.17857142857142858),
                "PMO", List.of(5.0, 0.059522589898575964, 0.20930232558139536),
                "MYB", List.of(1.0, -0.022727272727272728, 0.0),
                "LYT", List.of(4.0, 0.3032258064516129, 0.4),
                "EBO", List.of(6.0, 0.8518518518518519, 0.8888888888888888),
                "NGS", List.of(4.0, 0.7545454545454545, 0.8),
                "NGB", List.of(1.0, -0.038461538461538464, 0.0));
        assertThat(agreement.classes()).hasSize(7).allSatisfy(found -> {
            List<Double> figures = expected.getOrDefault(found.classCode(), List.of());
            assertThat((double) found.readings()).isEqualTo(figures.get(0));
            assertThat(found.kappa().orElseThrow().value()).isCloseTo(figures.get(1), within(1e-12));
            assertThat(found.agreement().orElseThrow().value()).isCloseTo(figures.get(2), within(1e-12));
        });
    }

    @Test
    void eachTwoReadingsOfACellStandBothWaysInTheTable() {
        ReadingPairs pairs = ReaderAgreement.among(UNEVEN, TREE, BOOTSTRAP).pairs();

        assertThat(pairs.count("BLA", "PMO")).isEqualTo(2 + 1 + 3).isEqualTo(pairs.count("PMO", "BLA"));
        assertThat(pairs.count("LYT", "LYT")).isEqualTo(6);
        assertThat(pairs.total()).isEqualTo(3 * 2 + 2 + 4 * 3 + 2 + 3 * 2 + 2 + 2 + 5 * 4 + 3 * 2);
    }

    @Test
    void theIntervalHoldsTheFigureAndComesFromTheSeed() {
        ReaderAgreement agreement = ReaderAgreement.among(UNEVEN, TREE, BOOTSTRAP);
        Estimate kappa = agreement.kappa().orElseThrow();

        assertThat(kappa.covers(kappa.value())).isTrue();
        assertThat(kappa.low()).isLessThan(kappa.high());
        assertThat(agreement).isEqualTo(ReaderAgreement.among(UNEVEN, TREE, BOOTSTRAP));
        assertThat(agreement).isNotEqualTo(ReaderAgreement.among(UNEVEN, TREE, new Bootstrap(1000, 2)));
    }

    @Test
    void cellsWithOneReadingAloneAreAnsweredWithWhatToDo() {
        assertThatThrownBy(() -> ReaderAgreement.among(TestReadings.cells("BLA", "LYT"), TREE, BOOTSTRAP))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USER))
                .hasMessageContaining("second reader");
    }

    private static List<Double> kappas(ReaderAgreement agreement) {
        return agreement.classes().stream()
                .map(found -> found.kappa().orElseThrow().value())
                .toList();
    }
}

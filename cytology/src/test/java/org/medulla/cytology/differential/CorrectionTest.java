package org.medulla.cytology.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;

class CorrectionTest {
    private static final Nomenclature STANDARD = Nomenclature.standard();
    private static final List<String> THREE = List.of("BLA", "LYT", "ART");
    private static final ValidationCounts VALIDATION =
            ValidationCounts.of(THREE, new long[][] {{80, 15, 5}, {100, 890, 10}, {10, 10, 180}});

    private final Correction correction = Correction.of(VALIDATION, STANDARD, 1);

    @Test
    void blastsThatAreMisnamedLymphocytesAreTakenOut() {
        CorrectedShare blasts =
                correction.correct(Map.of("BLA", 50L, "LYT", 450L)).of("BLA");
        assertThat(blasts.raw().value()).isEqualTo(0.1);
        assertThat(blasts.adjusted().orElseThrow().share().value()).isLessThan(0.02);
        assertThat(blasts.priorShifted()).isEmpty();
    }

    @Test
    void sharesHaveTheCountedCellsAsBase() {
        CorrectedCount count = correction.correct(Map.of("BLA", 100L, "LYT", 300L, "ART", 100L));
        assertThat(count.cells()).isEqualTo(500);
        assertThat(count.counted()).isEqualTo(400);
        assertThat(count.classes()).hasSize(2);
        assertThat(count.classes().stream()
                        .mapToDouble(
                                share -> share.adjusted().orElseThrow().share().value())
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(count.of("BLA").raw().value()).isEqualTo(0.25);
    }

    @Test
    void theSameSeedGivesTheSameAnswer() {
        Map<String, Long> named = Map.of("BLA", 60L, "LYT", 440L);
        Share first =
                correction.correct(named).of("BLA").adjusted().orElseThrow().share();
        Share again =
                correction.correct(named).of("BLA").adjusted().orElseThrow().share();
        Share other = Correction.of(VALIDATION, STANDARD, 2)
                .correct(named)
                .of("BLA")
                .adjusted()
                .orElseThrow()
                .share();
        assertThat(again).isEqualTo(first);
        assertThat(other.value()).isEqualTo(first.value());
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void anIntervalIsNeverNarrowerThanThatOfAReaderWhoNeverErrs() {
        CorrectedShare blasts = correction.correct(Map.of("LYT", 500L)).of("BLA");
        assertThat(blasts.adjusted().orElseThrow().share().value()).isZero();
        assertThat(blasts.adjusted().orElseThrow().share().high())
                .isGreaterThanOrEqualTo(Wilson.interval(0, 500).high());
    }

    @Test
    void fewerValidationCellsMakeAWiderInterval() {
        ValidationCounts few = ValidationCounts.of(THREE, new long[][] {{8, 2, 0}, {10, 89, 1}, {1, 1, 18}});
        Map<String, Long> named = Map.of("BLA", 150L, "LYT", 350L);
        Share sure =
                correction.correct(named).of("BLA").adjusted().orElseThrow().share();
        Share unsure = Correction.of(few, STANDARD, 1)
                .correct(named)
                .of("BLA")
                .adjusted()
                .orElseThrow()
                .share();
        assertThat(unsure.high() - unsure.low()).isGreaterThan(1.5 * (sure.high() - sure.low()));
    }

    @Test
    void theProbabilityOfAThresholdFallsWithTheThreshold() {
        ResampledShare blasts = correction
                .correct(Map.of("BLA", 150L, "LYT", 350L))
                .of("BLA")
                .adjusted()
                .orElseThrow();
        assertThat(blasts.probabilityAtLeast(0.05)).isGreaterThan(0.99).isLessThan(1);
        assertThat(blasts.probabilityAtLeast(blasts.share().value())).isBetween(0.3, 0.7);
        assertThat(blasts.probabilityAtLeast(0.6)).isLessThan(0.01).isPositive();
    }

    @Test
    void aClassWithoutAValidationCellIsBelievedAsTheClassifierIsOnTheWhole() {
        ValidationCounts none = ValidationCounts.of(THREE, new long[][] {{0, 0, 0}, {5, 900, 10}, {1, 10, 180}});
        CorrectedShare blasts = Correction.of(none, STANDARD, 1)
                .correct(Map.of("BLA", 250L, "LYT", 250L))
                .of("BLA");
        assertThat(blasts.adjusted().orElseThrow().share().value()).isBetween(0.45, 0.6);
    }

    @Test
    void fiveHundredCellsWithProbabilitiesGiveBothCorrections() {
        SplittableRandom random = new SplittableRandom(4);
        SimulatedClassifier classifier = new SimulatedClassifier(random);
        double[] priors = classifier.trainingPriors();
        ValidationCounts validation = classifier.validate(SimulatedSmears.validationCells(), random);
        CorrectedCount count =
                Correction.of(validation, STANDARD, 1).correct(classifier.smear(500, priors, random), priors);
        assertThat(count.classes()).hasSize(17).allSatisfy(share -> {
            assertThat(share.adjusted()).isPresent();
            assertThat(share.priorShifted()).isPresent();
        });
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> correction.correct(Map.of("NGS", 3L))).isInstanceOf(MedullaException.class);
        assertThatThrownBy(() -> correction.correct(Map.of("ART", 3L))).isInstanceOf(MedullaException.class);
        assertThatThrownBy(() -> correction.correct(new float[][] {{1, 0}}, new double[] {0.5, 0.5}))
                .isInstanceOf(MedullaException.class);
        assertThatThrownBy(() -> correction.correct(new float[][] {{1, 0, 0}}, new double[] {0.5, 0.5, 0}))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("1/3");
        assertThatThrownBy(() -> ValidationCounts.of(THREE, new long[3][2])).isInstanceOf(MedullaException.class);
        assertThatThrownBy(() -> ValidationCounts.of(THREE, new long[3][3])).isInstanceOf(MedullaException.class);
    }
}

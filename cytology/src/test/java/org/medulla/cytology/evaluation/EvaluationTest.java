package org.medulla.cytology.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.medulla.cytology.evaluation.TestScores.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;

class EvaluationTest {
    private static final List<String> CLASSES = List.of("BLA", "PMO", "LYT");
    private final Bootstrap bootstrap = new Bootstrap(200, 1);

    @Test
    void aSmallExampleGivesTheFiguresComputedByHand() {
        Evaluation evaluation = evaluate(example().build(), 1);

        assertThat(evaluation.cells()).isEqualTo(6);
        assertThat(evaluation.confusion().count("BLA", "PMO")).isEqualTo(1);
        assertThat(value(evaluation, Metric.ACCURACY)).isCloseTo(3.0 / 6, within(1e-12));
        assertThat(value(evaluation, Metric.TOLERANT_ACCURACY)).isCloseTo(4.0 / 6, within(1e-12));
        assertThat(value(evaluation, Metric.BALANCED_ACCURACY)).isCloseTo((2.0 / 3 + 0 + 1.0 / 2) / 3, within(1e-12));
        assertThat(value(evaluation, Metric.TOLERANT_BALANCED_ACCURACY))
                .isCloseTo((3.0 / 3 + 0 + 1.0 / 2) / 3, within(1e-12));
    }

    @Test
    void aTruthThatTheModelCannotNameIsWrongAndReported() {
        Scores scores = example().add("NGS", row(0.2, 0.7, 0.1)).build();
        Evaluation evaluation = evaluate(scores, 1);

        assertThat(value(evaluation, Metric.ACCURACY)).isCloseTo(3.0 / 7, within(1e-12));
        assertThat(value(evaluation, Metric.BALANCED_ACCURACY))
                .isCloseTo((2.0 / 3 + 0 + 1.0 / 2 + 0) / 4, within(1e-12));
        assertThat(evaluation.foreign()).singleElement().satisfies(score -> {
            assertThat(score.code()).isEqualTo("NGS");
            assertThat(score.support()).isEqualTo(1);
            assertThat(score.strict().recall()).contains(new Estimate(0, 0, 0));
            assertThat(score.strict().precision()).isEmpty();
            assertThat(score.rocAuc()).isEmpty();
        });
    }

    @Test
    void aClassOutsideTheNomenclatureIsRefused() {
        Scores scores =
                Scores.builder(List.of("BLA", "QQQ")).add("BLA", row(0.5, 0.5)).build();

        assertThatThrownBy(() -> evaluate(scores, 1))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("QQQ");
    }

    @Test
    void sparseClassesStandBesideTheMacroFigures() {
        Evaluation evaluation = evaluate(example().build(), 2);

        assertThat(evaluation.filled().stream().map(ClassScore::code)).containsExactly("BLA", "LYT");
        assertThat(evaluation.sparse().stream().map(ClassScore::code)).containsExactly("PMO");
        assertThat(value(evaluation, Metric.BALANCED_ACCURACY)).isCloseTo((2.0 / 3 + 1.0 / 2) / 2, within(1e-12));
    }

    @Test
    void aClassThatWasNeverNamedHasNoPrecisionAndAnF1OfZero() {
        Scores scores = Scores.builder(CLASSES)
                .add("PMO", row(0.6, 0.3, 0.1))
                .add("BLA", row(0.6, 0.3, 0.1))
                .build();
        ClassScore score = evaluate(scores, 1).classes().get(1);

        assertThat(score.strict().precision()).isEmpty();
        assertThat(score.strict().f1().orElseThrow().value()).isZero();
        assertThat(score.predicted()).isZero();
    }

    @Test
    void aClassWithoutCellsHasNoRecallAndNoF1AndIsNeitherFilledNorSparse() {
        Scores scores = Scores.builder(CLASSES)
                .add("BLA", row(0.6, 0.3, 0.1))
                .add("BLA", row(0.1, 0.1, 0.8))
                .build();
        Evaluation evaluation = evaluate(scores, 1);
        ClassScore score = evaluation.classes().get(2);

        assertThat(score.strict().precision().orElseThrow().value()).isZero();
        assertThat(score.strict().recall()).isEmpty();
        assertThat(score.strict().f1()).isEmpty();
        assertThat(score.rocAuc()).isEmpty();
        assertThat(score.filled()).isFalse();
        assertThat(evaluation.sparse()).isEmpty();
        assertThat(value(evaluation, Metric.BALANCED_ACCURACY)).isEqualTo(0.5);
    }

    @Test
    void whereNoClassIsFilledTheMacroFiguresAreMissing() {
        Evaluation evaluation = Evaluation.of(example().build(), Nomenclature.standard(), bootstrap);

        assertThat(evaluation.minimumSupport()).isEqualTo(10);
        assertThat(evaluation.figure(Metric.MACRO_F1)).isEmpty();
        assertThat(evaluation.figure(Metric.ACCURACY)).isPresent();
    }

    @Test
    void aCellOfAForeignClassIsTolerantlyRightWhereItsNeighbourWasNamed() {
        Scores scores =
                Scores.builder(List.of("BLA", "LYT")).add("PMO", row(0.9, 0.1)).build();
        Evaluation evaluation = evaluate(scores, 1);

        assertThat(value(evaluation, Metric.ACCURACY)).isZero();
        assertThat(value(evaluation, Metric.TOLERANT_ACCURACY)).isEqualTo(1);
        assertThat(value(evaluation, Metric.BRIER)).isCloseTo(0.81 + 0.01 + 1, within(1e-6));
    }

    @Test
    void itSaysWhatWasResampled() {
        Scores scores = TestScores.byPatient(TestScores.random(100, 3));
        Evaluation evaluation = evaluate(scores, 1);

        assertThat(evaluation.clustering()).isEqualTo(Clustering.PATIENT);
        assertThat(evaluation.clusters()).isEqualTo(7);
        assertThat(evaluation.clustering().words()).contains("patients");
    }

    @Test
    void theReliabilityIsThatOfTheScoresInAnyOrder() {
        Scores scores = TestScores.scores(TestScores.random(100, 4));

        Reliability expected = Reliability.of(scores);
        Reliability found = evaluate(scores, 1).reliability();

        assertThat(found.bins().stream().map(Reliability.Bin::count))
                .containsExactlyElementsOf(
                        expected.bins().stream().map(Reliability.Bin::count).toList());
        assertThat(found.expectedCalibrationError()).isCloseTo(expected.expectedCalibrationError(), within(1e-12));
    }

    @Test
    void itStopsWhenThePersonAsks() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> evaluate(example().build(), 1)).isInstanceOf(CancelledException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static Scores.Builder example() {
        return Scores.builder(CLASSES)
                .add("BLA", row(0.6, 0.3, 0.1))
                .add("BLA", row(0.5, 0.1, 0.4))
                .add("BLA", row(0.3, 0.6, 0.1))
                .add("PMO", row(0.1, 0.2, 0.7))
                .add("LYT", row(0.1, 0.0, 0.9))
                .add("LYT", row(0.8, 0.1, 0.1));
    }

    private Evaluation evaluate(Scores scores, int minimumSupport) {
        return Evaluation.of(scores, Nomenclature.standard(), bootstrap, minimumSupport, Progress.silent());
    }

    private static double value(Evaluation evaluation, Metric metric) {
        return evaluation.figure(metric).orElseThrow().value();
    }
}

package org.medulla.cytology.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
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

    private static float[] row(double... probabilities) {
        float[] row = new float[probabilities.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) probabilities[i];
        }
        return row;
    }
}

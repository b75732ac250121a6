package org.medulla.cytology.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * All figures of 160 cells that a formula makes, against values computed with numpy 2.4 and scipy 1.17 from the definitions
 * (ROC-AUC by comparing all pairs, checked with scipy's Mann-Whitney U; calibration bins by {@code linspace(0, 1, 16)}).
 */
class IndependentFiguresTest {
    private static final int[] TRUTHS = {0, 0, 1, 1, 3, 3, 4, 4, 0, 1, 3};
    private static final Evaluation EVALUATION =
            Evaluation.of(scores(), Nomenclature.standard(), new Bootstrap(200, 1), 6, Progress.silent());

    private static Scores scores() {
        Scores.Builder builder = Scores.builder(TestScores.CLASSES);
        for (int i = 0; i < 160; i++) {
            int truth = i % 31 == 7 ? 2 : TRUTHS[(i * i + i / 7) % 11];
            int[] weights = new int[5];
            double sum = 0;
            for (int j = 0; j < 5; j++) {
                weights[j] = 1 + (7 * i + 11 * j * j + 5 * i * j) % 17 + (j == truth && i % 3 != 0 ? 12 : 0);
                sum += weights[j];
            }
            float[] row = new float[5];
            for (int j = 0; j < 5; j++) {
                row[j] = (float) (weights[j] / sum);
            }
            builder.add(i % 29 == 5 ? "NGS" : TestScores.CLASSES.get(truth), row);
        }
        return builder.build();
    }

    private static Map<Metric, Double> expected() {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.ACCURACY, 0.656250000000);
        values.put(Metric.BALANCED_ACCURACY, 0.546103367894);
        values.put(Metric.MACRO_F1, 0.542802458233);
        values.put(Metric.WEIGHTED_F1, 0.649828780478);
        values.put(Metric.TOLERANT_ACCURACY, 0.725000000000);
        values.put(Metric.TOLERANT_BALANCED_ACCURACY, 0.600917231822);
        values.put(Metric.TOLERANT_MACRO_F1, 0.596573728094);
        values.put(Metric.TOP_2, 0.756250000000);
        values.put(Metric.MEAN_TREE_DISTANCE, 1.737500000000);
        values.put(Metric.CROSS_LINEAGE_ERROR_RATE, 0.262500000000);
        values.put(Metric.CRITICAL_TO_HARMLESS_ERROR_RATE, 0.151898734177);
        values.put(Metric.BRIER, 0.677304125709);
        values.put(Metric.EXPECTED_CALIBRATION_ERROR, 0.305503816716);
        values.put(Metric.SELECTIVE_ACCURACY_90, 0.687500000000);
        values.put(Metric.SELECTIVE_ACCURACY_80, 0.727430555556);
        values.put(Metric.MACRO_ROC_AUC, 0.801822674985);
        return values;
    }

    @ParameterizedTest
    @EnumSource
    void everyHeadlineFigureAgrees(Metric metric) {
        assertThat(EVALUATION.figure(metric).orElseThrow().value())
                .isCloseTo(expected().get(metric), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "BLA,38,0.658536585366,0.710526315789,0.683544303797,0.853658536585,0.789473684211,0.820312500000,0.770383951682",
        "PMO,41,0.725000000000,0.707317073171,0.716049382716,0.800000000000,0.902439024390,0.848137535817,0.845255175241",
        "LYT,5,0.307692307692,0.800000000000,0.444444444444,0.307692307692,0.800000000000,0.444444444444,0.933548387097",
        "ART,47,0.743589743590,0.617021276596,0.674418604651,0.743589743590,0.617021276596,0.674418604651,0.806345321032",
        "EBO,23,0.592592592593,0.695652173913,0.640000000000,0.592592592593,0.695652173913,0.640000000000,0.785306251983",
    })
    void everyFigureOfAClassAgrees(
            String code,
            long support,
            double precision,
            double recall,
            double f1,
            double tolerantPrecision,
            double tolerantRecall,
            double tolerantF1,
            double rocAuc) {
        ClassScore score = EVALUATION.classes().stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();

        assertThat(score.support()).isEqualTo(support);
        assertMeasures(score.strict(), precision, recall, f1);
        assertMeasures(score.tolerant(), tolerantPrecision, tolerantRecall, tolerantF1);
        assertThat(score.rocAuc().orElseThrow().value()).isCloseTo(rocAuc, within(1e-9));
    }

    @Test
    void classesWithEnoughCellsAreFilledWhetherTheModelKnowsThemOrNot() {
        assertThat(EVALUATION.filled().stream().map(ClassScore::code))
                .containsExactly("BLA", "PMO", "ART", "EBO", "NGS");
        assertThat(EVALUATION.sparse().stream().map(ClassScore::code)).containsExactly("LYT");
        assertThat(EVALUATION.foreign().stream().map(ClassScore::code)).containsExactly("NGS");
    }

    private static void assertMeasures(Measures measures, double precision, double recall, double f1) {
        assertThat(measures.precision().orElseThrow().value()).isCloseTo(precision, within(1e-9));
        assertThat(measures.recall().orElseThrow().value()).isCloseTo(recall, within(1e-9));
        assertThat(measures.f1().orElseThrow().value()).isCloseTo(f1, within(1e-9));
    }
}

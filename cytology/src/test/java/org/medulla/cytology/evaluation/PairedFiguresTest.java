package org.medulla.cytology.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;

class PairedFiguresTest {
    private static final List<String> CLASSES = List.of("BLA", "LYT");

    /**
     * 1,000 cells: 600 both right, 150 only the first, 86 only the second, 164 neither. The normal interval of paired shares is
     * (b - c)/n ± 1.96 sqrt(b + c - (b - c)²/n)/n (Agresti, Categorical Data Analysis, 10.1.1): 0.064 ± 0.02985.
     */
    @Test
    void theIntervalOfADifferenceInAccuracyIsThatOfPairedShares() {
        Scores.Builder first = Scores.builder(CLASSES);
        Scores.Builder second = Scores.builder(CLASSES);
        for (int cell = 0; cell < 1000; cell++) {
            answer(first, cell < 750);
            answer(second, cell < 600 || (cell >= 750 && cell < 836));
        }

        Estimate difference = figures(List.of(first.build(), second.build()), 4000)
                .difference(0, 1, Metric.ACCURACY)
                .orElseThrow();

        assertThat(difference.value()).isCloseTo(0.064, within(1e-12));
        assertThat(difference.low()).isCloseTo(0.064 - 0.02985, within(0.0025));
        assertThat(difference.high()).isCloseTo(0.064 + 0.02985, within(0.0025));
    }

    /** The same computed again from first principles: draw patients, count, subtract, sort. */
    @Test
    void wholePatientsAreDrawnForBothMethodsAtOnce() {
        List<TestScores.Cell> cells = TestScores.random(240, 3);
        List<TestScores.Cell> others = TestScores.random(240, 4);
        Scores.Builder first = Scores.builder(TestScores.CLASSES);
        Scores.Builder second = Scores.builder(TestScores.CLASSES);
        for (int cell = 0; cell < cells.size(); cell++) {
            String patient = cells.get(cell).patient();
            first.add(cells.get(cell).truth(), cells.get(cell).row(), patient);
            second.add(cells.get(cell).truth(), others.get(cell).row(), patient);
        }
        Scores one = first.build();
        Scores two = second.build();
        SplittableRandom random = new SplittableRandom(7);
        double[] expected = new double[300];
        for (int i = 0; i < expected.length; i++) {
            int[] times = Bootstrap.draw(random, one.clusters());
            expected[i] = accuracy(one, times) - accuracy(two, times);
        }
        Arrays.sort(expected);

        Estimate difference = figures(List.of(one, two), 300)
                .difference(0, 1, Metric.ACCURACY)
                .orElseThrow();

        assertThat(one.clusters()).isEqualTo(7);
        assertThat(difference.low()).isCloseTo(Resamples.quantile(expected, 0.025), within(1e-12));
        assertThat(difference.high()).isCloseTo(Resamples.quantile(expected, 0.975), within(1e-12));
    }

    @Test
    void aMethodIsNoBetterThanItself() {
        Scores scores = TestScores.scores(TestScores.random(100, 5));

        for (Metric metric : Metric.values()) {
            assertThat(figures(List.of(scores, scores), 100).difference(0, 1, metric))
                    .contains(new Estimate(0, 0, 0));
        }
    }

    @Test
    void turningThePairRoundTurnsTheSign() {
        PairedFigures figures = figures(
                List.of(
                        sameCells(TestScores.random(150, 6), TestScores.random(150, 6)),
                        sameCells(TestScores.random(150, 6), TestScores.random(150, 8))),
                200);
        Estimate forth = figures.difference(0, 1, Metric.BALANCED_ACCURACY).orElseThrow();
        Estimate back = figures.difference(1, 0, Metric.BALANCED_ACCURACY).orElseThrow();

        assertThat(back.value()).isEqualTo(-forth.value());
        assertThat(back.low()).isCloseTo(-forth.high(), within(1e-12));
        assertThat(forth.value()).isNotZero();
    }

    @Test
    void answersToOtherCellsAreRefused() {
        List<Scores> different =
                List.of(TestScores.scores(TestScores.random(20, 1)), TestScores.scores(TestScores.random(21, 1)));

        assertThatThrownBy(() -> figures(different, 100)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Scores sameCells(List<TestScores.Cell> truths, List<TestScores.Cell> answers) {
        Scores.Builder builder = Scores.builder(TestScores.CLASSES);
        for (int cell = 0; cell < truths.size(); cell++) {
            builder.add(truths.get(cell).truth(), answers.get(cell).row());
        }
        return builder.build();
    }

    private static PairedFigures figures(List<Scores> scores, int resamples) {
        return PairedFigures.of(scores, Nomenclature.standard(), new Bootstrap(resamples, 7), 1, Progress.silent());
    }

    private static double accuracy(Scores scores, int[] times) {
        double right = 0;
        double all = 0;
        for (int cell = 0; cell < scores.size(); cell++) {
            int weight = times[scores.cluster(cell)];
            all += weight;
            right += scores.truth(cell).equals(scores.predicted(cell)) ? weight : 0;
        }
        return right / all;
    }

    private static void answer(Scores.Builder builder, boolean right) {
        builder.add("BLA", right ? TestScores.row(1, 0) : TestScores.row(0, 1));
    }
}

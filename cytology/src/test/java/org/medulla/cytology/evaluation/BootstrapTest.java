package org.medulla.cytology.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;

class BootstrapTest {
    private static final List<String> CLASSES = List.of("BLA", "LYT");
    private static final int STUDIES = 400;

    @Property(tries = 100)
    void asManyClustersAreDrawnAsThereAre(@ForAll @IntRange(min = 1, max = 200) int clusters, @ForAll long seed) {
        int[] times = Bootstrap.draw(new SplittableRandom(seed), clusters);

        assertThat(times).hasSize(clusters);
        assertThat(IntStream.of(times).sum()).isEqualTo(clusters);
    }

    @Test
    void quantilesAreThoseOfNumpy() {
        double[] sorted = {1, 2, 4, 8, 16, 32, 64};

        assertThat(Resamples.quantile(sorted, 0.025)).isCloseTo(1.15, within(1e-12));
        assertThat(Resamples.quantile(sorted, 0.975)).isCloseTo(59.2, within(1e-12));
        assertThat(Resamples.quantile(new double[] {7}, 0.975)).isEqualTo(7);
    }

    /** The mean of 0 to 99: its standard error is sqrt(833.25 / 100) = 2.887. What is undefined in a resample is left out of it. */
    @Test
    void anyFiguresCanHaveIntervalsFromTheSameResamples() {
        List<Optional<Estimate>> found = new Bootstrap(4000, 3).estimates(100, times -> {
            double mean = IntStream.range(0, 100).mapToDouble(i -> times[i] * i).sum() / 100;
            return new double[] {mean, Double.NaN, times[0] == 0 ? Double.NaN : 7};
        });

        Estimate mean = found.get(0).orElseThrow();
        assertThat(mean.value()).isEqualTo(49.5);
        assertThat(mean.low()).isCloseTo(49.5 - 1.96 * 2.887, within(0.25));
        assertThat(mean.high()).isCloseTo(49.5 + 1.96 * 2.887, within(0.25));
        assertThat(found.get(1)).isEmpty();
        assertThat(found.get(2)).contains(new Estimate(7, 7, 7));
    }

    @Test
    void theSeedDecidesTheIntervals() {
        Scores scores = TestScores.byPatient(TestScores.random(300, 5));

        assertThat(figures(scores, 1)).isEqualTo(figures(scores, 1)).isNotEqualTo(figures(scores, 2));
    }

    @Test
    void aSmallNumberOfResamplesIsRefused() {
        assertThatThrownBy(() -> new Bootstrap(99, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** 400 studies of 180 cells: the intervals should cover the true figure in 95 of 100, give or take 2.2 by chance. */
    @Test
    void intervalsCoverTheTrueFigureAsOftenAsTheySay() {
        int accuracyCovered = 0;
        int balancedCovered = 0;
        SplittableRandom random = new SplittableRandom(11);
        for (int study = 0; study < STUDIES; study++) {
            Scores.Builder builder = Scores.builder(CLASSES);
            for (int cell = 0; cell < 180; cell++) {
                boolean blast = random.nextInt(3) == 0;
                add(builder, blast ? "BLA" : "LYT", random.nextDouble() < (blast ? 0.6 : 0.9));
            }
            Resamples resamples = resamples(builder.build(), study);
            accuracyCovered += covers(resamples, Metric.ACCURACY, 0.8) ? 1 : 0;
            balancedCovered += covers(resamples, Metric.BALANCED_ACCURACY, 0.75) ? 1 : 0;
        }

        assertThat(accuracyCovered / (double) STUDIES).isBetween(0.925, 0.975);
        assertThat(balancedCovered / (double) STUDIES).isBetween(0.925, 0.975);
    }

    /** 30 patients with 10 cells each; a patient's cells are easy (95 % right) or hard (55 %). */
    @Test
    void whereCellsOfAPatientResembleEachOtherOnlyDrawingPatientsCovers() {
        int coveredByPatient = 0;
        int coveredByImage = 0;
        SplittableRandom random = new SplittableRandom(12);
        for (int study = 0; study < STUDIES; study++) {
            Scores.Builder byPatient = Scores.builder(CLASSES);
            Scores.Builder byImage = Scores.builder(CLASSES);
            for (int patient = 0; patient < 30; patient++) {
                double ease = random.nextBoolean() ? 0.95 : 0.55;
                for (int cell = 0; cell < 10; cell++) {
                    boolean right = random.nextDouble() < ease;
                    add(byImage, "BLA", right);
                    byPatient.add("BLA", right ? TestScores.row(1, 0) : TestScores.row(0, 1), "patient " + patient);
                }
            }
            coveredByPatient += covers(resamples(byPatient.build(), study), Metric.ACCURACY, 0.75) ? 1 : 0;
            coveredByImage += covers(resamples(byImage.build(), study), Metric.ACCURACY, 0.75) ? 1 : 0;
        }

        assertThat(coveredByPatient / (double) STUDIES).isBetween(0.91, 0.97);
        assertThat(coveredByImage / (double) STUDIES).isLessThan(0.80);
    }

    /** Wilson for 12 of 12 from scipy: 12 / (12 + norm.ppf(0.975) ** 2). */
    @Test
    void aShareOfOneOrZeroStillHasAnInterval() {
        Scores.Builder builder = Scores.builder(CLASSES);
        for (int cell = 0; cell < 12; cell++) {
            add(builder, "BLA", true);
        }
        Evaluation evaluation = evaluate(builder.build(), 3);

        Estimate accuracy = evaluation.figure(Metric.ACCURACY).orElseThrow();
        Estimate crossed = evaluation.figure(Metric.CROSS_LINEAGE_ERROR_RATE).orElseThrow();
        assertThat(accuracy.value()).isEqualTo(1);
        assertThat(accuracy.low()).isCloseTo(0.757505993345, within(1e-9));
        assertThat(accuracy.high()).isEqualTo(1);
        assertThat(crossed.low()).isEqualTo(0);
        assertThat(crossed.high()).isCloseTo(1 - 0.757505993345, within(1e-9));
    }

    @Test
    void aShareOfOneCountsPatientsAndNotTheirCells() {
        Scores.Builder builder = Scores.builder(CLASSES);
        for (int cell = 0; cell < 1200; cell++) {
            builder.add("BLA", TestScores.row(1, 0), "patient " + cell % 12);
        }
        Evaluation evaluation = evaluate(builder.build(), 3);

        assertThat(evaluation.figure(Metric.ACCURACY).orElseThrow().low()).isCloseTo(0.757505993345, within(1e-9));
        assertThat(evaluation
                        .classes()
                        .getFirst()
                        .strict()
                        .recall()
                        .orElseThrow()
                        .low())
                .isCloseTo(0.757505993345, within(1e-9));
    }

    @Test
    void theIntervalOfTheCalibrationErrorHoldsItsValueForAWellCalibratedClassifier() {
        SplittableRandom random = new SplittableRandom(13);
        Scores.Builder builder = Scores.builder(CLASSES);
        for (int cell = 0; cell < 400; cell++) {
            double probability = 0.5 + random.nextDouble() / 2;
            builder.add(
                    random.nextDouble() < probability ? "BLA" : "LYT", TestScores.row(probability, 1 - probability));
        }
        Estimate error = evaluate(builder.build(), 4)
                .figure(Metric.EXPECTED_CALIBRATION_ERROR)
                .orElseThrow();

        assertThat(error.covers(error.value())).isTrue();
        assertThat(error.low()).isLessThan(error.high());
    }

    @Test
    void aClassThatWasNotDrawnIsLeftOutOfThatResample() {
        Scores.Builder builder = Scores.builder(CLASSES);
        add(builder, "BLA", false);
        for (int cell = 0; cell < 20; cell++) {
            add(builder, "LYT", true);
        }
        Evaluation evaluation =
                Evaluation.of(builder.build(), Nomenclature.standard(), new Bootstrap(500, 5), 1, Progress.silent());

        assertThat(evaluation.figure(Metric.BALANCED_ACCURACY)).contains(new Estimate(0.5, 0.5, 1));
    }

    private static void add(Scores.Builder builder, String truth, boolean right) {
        builder.add(truth, truth.equals("BLA") == right ? TestScores.row(1, 0) : TestScores.row(0, 1));
    }

    private static Evaluation evaluate(Scores scores, long seed) {
        return Evaluation.of(scores, Nomenclature.standard(), new Bootstrap(300, seed));
    }

    private static Object figures(Scores scores, long seed) {
        Evaluation evaluation = evaluate(scores, seed);
        return List.of(evaluation.figures(), evaluation.classes());
    }

    private static Resamples resamples(Scores scores, long seed) {
        ClassRules rules = new ClassRules(scores.truths(), scores.classes(), Nomenclature.standard());
        BitSet filled = new BitSet();
        filled.set(0, scores.truths().size());
        return new Resamples(
                new CellCounter(scores, rules, filled), scores.clusters(), new Bootstrap(250, seed), Progress.silent());
    }

    private static boolean covers(Resamples resamples, Metric metric, double truth) {
        return resamples.estimate(metric::of).orElseThrow().covers(truth);
    }
}

package org.medulla.cytology.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.evaluation.TestScores.Cell;
import org.medulla.cytology.nomenclature.Nomenclature;

class MetricTest {
    private static final double EXACT = 1e-9;

    @Property(tries = 200)
    void weightingACellIsTheSameAsHavingItSeveralTimes(
            @ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
        List<Cell> cells = TestScores.random(size, seed);
        int[] weights = new Random(seed).ints(size, 0, 4).toArray();
        weights[0] = 2;
        List<Cell> copies = new ArrayList<>();
        IntStream.range(0, size).forEach(cell -> copies.addAll(Collections.nCopies(weights[cell], cells.get(cell))));

        Scores copied = TestScores.scores(copies);
        Tally weighted = counter(TestScores.scores(cells)).count(weights);
        Tally expected = counter(copied).count(once(copied));

        for (Metric metric : Metric.values()) {
            assertThat(metric.of(weighted)).as(metric.title()).isEqualTo(metric.of(expected), within(EXACT));
        }
    }

    @Property(tries = 200)
    void theOrderOfTheCellsDoesNotMatter(@ForAll @IntRange(min = 1, max = 60) int size, @ForAll long seed) {
        List<Cell> cells = TestScores.random(size, seed);
        List<Cell> shuffled = new ArrayList<>(cells);
        Collections.shuffle(shuffled, new Random(seed));

        Tally original = tally(cells);
        Tally other = tally(shuffled);

        for (Metric metric : Metric.values()) {
            assertThat(metric.of(other)).as(metric.title()).isEqualTo(metric.of(original), within(EXACT));
        }
    }

    @Property(tries = 300)
    void everyFigureLiesInItsRange(@ForAll @IntRange(min = 1, max = 60) int size, @ForAll long seed) {
        Tally tally = tally(TestScores.random(size, seed));

        for (Metric metric : Metric.values()) {
            double most = metric == Metric.MEAN_TREE_DISTANCE
                    ? Nomenclature.GREATEST_DISTANCE
                    : metric == Metric.BRIER ? 2 : 1;
            double value = metric.of(tally);
            assertThat(Double.isNaN(value) || (value >= 0 && value <= most + EXACT))
                    .as(metric + " " + value)
                    .isTrue();
        }
    }

    @Property(tries = 300)
    void toleranceNeverMakesAFigureWorse(@ForAll @IntRange(min = 1, max = 60) int size, @ForAll long seed) {
        Tally tally = tally(TestScores.random(size, seed));

        assertThat(Metric.TOLERANT_ACCURACY.of(tally)).isGreaterThanOrEqualTo(Metric.ACCURACY.of(tally));
        assertThat(Metric.TOLERANT_BALANCED_ACCURACY.of(tally))
                .isGreaterThanOrEqualTo(Metric.BALANCED_ACCURACY.of(tally));
        assertThat(Metric.TOLERANT_MACRO_F1.of(tally)).isGreaterThanOrEqualTo(Metric.MACRO_F1.of(tally) - EXACT);
        assertThat(Metric.TOP_2.of(tally)).isGreaterThanOrEqualTo(Metric.ACCURACY.of(tally));
    }

    @Property(tries = 200)
    void aClassifierThatIsAlwaysSureHasTheErrorsThatItsAccuracyLeaves(
            @ForAll @IntRange(min = 1, max = 60) int size, @ForAll long seed) {
        List<Cell> sure =
                TestScores.random(size, seed).stream().map(MetricTest::sure).toList();
        Tally tally = tally(sure);
        double wrong = 1 - Metric.ACCURACY.of(tally);

        assertThat(Metric.BRIER.of(tally)).isCloseTo(2 * wrong, within(EXACT));
        assertThat(Metric.EXPECTED_CALIBRATION_ERROR.of(tally)).isCloseTo(wrong, within(EXACT));
        assertThat(Metric.SELECTIVE_ACCURACY_80.of(tally)).isCloseTo(1 - wrong, within(EXACT));
    }

    @Property(tries = 200)
    void accuracyIsTheMeanOfTheRecallsWeightedBySupport(
            @ForAll @IntRange(min = 1, max = 60) int size, @ForAll long seed) {
        Tally tally = tally(TestScores.random(size, seed));
        ConfusionMatrix confusion = tally.confusion();
        double sum = 0;
        for (int truth = 0; truth < confusion.truths().size(); truth++) {
            if (confusion.support(truth) > 0) {
                sum += confusion.support(truth) * tally.rules().strict().recall(confusion, truth);
            }
        }

        assertThat(Metric.ACCURACY.of(tally)).isCloseTo(sum / confusion.total(), within(EXACT));
    }

    @Test
    void aPerfectClassifierHasPerfectFigures() {
        Scores.Builder builder = Scores.builder(List.of("BLA", "EBO"));
        for (int i = 0; i < 6; i++) {
            builder.add(i % 2 == 0 ? "BLA" : "EBO", TestScores.row(1 - i % 2, i % 2));
        }
        Scores scores = builder.build();
        Tally tally = counter(scores).count(once(scores));

        for (Metric metric : Metric.values()) {
            assertThat(metric.of(tally)).as(metric.title()).isEqualTo(metric.higherIsBetter() ? 1 : 0);
        }
    }

    @Test
    void withoutFilledClassesMacroFiguresAreUndefinedAndTheOthersAreNot() {
        Scores scores = TestScores.scores(TestScores.random(20, 1));
        ClassRules rules = new ClassRules(scores.truths(), scores.classes(), Nomenclature.standard());
        Tally tally = new CellCounter(scores, rules, new BitSet()).count(once(scores));

        assertThat(Metric.BALANCED_ACCURACY.of(tally)).isNaN();
        assertThat(Metric.MACRO_F1.of(tally)).isNaN();
        assertThat(Metric.MACRO_ROC_AUC.of(tally)).isNaN();
        assertThat(Metric.ACCURACY.of(tally)).isBetween(0.0, 1.0);
        assertThat(Metric.WEIGHTED_F1.of(tally)).isBetween(0.0, 1.0);
    }

    @Test
    void aSampleWithoutCriticalCellsHasNoCriticalErrorRate() {
        Scores scores = Scores.builder(List.of("LYT", "EBO"))
                .add("LYT", TestScores.row(0, 1))
                .build();

        assertThat(Metric.CRITICAL_TO_HARMLESS_ERROR_RATE.of(counter(scores).count(once(scores))))
                .isNaN();
    }

    @Test
    void everyMetricHasItsOwnNameAndOneSentence() {
        assertThat(Arrays.stream(Metric.values()).map(Metric::title)).doesNotHaveDuplicates();
        assertThat(Metric.values())
                .allSatisfy(metric -> assertThat(metric.meaning()).endsWith("."));
    }

    private static Cell sure(Cell cell) {
        int best = TestScores.scores(List.of(cell)).predictedIndex(0);
        List<Float> row = IntStream.range(0, cell.probabilities().size())
                .mapToObj(code -> code == best ? 1f : 0f)
                .toList();
        return new Cell(cell.truth(), row, cell.patient());
    }

    private static Tally tally(List<Cell> cells) {
        Scores scores = TestScores.scores(cells);
        return counter(scores).count(once(scores));
    }

    private static int[] once(Scores scores) {
        int[] once = new int[scores.clusters()];
        Arrays.fill(once, 1);
        return once;
    }

    /** Every class that has a cell is filled. */
    private static CellCounter counter(Scores scores) {
        BitSet filled = new BitSet();
        filled.set(0, scores.truths().size());
        return new CellCounter(
                scores, new ClassRules(scores.truths(), scores.classes(), Nomenclature.standard()), filled);
    }
}

package org.medulla.cytology.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.nomenclature.Nomenclature;

class FoldFiguresTest {
    private static final List<String> CLASSES = List.of("BLA", "PMO", "LYT");

    @Test
    void meanAndStandardDeviationAreThoseOfNumpyWithOneDegreeOfFreedomLess() {
        // numpy.mean and numpy.std(ddof=1) of 0.71, 0.78, 0.69, 0.80, 0.75
        Spread spread = Spread.of(0.71, 0.78, 0.69, 0.80, 0.75).orElseThrow();

        assertThat(spread.mean()).isCloseTo(0.746, within(1e-12));
        assertThat(spread.deviation()).isCloseTo(0.046151923036857, within(1e-12));
        assertThat(spread.folds()).isEqualTo(5);
        assertThat(Spread.of(Double.NaN, 0.5)).contains(new Spread(0.5, 0, 1));
        assertThat(Spread.of(Double.NaN)).isEmpty();
    }

    /**
     * Fold 0: four blasts, three called so and one promyelocyte; two lymphocytes, one called a blast. Fold 1: two blasts, both called
     * so; one promyelocyte called a blast, which is tolerated.
     */
    @Test
    void everyClassHasItsFiguresByFoldStrictAndTolerant() {
        Scores first = Scores.builder(CLASSES)
                .add("BLA", sure(0))
                .add("BLA", sure(0))
                .add("BLA", sure(0))
                .add("BLA", sure(1))
                .add("LYT", sure(2))
                .add("LYT", sure(0))
                .build();
        Scores second = Scores.builder(CLASSES)
                .add("BLA", sure(0))
                .add("BLA", sure(0))
                .add("PMO", sure(0))
                .build();

        FoldFigures figures = FoldFigures.of(List.of(first, second), Nomenclature.standard(), 2);

        FoldFigures.ClassSpread blast = figures.classes().getFirst();
        assertThat(blast.code()).isEqualTo("BLA");
        assertThat(blast.support()).isEqualTo(6);
        assertSpread(blast.recall().orElseThrow(), 0.875, 0.125 * Math.sqrt(2), 2);
        assertSpread(blast.precision().orElseThrow(), (0.75 + 2.0 / 3) / 2, (0.75 - 2.0 / 3) / Math.sqrt(2), 2);
        assertSpread(blast.tolerantRecall().orElseThrow(), 1, 0, 2);
        assertSpread(blast.tolerantPrecision().orElseThrow(), 0.875, 0.125 * Math.sqrt(2), 2);
        FoldFigures.ClassSpread promyelocyte = figures.classes().get(1);
        assertThat(promyelocyte.filled()).isFalse();
        assertSpread(promyelocyte.recall().orElseThrow(), 0, 0, 1);
        FoldFigures.ClassSpread lymphocyte = figures.classes().get(2);
        assertSpread(lymphocyte.recall().orElseThrow(), 0.5, 0, 1);
        assertSpread(lymphocyte.precision().orElseThrow(), 1, 0, 1);
        // The promyelocyte is too rare to count: means of 0.75 and 0.5, and of 1.
        assertSpread(figures.figure(Metric.BALANCED_ACCURACY).orElseThrow(), 0.8125, (1 - 0.625) / Math.sqrt(2), 2);
    }

    @Test
    void aClassThatOneFoldsModelCannotNameIsWrongThere() {
        Scores knows = Scores.builder(CLASSES).add("LYT", sure(2)).build();
        Scores doesNot = Scores.builder(List.of("BLA", "PMO"))
                .add("LYT", TestScores.row(1, 0))
                .build();

        FoldFigures figures = FoldFigures.of(List.of(knows, doesNot), Nomenclature.standard(), 1);

        FoldFigures.ClassSpread lymphocyte = figures.classes().stream()
                .filter(spread -> spread.code().equals("LYT"))
                .findFirst()
                .orElseThrow();
        assertSpread(lymphocyte.recall().orElseThrow(), 0.5, Math.sqrt(0.5), 2);
    }

    private static void assertSpread(Spread spread, double mean, double deviation, int folds) {
        assertThat(spread.mean()).isCloseTo(mean, within(1e-12));
        assertThat(spread.deviation()).isCloseTo(deviation, within(1e-12));
        assertThat(spread.folds()).isEqualTo(folds);
    }

    private static float[] sure(int code) {
        float[] row = new float[CLASSES.size()];
        row[code] = 1;
        return row;
    }
}

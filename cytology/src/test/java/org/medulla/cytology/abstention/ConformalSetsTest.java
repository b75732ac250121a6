package org.medulla.cytology.abstention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConformalSetsTest {
    private static final double LEVEL = 0.9;

    /** Of 20 cells with 0.01, 0.03 ... the 19th highest, since 21 x 0.9 = 18.9: worked out by hand. */
    @Test
    void theLimitIsTheProbabilityThatEnoughCellsOfTheClassReach() {
        ConformalSets sets = ConformalSets.calibrate(twoClasses(20, 30), truth(20, 30), 2, LEVEL);

        assertThat(sets.limits().get(0)).isCloseTo(0.03, within(1e-6));
        // Of 30 cells the 28th highest, since 31 x 0.9 = 27.9.
        assertThat(sets.limits().get(1)).isCloseTo(0.05, within(1e-6));
        assertThat(sets.borrowed()).containsExactly(false, false);
    }

    @Test
    void aClassWithTooFewCellsBorrowsTheLimitOfAll() {
        ConformalSets sets = ConformalSets.calibrate(twoClasses(19, 21), truth(19, 21), 2, LEVEL);

        assertThat(sets.borrowed()).containsExactly(true, false);
        // The 37th highest of 40, since 41 x 0.9 = 36.9; the values are 0.01 and 0.03 twice, 0.05 twice...
        assertThat(sets.limits().get(0)).isCloseTo(0.03, within(1e-6));
    }

    @Test
    void withTooFewCellsForTheLevelEveryClassIsInTheSet() {
        ConformalSets sets = ConformalSets.calibrate(new float[][] {{0.9f, 0.1f}}, new int[] {0}, 2, LEVEL);

        assertThat(sets.set(List.of(1f, 0f))).containsExactly(0, 1);
    }

    @Test
    void aSetIsInFallingOrderAndHoldsAtLeastTheBestClass() {
        ConformalSets sets = new ConformalSets(LEVEL, List.of(0.3, 0.9, 0.2), List.of(false, false, false));

        assertThat(sets.set(List.of(0.3f, 0.5f, 0.2f))).containsExactly(1, 0, 2);
        assertThat(sets.set(List.of(0.1f, 0.8f, 0.1f))).containsExactly(1);
        assertThat(sets.set(List.of(0.25f, 0.375f, 0.375f))).containsExactly(1, 2);
        assertThat(sets.set(List.of(0.25f, 0.6f, 0.15f))).containsExactly(1);
    }

    /** The average over many calibrations has to reach the level for each class; three standard errors are 0.007. */
    @Property(tries = 5)
    void eachClassIsCoveredAsOftenAsStated(
            @ForAll long seed,
            @ForAll @IntRange(min = 20, max = 60) int cellsOfEach,
            @ForAll @DoubleRange(min = 0.6, max = 0.95) double level) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] covered = new double[3];
        int rounds = 2000;
        int fresh = 10;
        for (int round = 0; round < rounds; round++) {
            float[][] probabilities = new float[3 * cellsOfEach][];
            int[] truth = new int[3 * cellsOfEach];
            for (int cell = 0; cell < truth.length; cell++) {
                truth[cell] = cell % 3;
                probabilities[cell] = answer(truth[cell], random);
            }
            ConformalSets sets = ConformalSets.calibrate(probabilities, truth, 3, level);
            for (int cell = 0; cell < 3 * fresh; cell++) {
                covered[cell % 3] += sets.set(list(answer(cell % 3, random))).contains(cell % 3) ? 1 : 0;
            }
        }
        for (double count : covered) {
            assertThat(count / (rounds * fresh)).isGreaterThan(level - 0.02);
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new ConformalSets(1, List.of(0.1, 0.1), List.of(false, false)))
                .hasMessageContaining("level");
        assertThatThrownBy(() -> new ConformalSets(LEVEL, List.of(0.1, Double.NaN), List.of(false, false)))
                .hasMessageContaining("limit");
        assertThatThrownBy(() -> new ConformalSets(LEVEL, List.of(0.1, 0.1, 0.1), List.of(false, false, false))
                        .set(List.of(0.5f, 0.5f)))
                .hasMessageContaining("3 classes but 2");
    }

    /** A classifier that finds class 0 easier than class 2. */
    private static float[] answer(int truth, SplittableRandom random) {
        double[] odds = new double[3];
        double sum = 0;
        for (int label = 0; label < 3; label++) {
            odds[label] = Math.exp(random.nextGaussian() + (label == truth ? 3.0 - truth : 0));
            sum += odds[label];
        }
        return new float[] {(float) (odds[0] / sum), (float) (odds[1] / sum), (float) (odds[2] / sum)};
    }

    /** Cells of two classes whose own probabilities are 0.01, 0.03, 0.05 ... in each class. */
    private static float[][] twoClasses(int first, int second) {
        float[][] rows = new float[first + second][];
        for (int cell = 0; cell < rows.length; cell++) {
            boolean isFirst = cell < first;
            float own = (2 * (isFirst ? cell : cell - first) + 1) / 100f;
            rows[cell] = isFirst ? new float[] {own, 1 - own} : new float[] {1 - own, own};
        }
        return rows;
    }

    private static int[] truth(int first, int second) {
        int[] truth = new int[first + second];
        for (int cell = first; cell < truth.length; cell++) {
            truth[cell] = 1;
        }
        return truth;
    }

    private static List<Float> list(float[] values) {
        List<Float> list = new ArrayList<>();
        for (float value : values) {
            list.add(value);
        }
        return list;
    }
}

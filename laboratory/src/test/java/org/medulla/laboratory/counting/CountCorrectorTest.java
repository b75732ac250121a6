package org.medulla.laboratory.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.differential.CorrectedShare;
import org.medulla.cytology.differential.ResampledShare;
import org.medulla.cytology.differential.ShiftTrial;
import org.medulla.cytology.differential.ValidationCounts;

class CountCorrectorTest {
    private static final List<String> CLASSES = List.of("BLA", "NGS", "LYT", "ART");
    private static final double[] EQUAL = {0.25, 0.25, 0.25, 0.25};
    private static final Optional<ShiftTrial> PASSED = Optional.of(new ShiftTrial(0.04, 0.02));

    @Property(tries = 20)
    void whereTheModelNeverErredTheCorrectedSharesAreTheRawOnes(
            @ForAll @Size(4) List<@IntRange(min = 0, max = 200) Integer> named) {
        CountCorrection.Made made = made(CountCorrector.correct(
                diagonal(100_000),
                EQUAL,
                PASSED,
                Counts.certain(named.get(0) + 1, named.get(1), named.get(2), named.get(3))));
        assertThat(made.count().classes()).hasSize(3).allSatisfy(one -> {
            assertThat(value(one.adjusted())).isCloseTo(one.raw().value(), within(1e-3));
            assertThat(value(one.priorShifted())).isCloseTo(one.raw().value(), within(1e-3));
        });
    }

    @Test
    void confusionsAreTakenOut() {
        ValidationCounts lendsBlasts = ValidationCounts.of(
                CLASSES, new long[][] {{100, 0, 0, 0}, {0, 100, 0, 0}, {10, 0, 90, 0}, {0, 0, 0, 100}});
        CountCorrection correction = CountCorrector.correct(lendsBlasts, EQUAL, PASSED, Counts.certain(50, 0, 450, 0));
        CorrectedShare blasts = correction.of("BLA").orElseThrow();
        assertThat(blasts.raw().value()).isEqualTo(0.1);
        assertThat(value(blasts.adjusted())).isLessThan(0.02);
        assertThat(made(correction).validationCells()).isEqualTo(400);
        assertThat(correction.of("EOS")).isEmpty();
    }

    @Test
    void aSmallValidationPartCorrectsNothingAndSaysWhy() {
        ValidationCounts small =
                ValidationCounts.of(CLASSES, new long[][] {{4, 0, 0, 0}, {0, 90, 0, 0}, {0, 0, 4, 0}, {0, 0, 0, 0}});
        CountCorrection correction = CountCorrector.correct(small, EQUAL, PASSED, Counts.certain(50, 100, 0, 0));
        assertThat(correction)
                .isEqualTo(new CountCorrection.LeftOut(
                        "Only 1 of the model's 4 classes have 5 validation cells or more, too few to correct by."));
        assertThat(correction.of("BLA")).isEmpty();
    }

    @Test
    void aModelThatFailedItsTrialGetsNoPriorShift() {
        CountCorrection.Made failed = made(CountCorrector.correct(
                diagonal(50), EQUAL, Optional.of(new ShiftTrial(0.02, 0.05)), Counts.certain(5, 5, 5, 5)));
        assertThat(failed.withoutShift().orElseThrow()).contains("off by 5.0 points, the raw ones by 2.0");
        assertThat(failed.count().classes()).allSatisfy(one -> {
            assertThat(one.adjusted()).isPresent();
            assertThat(one.priorShifted()).isEmpty();
        });
    }

    @Test
    void aClassThatWasNotLearnedFromLeavesTheAdjustedCount() {
        CountCorrection.Made made = made(CountCorrector.correct(
                diagonal(50), new double[] {0.5, 0.5, 0, 0}, Optional.empty(), Counts.certain(5, 5, 5, 5)));
        assertThat(made.withoutShift().orElseThrow()).contains("learned from no cell");
        assertThat(value(made.count().of("BLA").adjusted())).isBetween(0.25, 0.4);
    }

    private static CountCorrection.Made made(CountCorrection correction) {
        assertThat(correction).isInstanceOf(CountCorrection.Made.class);
        return (CountCorrection.Made) correction;
    }

    private static double value(Optional<ResampledShare> share) {
        return share.orElseThrow().share().value();
    }

    private static ValidationCounts diagonal(long cells) {
        long[][] counts = new long[4][4];
        Arrays.setAll(counts, truth -> {
            long[] row = new long[4];
            row[truth] = cells;
            return row;
        });
        return ValidationCounts.of(CLASSES, counts);
    }
}

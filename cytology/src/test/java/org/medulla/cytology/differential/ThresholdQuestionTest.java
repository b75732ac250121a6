package org.medulla.cytology.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.MedullaException;

class ThresholdQuestionTest {
    private static final ThresholdQuestion TWENTY = ThresholdQuestion.of(0.2);
    private static final Pattern ROW =
            Pattern.compile("<td>(\\d+) %</td><td>([\\d.]+) %</td><td>([\\d.]+) %</td><td>(\\d+)</td>");

    @Test
    void theTableInTheDocumentationIsTrue() throws IOException {
        String source = Files.readString(Path.of(
                System.getProperty("medulla.root"),
                "cytology/src/main/java/org/medulla/cytology/differential/ThresholdQuestion.java"));
        List<MatchResult> rows = ROW.matcher(source).results().toList();
        assertThat(rows).extracting(row -> row.group(1)).containsExactly("15", "18", "20", "22", "25");
        for (MatchResult row : rows) {
            double share = number(row, 1) / 100;
            OperatingCharacteristics exact = TWENTY.characteristics(share);
            double wrong = share < 0.2 ? exact.atOrAbove() : exact.below();
            assertThat(100 * wrong).isCloseTo(number(row, 2), within(0.0051));
            assertThat(100 * exact.undecided()).isCloseTo(number(row, 3), within(0.051));
            assertThat(exact.meanCells()).isCloseTo(number(row, 4), within(0.51));
        }
    }

    @Test
    void countingSimulatedSmearsByTheRuleGivesTheSameCharacteristics() {
        RandomGenerator random = new SplittableRandom(20);
        for (double share : new double[] {0.15, 0.18, 0.2, 0.22, 0.25}) {
            int smears = 2000;
            int below = 0;
            int atOrAbove = 0;
            double cells = 0;
            for (int smear = 0; smear < smears; smear++) {
                Ending ending = count(TWENTY, share, random);
                cells += ending.cells();
                switch (ending.answer()) {
                    case ThresholdAnswer.Below _ -> below++;
                    case ThresholdAnswer.AtOrAbove _ -> atOrAbove++;
                    case ThresholdAnswer.CountMore _, ThresholdAnswer.TooNear _ -> {}
                }
            }
            OperatingCharacteristics exact = TWENTY.characteristics(share);
            assertThat((double) below / smears).isCloseTo(exact.below(), within(tolerance(exact.below(), smears)));
            assertThat((double) atOrAbove / smears)
                    .isCloseTo(exact.atOrAbove(), within(tolerance(exact.atOrAbove(), smears)));
            assertThat(cells / smears).isCloseTo(exact.meanCells(), within(60.0));
        }
    }

    @Test
    void allEndingsTogetherAreCertain() {
        for (double share : new double[] {0.01, 0.2, 0.5, 0.99}) {
            OperatingCharacteristics exact = TWENTY.characteristics(share);
            assertThat(exact.below() + exact.atOrAbove() + exact.undecided()).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void aClearShareIsSettled() {
        assertThat(TWENTY.answer(150, 500)).isInstanceOf(ThresholdAnswer.AtOrAbove.class);
        assertThat(TWENTY.answer(25, 500)).isInstanceOf(ThresholdAnswer.Below.class);
    }

    @Test
    void anUnclearShareAsksForTheCellsThatWouldSettleItIfItStayed() {
        ThresholdAnswer answer = TWENTY.answer(68, 400);
        assertThat(answer).isInstanceOfSatisfying(ThresholdAnswer.CountMore.class, more -> {
            long cells = 400 + more.cells();
            assertThat(TWENTY.answer(17 * cells / 100, cells)).isInstanceOf(ThresholdAnswer.Below.class);
            assertThat(TWENTY.answer(17 * (cells - 100) / 100, cells - 100))
                    .isInstanceOf(ThresholdAnswer.CountMore.class);
        });
    }

    @Test
    void aShareAtTheThresholdIsTooNearToBeSettled() {
        assertThat(TWENTY.answer(100, 500)).isInstanceOf(ThresholdAnswer.TooNear.class);
        assertThat(TWENTY.answer(400, 2000)).isInstanceOf(ThresholdAnswer.TooNear.class);
    }

    @Test
    void beforeTheFirstLookNothingIsSettled() {
        assertThat(TWENTY.answer(0, 0))
                .isInstanceOfSatisfying(
                        ThresholdAnswer.CountMore.class,
                        more -> assertThat(more.cells()).isEqualTo(200));
        assertThat(TWENTY.answer(0, 150))
                .isInstanceOfSatisfying(
                        ThresholdAnswer.CountMore.class,
                        more -> assertThat(more.cells()).isEqualTo(50));
    }

    @Test
    void aThresholdOfNothingIsRefused() {
        assertThatThrownBy(() -> ThresholdQuestion.of(0)).isInstanceOf(MedullaException.class);
        assertThatThrownBy(() -> new ThresholdQuestion(0.2, 0.99, 200, 100, 100))
                .isInstanceOf(MedullaException.class);
    }

    private static Ending count(ThresholdQuestion question, double share, RandomGenerator random) {
        long hits = 0;
        long cells = 0;
        while (true) {
            cells++;
            hits += random.nextDouble() < share ? 1 : 0;
            if (cells >= question.firstLook() && (cells - question.firstLook()) % question.step() == 0) {
                ThresholdAnswer answer = question.answer(hits, cells);
                boolean settled =
                        answer instanceof ThresholdAnswer.Below || answer instanceof ThresholdAnswer.AtOrAbove;
                if (settled || cells == question.maximum()) {
                    return new Ending(answer, cells);
                }
            }
        }
    }

    /** Four standard errors of a simulated probability, and a little for those near 0. */
    private static double tolerance(double probability, int smears) {
        return 4 * Math.sqrt(probability * (1 - probability) / smears) + 0.002;
    }

    private static double number(MatchResult row, int group) {
        return Double.parseDouble(row.group(group));
    }

    private record Ending(ThresholdAnswer answer, long cells) {}
}

package org.medulla.cytology.suspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.evaluation.Scores;

class SuspectsTest {
    private static final List<String> CLASSES = List.of("BLA", "LYT", "PMO");

    /** 60 cells by a formula that numpy can repeat; every seventh is given the class after its own. */
    private static final Scores FORMULA = byFormula();

    /** By numpy: thresholds, counts above them, rows brought to 20 cells each. */
    @Test
    void theConfidentJointIsThatOfAnIndependentProgram() {
        Suspects suspects = Suspects.of(FORMULA);

        assertThat(suspects.classes()).extracting(ClassNoise::classCode).containsExactlyElementsOf(CLASSES);
        assertThat(suspects.classes())
                .extracting(ClassNoise::threshold)
                .usingElementComparator(SuspectsTest::nearly)
                .containsExactly(0.5226691864430905, 0.5167857736349106, 0.5092941738665104);
        assertThat(suspects.classes())
                .extracting(noise -> noise.noiseRate().orElseThrow())
                .usingElementComparator(SuspectsTest::nearly)
                .containsExactly(1 / 7.0, 0.2, 1 / 6.0);
        assertThat(suspects.classes().getFirst().probableCells())
                .isEqualTo(Map.of("BLA", 12 / 14.0 * 20, "PMO", 2 / 14.0 * 20));
        assertThat(suspects.noiseRate().orElseThrow()).isCloseTo(0.1698412698412698, within(1e-9));
        assertThat(suspects.judged()).isEqualTo(60);
    }

    @Test
    void theCellsThatPruningTakesOutAreThoseOfAnIndependentProgram() {
        GivenScores given = new GivenScores(FORMULA);

        assertThat(new ConfidentJoint(given).pruned().stream()).containsExactly(0, 1, 7, 14, 21, 28, 35, 42, 49, 56);
    }

    /** By numpy: the nine cells whose likeliest class is another one, by its share of the two probabilities. */
    @Test
    void theOrderIsThatOfAnIndependentProgram() {
        List<Suspect> ranked = Suspects.of(FORMULA).ranked();

        assertThat(ranked).hasSize(9);
        assertThat(ranked.stream().limit(5).map(Suspect::index)).containsExactly(21, 49, 14, 35, 7);
        assertThat(ranked.getFirst().givenClass()).isEqualTo("LYT");
        assertThat(ranked.getFirst().suggestedClass()).isEqualTo("BLA");
        assertThat(ranked.getFirst().score()).isCloseTo(0.894737, within(1e-6));
    }

    /** The cell has the probabilities 0.68, 0.08 (given) and 0.24; the entropy by numpy. */
    @Test
    void everyRankingScoresACellByItsOwnFormula() {
        assertThat(scoreOf21(SuspectRanking.SELF_CONFIDENCE)).isCloseTo(0.92, within(1e-7));
        assertThat(scoreOf21(SuspectRanking.NORMALISED_MARGIN)).isCloseTo(0.80, within(1e-7));
        assertThat(scoreOf21(SuspectRanking.CONFIDENCE_WEIGHTED_ENTROPY)).isCloseTo(0.7472295956091386, within(1e-7));
        assertThat(scoreOf21(SuspectRanking.ODDS)).isCloseTo(0.68 / 0.76, within(1e-7));
        assertThat(scoreOf21(SuspectRanking.NOISE_RATE)).isCloseTo(0.90, within(1e-7));
    }

    @Test
    void cellsOfSparseClassesAndOfThoseThatTheClassifierCannotNameAreNotJudged() {
        Scores.Builder builder = filled();
        for (int cell = 0; cell < 9; cell++) {
            builder.add("PMO", row(0.5, 0.5, 0));
        }
        builder.add("HAC", row(0, 1, 0));

        Suspects suspects = Suspects.of(builder.build());

        assertThat(suspects.judged()).isEqualTo(40);
        assertThat(suspects.unjudged()).isEqualTo(10);
        assertThat(suspects.ranked()).isEmpty();
        assertThat(suspects.classes()).extracting(ClassNoise::classCode).containsExactly("BLA", "LYT");
        assertThat(suspects.noiseRate()).hasValue(0);
    }

    @Test
    void certainContradictionsComeFirstEvenWithAProbabilityOfZero() {
        Scores scores = filled().add("BLA", row(0.2, 0.7, 0.1))
                .add("LYT", row(0.6, 0, 0.4))
                .add("LYT", row(1, 0, 0))
                .build();

        for (SuspectRanking ranking : SuspectRanking.values()) {
            List<Suspect> ranked = Suspects.of(scores, ranking).ranked();
            assertThat(ranked).as(ranking.name()).hasSize(3);
            assertThat(ranked).allSatisfy(suspect -> assertThat(suspect.score()).isBetween(0.0, 1.0));
        }
        assertThat(Suspects.of(scores).ranked()).extracting(Suspect::index).containsExactly(42, 41, 40);
    }

    @Test
    void aClassifierOfOneClassAndOneThatIsNeverSureContradictNobody() {
        Scores.Builder one = Scores.builder(List.of("BLA"));
        Scores.Builder even = Scores.builder(CLASSES);
        for (int cell = 0; cell < 30; cell++) {
            one.add("BLA", row(1));
            even.add(CLASSES.get(cell % 3), row(0.25, 0.5, 0.25));
        }

        assertThat(Suspects.of(one.build()).ranked()).isEmpty();
        assertThat(Suspects.of(one.build(), SuspectRanking.CONFIDENCE_WEIGHTED_ENTROPY)
                        .noiseRate())
                .hasValue(0);
        assertThat(Suspects.of(even.build()).ranked()).hasSize(20);
        assertThat(Suspects.of(filledWith("HAC")).noiseRate()).isEmpty();
    }

    @Test
    void aSuspectIsSuggestedAnotherClass() {
        assertThatThrownBy(() -> new Suspect(1, "BLA", "BLA", 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Suspect(1, "BLA", "LYT", 1.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreErrorsThanChanceAreFoundAmongTheFirst() {
        PlantedErrors planted = new PlantedErrors(1, 3000, 0.05, PlantedErrors.Mistake.ANY, 2.6, 1);
        List<Suspect> ranked = Suspects.of(planted.scores()).ranked();

        long found = ranked.stream()
                .limit(planted.planted())
                .filter(suspect -> planted.isWrong(suspect.index()))
                .count();
        assertThat(found / (double) planted.planted()).isGreaterThan(0.8);
    }

    @Property(tries = 40)
    void whateverIsRankedIsOrderedAndContradicted(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.4) double rate) {
        Scores scores = new PlantedErrors(seed, 300, rate, PlantedErrors.Mistake.ANY, 2, 1).scores();

        for (SuspectRanking ranking : SuspectRanking.values()) {
            Suspects suspects = Suspects.of(scores, ranking);
            assertThat(suspects.judged() + suspects.unjudged()).isEqualTo(300);
            assertThat(suspects.ranked())
                    .isSortedAccordingTo((left, right) -> Double.compare(right.score(), left.score()))
                    .allSatisfy(suspect -> {
                        assertThat(suspect.suggestedClass()).isEqualTo(scores.predicted(suspect.index()));
                        assertThat(suspect.givenClass()).isEqualTo(scores.truth(suspect.index()));
                    });
            assertThat(suspects.classes()).allSatisfy(noise -> {
                double sum = noise.probableCells().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                assertThat(sum == 0 || Math.abs(sum - noise.cells()) < 1e-9).isTrue();
            });
        }
    }

    private static Scores byFormula() {
        Scores.Builder builder = Scores.builder(CLASSES);
        for (int cell = 0; cell < 60; cell++) {
            int own = cell % 3;
            float[] row = new float[3];
            float sum = 0;
            for (int code = 0; code < 3; code++) {
                row[code] = (cell * 7 + code * code * 5 + 3) % 11 + 1 + (code == own ? 9 : 0);
                sum += row[code];
            }
            for (int code = 0; code < 3; code++) {
                row[code] /= sum;
            }
            builder.add(CLASSES.get(cell % 7 == 0 ? (own + 1) % 3 : own), row);
        }
        return builder.build();
    }

    /** Twenty blasts and twenty lymphocytes that are called so. */
    private static Scores.Builder filled() {
        Scores.Builder builder = Scores.builder(CLASSES);
        for (int cell = 0; cell < 20; cell++) {
            builder.add("BLA", row(0.9, 0.1, 0)).add("LYT", row(0.1, 0.9, 0));
        }
        return builder;
    }

    private static Scores filledWith(String given) {
        Scores.Builder builder = Scores.builder(CLASSES);
        for (int cell = 0; cell < 20; cell++) {
            builder.add(given, row(0.9, 0.1, 0));
        }
        return builder.build();
    }

    private static double scoreOf21(SuspectRanking ranking) {
        return Suspects.of(FORMULA, ranking).ranked().stream()
                .filter(suspect -> suspect.index() == 21)
                .findFirst()
                .orElseThrow()
                .score();
    }

    private static int nearly(double left, double right) {
        return Math.abs(left - right) < 1e-7 ? 0 : Double.compare(left, right);
    }

    private static float[] row(double... probabilities) {
        float[] row = new float[probabilities.length];
        for (int code = 0; code < row.length; code++) {
            row[code] = (float) probabilities[code];
        }
        return row;
    }
}

package org.medulla.cytology.suspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.evaluation.Scores;

class SuspectRankingTest {
    /**
     * 72 studies of 1,500 cells: errors of any class or of a neighbouring one, in 3 or 10 of 100 cells, for a classifier that is right in 93
     * or 81 of 100 cells and too unsure, calibrated or too sure; three seeds each. The figures stand in decision 0090.
     */
    @Test
    void theStandardFindsErrorsThatWerePlantedBeforeLearningBest() {
        Map<SuspectRanking, Double> precision = new EnumMap<>(SuspectRanking.class);
        for (double distance : List.of(2.6, 1.6)) {
            for (double sharpness : List.of(0.5, 1.0, 2.5)) {
                for (PlantedErrors.Mistake mistake : PlantedErrors.Mistake.values()) {
                    for (double rate : List.of(0.03, 0.1)) {
                        addStudies(precision, rate, mistake, distance, sharpness);
                    }
                }
            }
        }

        assertThat(mean(precision, SuspectRanking.standard())).isGreaterThan(0.82);
        assertThat(mean(precision, SuspectRanking.SELF_CONFIDENCE)).isBetween(0.81, 0.82);
        assertThat(mean(precision, SuspectRanking.NORMALISED_MARGIN)).isBetween(0.78, 0.79);
        assertThat(mean(precision, SuspectRanking.CONFIDENCE_WEIGHTED_ENTROPY)).isBetween(0.76, 0.77);
        assertThat(mean(precision, SuspectRanking.NOISE_RATE)).isBetween(0.76, 0.77);
    }

    private static void addStudies(
            Map<SuspectRanking, Double> precision,
            double rate,
            PlantedErrors.Mistake mistake,
            double distance,
            double sharpness) {
        for (int seed = 0; seed < 3; seed++) {
            PlantedErrors planted = new PlantedErrors(seed, 1500, rate, mistake, distance, sharpness);
            Scores scores = planted.scores();
            for (SuspectRanking ranking : SuspectRanking.values()) {
                List<Suspect> ranked = Suspects.of(scores, ranking).ranked();
                precision.merge(ranking, planted.averagePrecision(ranked), Double::sum);
            }
        }
    }

    private static double mean(Map<SuspectRanking, Double> sums, SuspectRanking ranking) {
        return sums.getOrDefault(ranking, 0.0) / 72;
    }
}

package org.medulla.cytology.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.nomenclature.Nomenclature;

class MistakesTest {
    private final Scores scores = Scores.builder(List.of("BLA", "PMO", "LYT"))
            .add("BLA", TestScores.row(1, 0, 0))
            .add("BLA", TestScores.row(0.1, 0.8, 0.1))
            .add("LYT", TestScores.row(0.6, 0.2, 0.2))
            .add("NGS", TestScores.row(0.05, 0.05, 0.9))
            .add("LYT", TestScores.row(0.6, 0.2, 0.2))
            .build();

    @Test
    void theMostConfidentMistakeComesFirstAndEqualOnesInTheirOrder() {
        assertThat(Mistakes.mostConfident(scores, 10)).containsExactly(3, 1, 2, 4);
    }

    @Test
    void noMoreAreNamedThanWereAskedFor() {
        assertThat(Mistakes.mostConfident(scores, 2)).containsExactly(3, 1);
    }

    @Test
    void forgivenMistakesCanBeLeftOut() {
        assertThat(Mistakes.mostConfident(scores, Nomenclature.standard(), 10)).containsExactly(3, 2, 4);
    }
}

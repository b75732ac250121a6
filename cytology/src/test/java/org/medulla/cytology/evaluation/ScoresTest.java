package org.medulla.cytology.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.medulla.cytology.evaluation.TestScores.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;

class ScoresTest {
    private final Scores.Builder builder = Scores.builder(List.of("BLA", "LYT"));

    @Test
    void theMostProbableClassIsPredictedAndTheFirstOfEqualOnes() {
        Scores scores =
                builder.add("LYT", row(0.2, 0.8)).add("LYT", row(0.5, 0.5)).build();

        assertThat(scores.predicted(0)).isEqualTo("LYT");
        assertThat(scores.confidence(0)).isEqualTo(0.8f);
        assertThat(scores.predicted(1)).isEqualTo("BLA");
    }

    @Test
    void truthsThatTheModelCannotNameFollowItsClasses() {
        Scores scores = builder.add("PMO", row(1, 0)).add("EOS", row(1, 0)).build();

        assertThat(scores.truths()).containsExactly("BLA", "LYT", "EOS", "PMO");
        assertThat(scores.truth(0)).isEqualTo("PMO");
    }

    @Test
    void cellsOfKnownPatientsAreClusteredByPatient() {
        Scores scores = builder.add("LYT", row(1, 0), "a")
                .add("LYT", row(1, 0), "b")
                .add("LYT", row(1, 0), "a")
                .build();

        assertThat(scores.clustering()).isEqualTo(Clustering.PATIENT);
        assertThat(scores.clusters()).isEqualTo(2);
        assertThat(scores.cluster(0)).isEqualTo(scores.cluster(2)).isNotEqualTo(scores.cluster(1));
    }

    @Test
    void cellsOfUnknownPatientsStandAlone() {
        Scores scores = builder.add("LYT", row(1, 0)).add("LYT", row(1, 0)).build();

        assertThat(scores.clustering()).isEqualTo(Clustering.IMAGE);
        assertThat(scores.clusters()).isEqualTo(2);
    }

    @Test
    void whereSomePatientsAreKnownTheOtherCellsStandAlone() {
        Scores scores = builder.add("LYT", row(1, 0), "a")
                .add("LYT", row(1, 0))
                .add("LYT", row(1, 0), "a")
                .add("LYT", row(1, 0))
                .build();

        assertThat(scores.clustering()).isEqualTo(Clustering.MIXED);
        assertThat(scores.clusters()).isEqualTo(3);
        assertThat(scores.cluster(1)).isNotEqualTo(scores.cluster(3));
    }

    @Test
    void theCellsOfASinglePatientAreDrawnOneByOneAndItSaysSo() {
        Scores scores =
                builder.add("LYT", row(1, 0), "a").add("LYT", row(1, 0), "a").build();

        assertThat(scores.clustering()).isEqualTo(Clustering.IMAGE);
        assertThat(scores.clusters()).isEqualTo(2);
    }

    @Test
    void aRowThatIsChangedAfterwardsChangesNothing() {
        float[] row = row(0.2, 0.8);
        builder.add("LYT", row);
        row[0] = 1;

        assertThat(builder.build().predicted(0)).isEqualTo("LYT");
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        for (float[] wrong : List.of(row(Double.NaN, 1), row(-0.1, 1.1), row(0.3, 0.3), row(0.6, 0.6))) {
            assertThatThrownBy(() -> builder.add("LYT", wrong))
                    .isInstanceOfSatisfying(
                            MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA));
        }
        assertThatThrownBy(() -> builder.add("LYT", row(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noCellAtAllIsRefused() {
        assertThatThrownBy(builder::build)
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("no cell to evaluate");
    }

    @Test
    void aModelWithoutClassesOrWithAClassTwiceIsRefused() {
        assertThatThrownBy(() -> Scores.builder(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scores.builder(List.of("BLA", "BLA"))).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.medulla.cytology.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;

class ConfusionMatrixTest {
    private final ConfusionMatrix confusion = ConfusionMatrix.of(Scores.builder(List.of("BLA", "LYT"))
            .add("BLA", TestScores.row(0.9, 0.1))
            .add("BLA", TestScores.row(0.2, 0.8))
            .add("LYT", TestScores.row(0.3, 0.7))
            .add("NGS", TestScores.row(0.3, 0.7))
            .build());

    @Test
    void rowsAreTruthsAndColumnsArePredictions() {
        assertThat(confusion.truths()).containsExactly("BLA", "LYT", "NGS");
        assertThat(confusion.predictions()).containsExactly("BLA", "LYT");
        assertThat(confusion.count("BLA", "LYT")).isEqualTo(1);
        assertThat(confusion.count("LYT", "BLA")).isZero();
        assertThat(confusion.count("NGS", "LYT")).isEqualTo(1);
    }

    @Test
    void supportAndPredictionsAddUp() {
        assertThat(confusion.total()).isEqualTo(4);
        assertThat(confusion.support("BLA")).isEqualTo(2);
        assertThat(confusion.predicted("LYT")).isEqualTo(3);
        assertThat(confusion.predicted("NGS")).isZero();
    }

    @Test
    void aClassThatItDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> confusion.count("BLA", "NGS"))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("NGS");
    }

    /** A hundred cells for each image, so that recalls in whole per cent give whole counts. */
    @Test
    void thePublishedCountsAndRecallsGiveThePublishedAccuracies() {
        PublishedTable table = PublishedTable.matek2021();
        List<String> codes = table.classes().stream().map(PublishedScore::code).toList();
        int size = codes.size();
        long[] counts = new long[size * size];
        for (int truth = 0; truth < size; truth++) {
            PublishedScore score = table.classes().get(truth);
            long right = score.images() * Math.round(100 * score.strict().recall());
            counts[truth * size + truth] = right;
            counts[truth * size + (truth + 1) % size] = 100 * score.images() - right;
        }
        ConfusionMatrix published = new ConfusionMatrix(codes, codes, counts);
        Agreement strict = new ClassRules(codes, codes, Nomenclature.standard()).strict();

        double recalls = 0;
        for (int truth = 0; truth < size; truth++) {
            recalls += strict.recall(published, truth);
        }
        assertThat(published.total()).isEqualTo(17_137_400);
        assertThat(strict.accuracy(published)).isCloseTo(0.726, within(0.0005));
        assertThat(recalls / size).isCloseTo(0.689, within(0.0005));
    }
}

package org.medulla.cytology.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AbstentionTest {
    private static final Bootstrap FEW = new Bootstrap(200, 1);

    /** Six cells counted by hand. */
    @Test
    void theFiguresAreThoseOfTheCells() {
        Scores.Builder scores = Scores.builder(List.of("BLA", "LYT"));
        scores.add("BLA", new float[] {0.9f, 0.1f});
        scores.add("BLA", new float[] {0.8f, 0.2f});
        scores.add("BLA", new float[] {0.4f, 0.6f});
        scores.add("BLA", new float[] {0.1f, 0.9f});
        scores.add("LYT", new float[] {0.3f, 0.7f});
        scores.add("LYT", new float[] {0.6f, 0.4f});
        Map<AbstentionFigure, Estimate> figures = Abstention.of(
                        scores.build(),
                        List.of(
                                new Abstention.Verdict(0.1, true, List.of("BLA")),
                                new Abstention.Verdict(0.5, true, List.of("BLA", "LYT")),
                                new Abstention.Verdict(1.7, false, List.of("LYT", "BLA")),
                                new Abstention.Verdict(0.3, true, List.of("LYT")),
                                new Abstention.Verdict(0.2, true, List.of("LYT")),
                                new Abstention.Verdict(1.6, false, List.of("BLA"))),
                        FEW,
                        1)
                .figures();

        assertThat(value(figures, AbstentionFigure.SET_COVERAGE)).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(value(figures, AbstentionFigure.BALANCED_SET_COVERAGE)).isCloseTo(0.625, within(1e-12));
        assertThat(value(figures, AbstentionFigure.MEAN_SET_SIZE)).isCloseTo(8 / 6.0, within(1e-12));
        assertThat(value(figures, AbstentionFigure.SHARE_ACCEPTED)).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(value(figures, AbstentionFigure.ACCURACY_OF_ACCEPTED)).isCloseTo(0.75, within(1e-12));
        // Of the nine pairs of a wrong and a right cell one is in the wrong order: 0.3 below 0.5.
        assertThat(value(figures, AbstentionFigure.ODDNESS_ROC_AUC)).isCloseTo(8 / 9.0, within(1e-12));
        figures.values().forEach(one -> assertThat(one.covers(one.value())).isTrue());
    }

    @Test
    void withoutAMistakeOrAnAcceptedCellTheFiguresOfThemAreLeftOut() {
        Scores.Builder scores = Scores.builder(List.of("BLA", "LYT"));
        scores.add("BLA", new float[] {0.9f, 0.1f});
        scores.add("LYT", new float[] {0.1f, 0.9f});
        Abstention.Verdict refused = new Abstention.Verdict(0.9, false, List.of("BLA"));

        assertThat(Abstention.of(scores.build(), List.of(refused, refused), FEW, 1)
                        .figures())
                .doesNotContainKeys(AbstentionFigure.ODDNESS_ROC_AUC, AbstentionFigure.ACCURACY_OF_ACCEPTED)
                .containsKeys(AbstentionFigure.SHARE_ACCEPTED, AbstentionFigure.SET_COVERAGE);
        assertThatThrownBy(() -> Abstention.of(scores.build(), List.of(refused), FEW, 1))
                .hasMessageContaining("2 cells have 1 verdicts");
    }

    /** The area between two normal distributions a standard deviation and a half apart is Phi(1.5 / sqrt 2) = 0.85558. */
    @Test
    void theAreaIsThatOfTwoNormalDistributions() {
        SplittableRandom random = new SplittableRandom(3);
        Scores.Builder scores = Scores.builder(List.of("BLA", "LYT"));
        List<Abstention.Verdict> verdicts = new ArrayList<>();
        for (int cell = 0; cell < 4000; cell++) {
            boolean right = cell % 2 == 0;
            scores.add("BLA", right ? new float[] {1, 0} : new float[] {0, 1});
            verdicts.add(new Abstention.Verdict(10 + random.nextGaussian() + (right ? 0 : 1.5), true, List.of("BLA")));
        }
        Estimate area = Objects.requireNonNull(
                Abstention.of(scores.build(), verdicts, FEW, 1).figures().get(AbstentionFigure.ODDNESS_ROC_AUC));
        assertThat(area.covers(0.85558)).isTrue();
        assertThat(area.high() - area.low()).isLessThan(0.03);
    }

    private static double value(Map<AbstentionFigure, Estimate> figures, AbstentionFigure figure) {
        return Objects.requireNonNull(figures.get(figure)).value();
    }
}

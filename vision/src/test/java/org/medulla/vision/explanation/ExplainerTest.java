package org.medulla.vision.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.inference.Picture;

/** Explanations of a model of which it is known what it looks at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainerTest {
    private Explainer explainer;

    @BeforeAll
    void open(@TempDir Path folder) {
        explainer = Explainer.open(SpotModel.write(folder), 1);
    }

    @AfterAll
    void close() {
        explainer.close();
    }

    @ParameterizedTest
    @EnumSource(ExplanationMethod.class)
    void everyMethodFindsTheSpotThatDecides(ExplanationMethod method) {
        for (int[] corner : new int[][] {{4, 6}, {30, 20}, {18, 34}}) {
            Explanation explanation = explainer.explain(picture(corner[0], corner[1]), method);

            assertThat(explanation.explainedClass()).isEqualTo("BLA");
            assertThat(explanation.prediction().probability(0)).isGreaterThan(0.8f);
            double inside = 0;
            double all = 0;
            float[] values = explanation.saliency().values();
            for (int i = 0; i < values.length; i++) {
                int row = i / SpotModel.SIZE;
                boolean near =
                        Math.abs(i % SpotModel.SIZE - corner[0] - 5.5) < 12 && Math.abs(row - corner[1] - 5.5) < 12;
                all += values[i];
                inside += near ? values[i] : 0;
            }
            assertThat(inside / all).isGreaterThan(0.9);
            float middle =
                    explanation.saliency().at((corner[0] + 6.0) / SpotModel.SIZE, (corner[1] + 6.0) / SpotModel.SIZE);
            assertThat(middle).isGreaterThan(0.7f);
            assertThat(explanation.deletion().score()).isLessThan(0.3);
            assertThat(explanation.deletion().beatsRandom()).isTrue();
        }
    }

    @Test
    void theDeletionCurveBeginsWithTheAnswerOnTheUprightView() {
        Explanation explanation = explainer.explain(picture(10, 10), ExplanationMethod.OCCLUSION);
        // All views of this picture are equally bright, so the mean over them is the answer on each.
        assertThat(explanation.deletion().salientFirst().getFirst().floatValue())
                .isCloseTo(explanation.prediction().probability(0), org.assertj.core.api.Assertions.within(1e-5f));
        assertThat(explanation.deletion().randomOrder().getFirst())
                .isCloseTo(
                        explanation.deletion().salientFirst().getFirst(), org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void anotherClassThanTheChosenOneCanBeExplained() {
        Explanation explanation = explainer.explain(picture(10, 10), "EBO", ExplanationMethod.GRADCAM);
        assertThat(explanation.explainedClass()).isEqualTo("EBO");
        // Nothing is red: no pixel speaks for the class, and the map says so.
        assertThat(explanation.saliency().values()).containsOnly(0f);
        assertThat(explanation.deletion().beatsRandom()).isFalse();
        assertThatThrownBy(() -> explainer.explain(picture(10, 10), "XYZ", ExplanationMethod.GRADCAM))
                .hasMessageContaining("XYZ");
    }

    @ParameterizedTest
    @EnumSource(ExplanationMethod.class)
    void theSamePictureGetsTheSameExplanation(ExplanationMethod method) {
        Explanation one = explainer.explain(picture(20, 8), method);
        Explanation other = explainer.explain(picture(20, 8), method);
        assertThat(other.saliency().values()).isEqualTo(one.saliency().values());
        assertThat(other.deletion()).isEqualTo(one.deletion());
        assertThat(ExplanationMethod.of(method.option())).isEqualTo(method);
    }

    @Test
    void thePaintingShowsThePictureAndLaysColourOnlyWhereItMattered() {
        Explanation explanation = explainer.explain(picture(30, 8), ExplanationMethod.GRADCAM);
        RgbImage painted = ExplanationPainter.paint(explanation);
        SaliencyOverlay overlay = new SaliencyOverlay(explanation, 480);
        int spot = overlay.blended().getRGB(360, 140);
        int ground = overlay.blended().getRGB(60, 400);
        assertThat(spot >> 8 & 0xff).isGreaterThan((spot & 0xff) + 40);
        assertThat(ground & 0xffffff).isEqualTo(0x1e1e1e);
        assertThat(overlay.original().getRGB(360, 140) & 0xffffff).isEqualTo(0xe6e6e6);
        assertThat(ExplanationPainter.paint(explanation)).isEqualTo(painted);
    }

    @Test
    void anUnknownMethodIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> ExplanationMethod.of("lime"))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("gradcam, smoothgrad, occlusion");
    }

    private static Picture picture(int x, int y) {
        return new Picture(SpotModel.picture(x, y));
    }
}

package org.medulla.vision.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.preprocessing.Preprocessing;

class AugmenterTest {
    private static final Preprocessing PLAIN = new Preprocessing(
            32, 0.8, OptionalDouble.empty(), List.of(0.0, 0.0, 0.0), List.of(1 / 255.0, 1 / 255.0, 1 / 255.0), 1);

    @Example
    void withoutAnyChangeItGivesNearlyWhatThePreparationGives() {
        RgbImage image = disc(60, 60, 15);
        float[] drawn = draw(Augmentation.none(), image, 1);
        float[] prepared = PLAIN.apply(image, OptionalDouble.empty(), 0);
        double difference = 0;
        for (int pixel = 0; pixel < 32 * 32; pixel++) {
            for (int channel = 0; channel < 3; channel++) {
                difference += Math.abs(drawn[3 * pixel + channel] - prepared[channel * 32 * 32 + pixel]);
            }
        }
        assertThat(difference / drawn.length).isLessThan(2);
    }

    @Property(tries = 30)
    void theSameSeedDrawsTheSamePictureAndAnotherSeedAnother(@ForAll long seed) {
        RgbImage image = disc(50, 80, 12);
        float[] once = draw(Augmentation.standard(), image, seed);
        assertThat(draw(Augmentation.standard(), image, seed)).isEqualTo(once);
        assertThat(draw(Augmentation.standard(), image, seed + 1)).isNotEqualTo(once);
    }

    @Property(tries = 60)
    void aCentredDiscKeepsItsAreaUpToTheScaleRange(@ForAll long seed) {
        Augmentation turning = new Augmentation(true, 1.2, 0.03, 0, 0, 0, 0);
        double area = dark(draw(turning, disc(100, 100, 20), seed));
        double plain = dark(draw(Augmentation.none(), disc(100, 100, 20), seed));
        assertThat(area / plain).isBetween(1 / 1.44 - 0.1, 1.44 + 0.1);
    }

    @Property(tries = 60)
    void changesOfStainKeepTheOrderOfLightAndDark(@ForAll long seed) {
        Augmentation staining = new Augmentation(false, 1, 0, 1, 0, 0, 0);
        float[] values = draw(staining, disc(100, 100, 20), seed);
        int centre = 3 * (16 * 32 + 16);
        float cell = values[centre] + values[centre + 1] + values[centre + 2];
        float background = values[0] + values[1] + values[2];
        assertThat(cell).isLessThan(background);
        for (float value : values) {
            assertThat(value).isBetween(-0.01f, 255.01f);
        }
    }

    @Property(tries = 60)
    void aPlainFieldStaysPlainHoweverItIsTurnedStainedAndBlurred(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 255) int brightness) {
        byte[] bytes = new byte[3 * 40 * 40];
        Arrays.fill(bytes, (byte) brightness);
        float[] values = draw(new Augmentation(true, 1.5, 0.1, 1, 0.5, 0, 0), RgbImage.of(40, 40, bytes), seed);
        for (int i = 3; i < values.length; i++) {
            assertThat(values[i]).isCloseTo(values[i - 3], within(1e-3f));
        }
    }

    @Property(tries = 60)
    void aTransplantedCellKeepsItsMiddleAndTakesTheCornersOfTheOtherPicture(@ForAll long seed) {
        byte[] green = new byte[3 * 100 * 100];
        for (int i = 1; i < green.length; i += 3) {
            green[i] = (byte) 200;
        }
        float[] values = draw(
                Augmentation.none().withTransplantShare(1), disc(100, 100, 20), RgbImage.of(100, 100, green), seed);
        int centre = 3 * (16 * 32 + 16);
        assertThat(new float[] {values[centre], values[centre + 1], values[centre + 2]})
                .containsExactly(new float[] {90, 50, 130}, within(1f));
        assertThat(new float[] {values[0], values[1], values[2]}).containsExactly(new float[] {0, 200, 0}, within(1f));
    }

    @Example
    void aShareOfThePicturesKeepsItsColoursAndSurroundings() {
        byte[] grey = new byte[3 * 100 * 100];
        Arrays.fill(grey, (byte) 120);
        RgbImage plain = RgbImage.of(100, 100, grey);
        Augmentation half =
                Augmentation.standard().withBlurShare(0).withTransplantShare(1).withLightShare(0.4);
        int kept = 0;
        for (int seed = 0; seed < 1000; seed++) {
            kept += Math.abs(draw(half, plain, disc(100, 100, 40), seed)[0] - 120) < 0.01 ? 1 : 0;
        }
        assertThat(kept).isBetween(350, 450);
    }

    private static float[] draw(Augmentation augmentation, RgbImage image, long seed) {
        return draw(augmentation, image, image, seed);
    }

    private static float[] draw(Augmentation augmentation, RgbImage image, RgbImage surroundings, long seed) {
        Augmenter augmenter = new Augmenter(augmentation, PLAIN);
        FloatBuffer buffer = FloatBuffer.allocate(3 * 32 * 32);
        augmenter.draw(
                augmenter.prepare(image, OptionalDouble.empty()),
                random -> augmenter.prepare(surroundings, OptionalDouble.empty()),
                new SplittableRandom(seed),
                buffer);
        return buffer.array();
    }

    private static double dark(float[] values) {
        int count = 0;
        for (int i = 0; i < values.length; i += 3) {
            count += values[i] < 160 ? 1 : 0;
        }
        return count;
    }

    /** A violet disc on a bright ground. */
    private static RgbImage disc(int width, int height, int radius) {
        byte[] bytes = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean inside = Math.hypot(x + 0.5 - width / 2.0, y + 0.5 - height / 2.0) < radius;
                int at = 3 * (y * width + x);
                bytes[at] = (byte) (inside ? 90 : 235);
                bytes[at + 1] = (byte) (inside ? 50 : 225);
                bytes[at + 2] = (byte) (inside ? 130 : 230);
            }
        }
        return RgbImage.of(width, height, bytes);
    }
}

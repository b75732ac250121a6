package org.medulla.vision.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.network.Architecture;

class PreprocessingTest {
    private static final Preprocessing PLAIN = new Preprocessing(
            16, 1, OptionalDouble.empty(), List.of(0.0, 0.0, 0.0), List.of(1 / 255.0, 1 / 255.0, 1 / 255.0), 8);

    @Test
    void aPictureOfTheInputsSizeComesOutAsItIs() {
        RgbImage image = noise(16, 16);
        float[] values = PLAIN.apply(image, OptionalDouble.empty(), 0);
        for (int pixel = 0; pixel < 256; pixel++) {
            for (int channel = 0; channel < 3; channel++) {
                assertThat(values[channel * 256 + pixel]).isCloseTo(image.value(3 * pixel + channel), within(1e-3f));
            }
        }
    }

    @Test
    void valuesAreNormalisedByChannel() {
        byte[] bytes = new byte[3 * 20 * 20];
        for (int i = 0; i < bytes.length; i += 3) {
            bytes[i] = (byte) 255;
            bytes[i + 1] = 51;
        }
        Preprocessing standard = Preprocessing.standard(Architecture.RESNEXT50);
        float[] values = standard.apply(RgbImage.of(20, 20, bytes), OptionalDouble.empty(), 0);
        int plane = standard.size() * standard.size();
        assertThat(values[5]).isCloseTo((float) ((1 - 0.485) / 0.229), within(1e-4f));
        assertThat(values[plane + 5]).isCloseTo((float) ((0.2 - 0.456) / 0.224), within(1e-4f));
        assertThat(values[2 * plane + 5]).isCloseTo((float) (-0.406 / 0.225), within(1e-4f));
    }

    @Test
    void aPreparerGivesTheSameViewsForPicturesOfAllSizesOneAfterTheOther() {
        Preparer preparer = new Preparer(PLAIN);
        for (int[] sides : new int[][] {{16, 16}, {40, 23}, {9, 30}, {40, 23}, {40, 40}}) {
            RgbImage image = noise(sides[0], sides[1]);
            FloatBuffer prepared = FloatBuffer.allocate(8 * 3 * 256);
            preparer.putViews(image, OptionalDouble.empty(), 0, 8, prepared);
            assertThat(prepared.hasRemaining()).isFalse();
            for (int view = 0; view < 8; view++) {
                assertThat(Arrays.copyOfRange(prepared.array(), view * 3 * 256, (view + 1) * 3 * 256))
                        .isEqualTo(PLAIN.apply(image, OptionalDouble.empty(), view));
            }
        }
    }

    @Test
    void theEightViewsAreDifferentArrangementsOfTheSamePixels() {
        RgbImage image = noise(16, 16);
        Set<String> views = new HashSet<>();
        float[] sorted = PLAIN.apply(image, OptionalDouble.empty(), 0);
        Arrays.sort(sorted);
        for (int view = 0; view < 8; view++) {
            float[] values = PLAIN.apply(image, OptionalDouble.empty(), view);
            views.add(Arrays.toString(values));
            Arrays.sort(values);
            assertThat(values).isEqualTo(sorted);
        }
        assertThat(views).hasSize(8);
    }

    @Test
    void viewTwoIsAQuarterTurnClockwise() {
        byte[] bytes = new byte[3 * 16 * 16];
        bytes[0] = 100; // the red of the upper left corner
        float[] values = PLAIN.apply(RgbImage.of(16, 16, bytes), OptionalDouble.empty(), 2);
        assertThat(values[15]).isCloseTo(100, within(1e-3f));
    }

    @Test
    void theFieldIsAShareOfTheShorterSideWhereTheScaleIsUnknown() {
        Preprocessing preprocessing = PLAIN.withCropShare(0.8).withTargetMicronsPerPixel(0.5);
        assertThat(preprocessing.fieldSide(250, 300, OptionalDouble.empty())).isEqualTo(200);
    }

    @Test
    void aKnownScaleAloneSetsTheFieldSoThatCellsComeOutInTheSameSize() {
        Preprocessing preprocessing = PLAIN.withTargetMicronsPerPixel(0.5);
        assertThat(preprocessing.fieldSide(250, 250, OptionalDouble.of(0.25))).isEqualTo(32);
        assertThat(preprocessing.fieldSide(137, 137, OptionalDouble.of(0.1))).isEqualTo(80);
    }

    @Test
    void whatLiesBeyondTheEdgeIsTheMirrorImage() {
        byte[] bytes = new byte[3 * 8 * 8];
        Arrays.fill(bytes, (byte) 90);
        Preprocessing preprocessing = PLAIN.withTargetMicronsPerPixel(1);
        float[] values = preprocessing.apply(RgbImage.of(8, 8, bytes), OptionalDouble.of(1), 0);
        for (float value : values) {
            assertThat(value).isCloseTo(90, within(1e-3f));
        }
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> PLAIN.withSize(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PLAIN.withCropShare(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PLAIN.withViews(3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RgbImage noise(int width, int height) {
        byte[] bytes = new byte[3 * width * height];
        new SplittableRandom(7).nextBytes(bytes);
        return RgbImage.of(width, height, bytes);
    }
}

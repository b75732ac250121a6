package org.medulla.vision.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.image.TestPictures;

class ImageQualityTest {
    @Test
    void aCellInTheMiddleIsMeasuredWhereAndAsLargeAsItWasDrawn() {
        ImageQuality quality = ImageQuality.of(cell(250, 125, 1));
        assertThat(value(quality, QualityMeasure.OFF_CENTRE)).isLessThan(0.02);
        assertThat(value(quality, QualityMeasure.ON_BORDER)).isZero();
        assertThat(value(quality, QualityMeasure.CELL_SHARE)).isCloseTo(Math.PI * 0.28 * 0.28, Offset.offset(0.03));
        assertThat(value(quality, QualityMeasure.LIGHT)).isEqualTo(250);
        assertThat(value(quality, QualityMeasure.SIZE)).isEqualTo(250);
    }

    @Test
    void aBlurredCellIsOutOfFocus() {
        RgbImage sharp = cell(250, 125, 1);
        ImageQuality blurred = ImageQuality.of(Spoiling.BLURRED.apply(sharp));
        assertThat(value(blurred, QualityMeasure.FOCUS))
                .isLessThan(value(ImageQuality.of(sharp), QualityMeasure.FOCUS) / 1.5);
        assertThat(blurred.flagged()).contains(QualityMeasure.FOCUS);
        assertThat(blurred.reasons()).anyMatch(reason -> reason.startsWith("out of focus: focus 0."));
    }

    @Test
    void focusDoesNotDependOnContrast() {
        RgbImage image = cell(250, 125, 1);
        assertThat(value(ImageQuality.of(Spoiling.DARKENED.apply(image)), QualityMeasure.FOCUS))
                .isCloseTo(value(ImageQuality.of(image), QualityMeasure.FOCUS), Offset.offset(0.03));
    }

    @Test
    void darknessAndOverExposureAreFlagged() {
        RgbImage image = cell(250, 125, 1);
        assertThat(ImageQuality.of(Spoiling.DARKENED.apply(image)).flagged()).contains(QualityMeasure.LIGHT);
        assertThat(ImageQuality.of(Spoiling.OVER_EXPOSED.apply(image)).flagged())
                .contains(QualityMeasure.CLIPPED_BRIGHT);
    }

    @Test
    void aSmallPictureIsFlagged() {
        assertThat(ImageQuality.of(cell(80, 40, 1)).flagged()).contains(QualityMeasure.SIZE);
    }

    @Test
    void oddPicturesAreMeasuredAsFarAsTheyCanBe() {
        for (RgbImage odd :
                List.of(plain(1, 1, 0), plain(1, 1, 255), plain(60, 60, 0), plain(60, 60, 255), plain(300, 2, 128))) {
            ImageQuality quality = ImageQuality.of(odd);
            assertThat(quality.measurements())
                    .extracting(Measurement::measure)
                    .containsExactlyInAnyOrder(QualityMeasure.values());
            assertThat(quality.value(QualityMeasure.FOCUS)).isEmpty();
            assertThat(quality.reasons()).contains("focus cannot be measured: there is no cell in the middle");
            assertThat(quality.isUsual()).isFalse();
        }
    }

    @Property(tries = 40)
    void picturesOfAnyShapeAreMeasuredWithoutError(
            @ForAll @IntRange(min = 1, max = 70) int width,
            @ForAll @IntRange(min = 1, max = 70) int height,
            @ForAll long seed) {
        ImageQuality quality = ImageQuality.of(TestPictures.smooth(width, height, seed));
        assertThat(quality.measurements()).hasSameSizeAs(QualityMeasure.values());
    }

    private static double value(ImageQuality quality, QualityMeasure measure) {
        OptionalDouble value = quality.value(measure);
        return value.orElseThrow(() -> new AssertionError(measure + " is not measured"));
    }

    private static RgbImage plain(int width, int height, int value) {
        byte[] rgb = new byte[3 * width * height];
        Arrays.fill(rgb, (byte) value);
        return RgbImage.of(width, height, rgb);
    }

    /** A violet disc in a blue one on a bright field, with edges over two pixels and a fine grain in the nucleus. */
    private static RgbImage cell(int side, int middle, double edge) {
        byte[] rgb = new byte[side * side * 3];
        int[][] colours = {{85, 45, 150}, {150, 150, 220}, {240, 235, 250}};
        for (int i = 0; i < side * side; i++) {
            int x = i % side;
            int y = Math.floorDiv(i, side);
            double away = Math.hypot(x - middle, y - middle);
            double nucleus = Math.clamp((0.18 * side - away) / edge + 0.5, 0, 1);
            double cell = Math.clamp((0.28 * side - away) / edge + 0.5, 0, 1);
            double grain = nucleus * 12 * Math.sin(1.3 * x) * Math.sin(1.3 * y);
            for (int channel = 0; channel < 3; channel++) {
                double value = colours[2][channel] * (1 - cell)
                        + colours[1][channel] * (cell - nucleus * cell)
                        + colours[0][channel] * nucleus * cell
                        + grain;
                rgb[3 * i + channel] = (byte) Math.clamp(Math.round(value), 0, 255);
            }
        }
        return RgbImage.of(side, side, rgb);
    }
}

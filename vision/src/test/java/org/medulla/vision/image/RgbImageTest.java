package org.medulla.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RgbImageTest {
    @Test
    void anImageDoesNotChangeWithTheArrayItWasMadeOf() {
        byte[] bytes = {1, 2, 3};
        RgbImage image = RgbImage.of(1, 1, bytes);
        bytes[0] = 9;
        image.toBytes()[1] = 9;
        assertThat(image).isEqualTo(RgbImage.of(1, 1, new byte[] {1, 2, 3}));
    }

    @Property(tries = 30)
    void croppingTakesThePixelsOfTheWindow(
            @ForAll @IntRange(max = 20) int x, @ForAll @IntRange(max = 20) int y, @ForAll long seed) {
        RgbImage image = TestPictures.smooth(40, 30, seed);
        RgbImage part = image.crop(x, y, 20, 10);
        assertThat(part.red(3, 4)).isEqualTo(image.red(x + 3, y + 4));
        assertThat(part.blue(19, 9)).isEqualTo(image.blue(x + 19, y + 9));
    }

    @Property(tries = 30)
    void shrinkingKeepsTheMean(@ForAll @IntRange(min = 5, max = 60) int side, @ForAll long seed) {
        RgbImage image = TestPictures.smooth(60, 60, seed);
        assertThat(mean(image.resize(side, side))).isCloseTo(mean(image), org.assertj.core.data.Offset.offset(0.6));
    }

    @Property(tries = 20)
    void aFlatImageStaysFlatInAnySize(
            @ForAll @IntRange(min = 1, max = 90) int width, @ForAll @IntRange(min = 1, max = 90) int height) {
        byte[] flat = new byte[33 * 17 * 3];
        java.util.Arrays.fill(flat, (byte) 77);
        RgbImage resized = RgbImage.of(33, 17, flat).resize(width, height);
        for (int i = 0; i < width * height * 3; i++) {
            assertThat(resized.value(i)).isEqualTo(77);
        }
    }

    @Property(tries = 20)
    void aPngGivesTheSamePixelsBack(@ForAll long seed) {
        RgbImage image = TestPictures.smooth(31, 23, seed);
        assertThat(ImageDecoderTest.image(image.toPng()).pixels()).isEqualTo(image);
    }

    @Test
    void aWindowOutsideTheImageIsRefused() {
        RgbImage image = TestPictures.smooth(10, 10, 1);
        assertThatThrownBy(() -> image.crop(5, 5, 6, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static double mean(RgbImage image) {
        double sum = 0;
        int count = image.width() * image.height() * 3;
        for (int i = 0; i < count; i++) {
            sum += image.value(i);
        }
        return sum / count;
    }
}

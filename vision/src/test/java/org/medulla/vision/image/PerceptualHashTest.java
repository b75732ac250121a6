package org.medulla.vision.image;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PerceptualHashTest {
    @Property(tries = 40)
    void reEncodingChangesFewBits(@ForAll long seed, @ForAll @IntRange(min = 40, max = 100) int quality) {
        RgbImage image = TestPictures.smooth(250, 250, seed);
        RgbImage copy = ImageDecoderTest.image(image.toJpeg(quality)).pixels();
        assertThat(distance(image, copy)).isLessThanOrEqualTo(4);
    }

    @Property(tries = 40)
    void scaleChangesFewBits(@ForAll long seed, @ForAll @IntRange(min = 100, max = 400) int side) {
        RgbImage image = TestPictures.smooth(250, 250, seed);
        assertThat(distance(image, image.resize(side, side))).isLessThanOrEqualTo(4);
    }

    @Property(tries = 40)
    void otherPicturesAreFar(@ForAll long seed) {
        assertThat(distance(TestPictures.smooth(250, 250, seed), TestPictures.smooth(250, 250, seed + 1)))
                .isGreaterThan(8);
    }

    @Property(tries = 40)
    void turningAndMirroringIsSeenThrough(@ForAll long seed) {
        RgbImage image = TestPictures.smooth(250, 250, seed);
        long turned = PerceptualHash.of(turned(image));
        assertThat(PerceptualHash.distanceInAnyView(PerceptualHash.of(image), turned))
                .isLessThanOrEqualTo(8);
        assertThat(PerceptualHash.inAllViews(turned)).hasSize(8).startsWith(turned);
    }

    private static RgbImage turned(RgbImage image) {
        int side = image.width();
        byte[] values = new byte[side * side * RgbImage.CHANNELS];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                    values[(y * side + x) * RgbImage.CHANNELS + channel] =
                            (byte) image.value(((side - 1 - x) * side + y) * RgbImage.CHANNELS + channel);
                }
            }
        }
        return RgbImage.of(side, side, values);
    }

    private static int distance(RgbImage one, RgbImage other) {
        return PerceptualHash.distance(PerceptualHash.of(one), PerceptualHash.of(other));
    }
}

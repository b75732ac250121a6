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

    private static int distance(RgbImage one, RgbImage other) {
        return PerceptualHash.distance(PerceptualHash.of(one), PerceptualHash.of(other));
    }
}

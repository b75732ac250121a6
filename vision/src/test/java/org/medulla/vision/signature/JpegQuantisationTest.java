package org.medulla.vision.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.medulla.vision.image.RgbImage;

class JpegQuantisationTest {
    private final RgbImage grey = RgbImage.of(16, 16, new byte[16 * 16 * RgbImage.CHANNELS]);

    @Test
    void aCoarserFileHasGreaterSteps() {
        double fine = JpegQuantisation.meanLogStep(grey.toJpeg(95));
        double coarse = JpegQuantisation.meanLogStep(grey.toJpeg(60));
        assertThat(fine).isPositive();
        assertThat(coarse).isGreaterThan(fine + 1);
    }

    @Test
    void whatIsNoJpegOrEndsTooEarlyHasNone() {
        byte[] file = grey.toJpeg(90);
        assertThat(JpegQuantisation.meanLogStep(new byte[] {'P', 'N', 'G'})).isZero();
        for (int length = 0; length < file.length; length++) {
            assertThat(JpegQuantisation.meanLogStep(Arrays.copyOf(file, length)))
                    .isNotNegative();
        }
    }
}

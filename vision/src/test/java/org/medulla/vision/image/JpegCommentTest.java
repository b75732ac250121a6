package org.medulla.vision.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class JpegCommentTest {
    private static final byte[] FILE = TestPictures.smooth(32, 32, 1).toJpeg(90);

    @Property(tries = 50)
    void aCommentComesBack(@ForAll @StringLength(max = 500) String words) {
        byte[] commented = JpegComment.add(FILE, words);
        String kept = new String(words.getBytes(UTF_8), UTF_8);
        assertThat(JpegComment.read(commented)).contains(kept);
    }

    @Test
    void aCommentChangesNoPixel() {
        RgbImage plain = ImageDecoderTest.image(FILE).pixels();
        assertThat(ImageDecoderTest.image(JpegComment.add(FILE, "synthetic")).pixels())
                .isEqualTo(plain);
    }

    @Test
    void aFileWithoutACommentHasNone() {
        assertThat(JpegComment.read(FILE)).isEmpty();
    }
}

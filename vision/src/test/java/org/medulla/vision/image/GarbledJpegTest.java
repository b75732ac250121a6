package org.medulla.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GarbledJpegTest {
    @Property(tries = 60)
    void aSoundJpegOfAnyUsualQualityIsLeftAlone(@ForAll long seed, @ForAll @IntRange(min = 10, max = 100) int quality) {
        byte[] file = TestPictures.smooth(250, 250, seed).toJpeg(quality);
        assertThat(ImageDecoder.decode(file)).isInstanceOf(Decoded.Image.class);
    }

    @Test
    void noiseInsideTheCodedDataIsMostlyFound() {
        SplittableRandom random = new SplittableRandom(3);
        int found = 0;
        for (int i = 0; i < 100; i++) {
            byte[] file = TestPictures.smooth(250, 250, i).toJpeg(90);
            int at = random.nextInt(700, file.length - 100);
            for (int k = 0; k < 32; k++) {
                file[at + k] = (byte) random.nextInt(256);
            }
            found += ImageDecoder.decode(file) instanceof Decoded.Rejected ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(90);
    }

    @Test
    void aPictureShiftedByWholeUnitsIsFoundThoughItsCodesAreSound() {
        RgbImage image = TestPictures.smooth(256, 256, 5);
        byte[] rgb = image.toBytes();
        int from = 128 * 256 * 3;
        byte[] shifted = rgb.clone();
        System.arraycopy(rgb, from, shifted, from + 96 * 3, rgb.length - from - 96 * 3);
        byte[] file = RgbImage.of(256, 256, shifted).toJpeg(95);
        assertThat(ImageDecoderTest.rejected(file).kind()).isEqualTo(RejectionReason.GARBLED);
    }

    @Test
    void theFilesThatPublicCopiesCallCorruptAreFoundAndTheirNeighboursAreNot() throws IOException {
        Optional<Path> data = TestPictures.realImages();
        assumeTrue(data.isPresent(), "Skipped: no folder of real images beside the project (MEDULLA_TEST_DATA)");
        List<Path> corrupt = jpegs(data.orElseThrow().resolve("marrow-corrupt"));
        List<Path> originals = jpegs(data.orElseThrow().resolve("marrow-original"));
        assertThat(corrupt)
                .hasSize(8)
                .allSatisfy(file -> assertThat(ImageDecoderTest.rejected(Files.readAllBytes(file)))
                        .extracting(Decoded.Rejected::kind)
                        .isEqualTo(RejectionReason.GARBLED));
        assertThat(originals)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(ImageDecoder.decode(Files.readAllBytes(file)))
                        .isInstanceOf(Decoded.Image.class));
    }

    @Test
    void copiesOfOnePictureHaveNearFingerprints() throws IOException {
        Optional<Path> data = TestPictures.realImages();
        assumeTrue(data.isPresent(), "Skipped: no folder of real images beside the project (MEDULLA_TEST_DATA)");
        List<Path> originals = jpegs(data.orElseThrow().resolve("marrow-original"));
        Path copies = data.orElseThrow().resolve("marrow");
        for (Path original : originals) {
            Path copy =
                    copies.resolve(data.orElseThrow().resolve("marrow-original").relativize(original));
            if (Files.exists(copy)) {
                assertThat(PerceptualHash.distance(hash(original), hash(copy)))
                        .as(copy.toString())
                        .isLessThanOrEqualTo(4);
            }
        }
    }

    private static long hash(Path file) throws IOException {
        return PerceptualHash.of(
                ImageDecoderTest.image(Files.readAllBytes(file)).pixels());
    }

    private static List<Path> jpegs(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
        }
    }
}

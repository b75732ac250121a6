package org.medulla.vision.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.image.TestPictures;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.PhantomSeries;

class CellSegmenterTest {
    /** Not the series that thresholds were chosen on. */
    private static final PhantomSeries SERIES = PhantomSeries.of(new PhantomPlan(400, 40, 2));

    @Test
    void nucleiOfPhantomsAreFoundAsTheyWereDrawn() {
        Map<String, Overlap> byClass = Overlap.measure(SERIES, 2);
        assertThat(byClass.values().stream()
                        .filter(Overlap::hasNucleus)
                        .mapToDouble(Overlap::nucleus)
                        .average()
                        .orElseThrow())
                .isGreaterThan(0.9);
        assertThat(byClass.values().stream()
                        .mapToDouble(Overlap::cell)
                        .average()
                        .orElseThrow())
                .isGreaterThan(0.88);
        for (String code : List.of("BLA", "LYT", "MYB", "PMO", "MON", "EBO")) {
            Overlap overlap = Objects.requireNonNull(byClass.get(code), code);
            assertThat(overlap.nucleus()).as("nucleus of %s", code).isGreaterThan(0.9);
            assertThat(overlap.cell()).as("cell of %s", code).isGreaterThan(0.9);
        }
    }

    @Test
    void aDiscInADiscIsFoundInItsSizeWhateverTheFrame() {
        for (int side : new int[] {137, 250, 360}) {
            double nucleus = 0.18 * side;
            double cell = 0.28 * side;
            CellMask mask = CellSegmenter.segment(discs(side, nucleus, cell));
            assertThat(mask.width()).isEqualTo(side);
            assertThat((double) mask.nucleusArea()).isCloseTo(Math.PI * nucleus * nucleus, within(8));
            assertThat((double) mask.cellArea()).isCloseTo(Math.PI * cell * cell, within(8));
        }
    }

    @Test
    void anEmptyFieldHasNoCell() {
        byte[] white = new byte[60 * 60 * 3];
        Arrays.fill(white, (byte) 240);
        CellMask mask = CellSegmenter.segment(RgbImage.of(60, 60, white));
        assertThat(mask.nucleusArea()).isZero();
        assertThat(mask.cellArea()).isZero();
    }

    @Test
    void picturesOfAnyShapeAreTaken() {
        for (int[] size : new int[][] {{1, 1}, {3, 2}, {40, 400}, {400, 41}}) {
            CellMask mask = CellSegmenter.segment(TestPictures.smooth(size[0], size[1], 3));
            assertThat(mask.width()).isEqualTo(size[0]);
            assertThat(mask.height()).isEqualTo(size[1]);
        }
    }

    @Test
    void realLymphocytesOfBothLaboratoriesHaveRoundNucleiThatFillTheirCells() throws IOException {
        Optional<Path> data = TestPictures.realImages();
        assumeTrue(data.isPresent(), "Skipped: no folder of real images beside the project (MEDULLA_TEST_DATA)");
        for (String folder : List.of("marrow/BM_cytomorphology_data/LYT", "blood/PBC_dataset_normal_DIB/lymphocyte")) {
            double[] shares;
            try (Stream<Path> files = Files.walk(data.orElseThrow().resolve(folder))) {
                shares = files.filter(file -> file.toString().endsWith(".jpg"))
                        .sorted()
                        .limit(40)
                        .mapToDouble(CellSegmenterTest::nuclearShare)
                        .sorted()
                        .toArray();
            }
            assertThat(shares).hasSize(40);
            assertThat(shares[20]).as(folder).isBetween(0.6, 0.95);
        }
    }

    private static double nuclearShare(Path file) {
        try {
            if (ImageDecoder.decode(Files.readAllBytes(file)) instanceof Decoded.Image image) {
                CellMask mask = CellSegmenter.segment(image.pixels());
                return mask.cellArea() == 0 ? 0 : (double) mask.nucleusArea() / mask.cellArea();
            }
            throw new AssertionError(file + " is no image");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A violet disc in a blue one on a bright field. */
    private static RgbImage discs(int side, double nucleus, double cell) {
        byte[] rgb = new byte[side * side * 3];
        for (int i = 0; i < side * side; i++) {
            double away = Math.hypot(i % side - (side - 1) / 2.0, Math.floorDiv(i, side) - (side - 1) / 2.0);
            int[] colour = away < nucleus
                    ? new int[] {75, 35, 140}
                    : away < cell ? new int[] {150, 150, 220} : new int[] {245, 240, 250};
            for (int channel = 0; channel < 3; channel++) {
                rgb[3 * i + channel] = (byte) colour[channel];
            }
        }
        return RgbImage.of(side, side, rgb);
    }

    private static Percentage within(double percent) {
        return Percentage.withPercentage(percent);
    }
}

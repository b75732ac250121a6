package org.medulla.vision.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.image.TestPictures;
import org.medulla.vision.scale.ScalePictures.Scaled;

class ScaleEvidenceTest {
    private static final List<Scaled> PHANTOMS = ScalePictures.phantoms(48);

    @Property(tries = 40)
    void sixPaleDiscsSayHowLargeTheyAre(
            @ForAll @DoubleRange(min = 0.11, max = 0.33) double diameter,
            @ForAll @IntRange(min = 100, max = 400) int side,
            @ForAll @IntRange(max = 1000) int seed) {
        RgbImage image = discs(side, diameter, seed);
        ScaleEstimate estimate = ScaleEvidence.of(image).estimate();
        double truth = ScaleEvidence.RED_CELL / (diameter * side);
        assertThat(Math.log(estimate.micronsPerPixel() / truth)).isCloseTo(0, within(0.12));
        assertThat(estimate.basis()).isEqualTo(ScaleEstimate.Basis.RED_CELLS);
        assertThat(estimate.logDeviation()).isLessThan(0.15);
    }

    @Test
    void sixteenPhantomsTellTheirScale() {
        for (int from = 0; from < 48; from += 16) {
            List<Scaled> some = PHANTOMS.subList(from, from + 16);
            assertThat(error(some)).isCloseTo(0, within(0.15));
        }
    }

    @Test
    void theMiddlesOfPhantomsTellTheSameScaleAsTheWhole() {
        List<Scaled> middles =
                PHANTOMS.stream().map(picture -> picture.middle(0.75)).toList();
        assertThat(error(middles)).isCloseTo(0, within(0.15));
    }

    @Test
    void picturesWithFramesOfDifferentSizesAreCollectedToOneScale() {
        List<Scaled> mixed = new ArrayList<>();
        for (int i = 0; i < PHANTOMS.size(); i++) {
            mixed.add(PHANTOMS.get(i).middle(1 - 0.1 * (i % 4)));
        }
        assertThat(error(mixed)).isCloseTo(0, within(0.15));
    }

    @Test
    void aResizedPictureHasItsScaleDividedByTheFactor() {
        assertResizingCounts(PHANTOMS.stream().map(Scaled::image).toList());
    }

    @Test
    void turnsAndFlipsHardlyChangeTheScale() {
        double square = 0;
        for (Scaled picture : PHANTOMS) {
            double upright = log(picture.image());
            double turned = log(turned(picture.image()));
            double mirrored = log(mirrored(picture.image()));
            square += (turned - upright) * (turned - upright) + (mirrored - upright) * (mirrored - upright);
        }
        assertThat(Math.sqrt(square / (2 * PHANTOMS.size()))).isLessThan(0.06);
    }

    @Test
    void anEmptyFieldTellsNothingButThePrior() {
        RgbImage white = filled(200, 200, 240);
        ScaleEstimate estimate = ScaleEvidence.of(white).estimate();
        assertThat(estimate.micronsPerPixel()).isCloseTo(ScaleEvidence.PRIOR_FRAME / 200, within(1e-3));
        assertThat(estimate.logDeviation())
                .isBetween(ScaleEvidence.PRIOR_DEVIATION, ScaleEvidence.PRIOR_DEVIATION + 0.01);
        assertThat(estimate.basis()).isEqualTo(ScaleEstimate.Basis.FRAME);
        assertThat(estimate.redCells()).isZero();
    }

    @Test
    void moreOfTheSameEvidenceNarrowsTheScaleButNeverBelowWhatLaboratoriesDifferBy() {
        ScaleEvidence one = ScaleEvidence.of(discs(250, 0.2, 1));
        ScaleEvidence many = one;
        for (int i = 0; i < 30; i++) {
            many = many.and(one);
        }
        assertThat(many.estimate().logDeviation())
                .isLessThan(one.estimate().logDeviation())
                .isGreaterThan(0.059);
        assertThat(many.estimate().pictures()).isEqualTo(31);
    }

    @Property(tries = 60)
    void noPictureIsRefused(
            @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll long seed) {
        byte[] rgb = new byte[width * height * 3];
        new Random(seed).nextBytes(rgb);
        ScaleEstimate estimate =
                ScaleEvidence.of(RgbImage.of(width, height, rgb)).estimate();
        assertThat(estimate.micronsPerPixel()).isPositive().isFinite();
        assertThat(ScaleEvidence.of(filled(width, height, (int) (seed & 255)))
                        .estimate()
                        .micronsPerPixel())
                .isPositive()
                .isFinite();
    }

    @Test
    void realCellsOfTwoLaboratoriesTellTheirScales() {
        Path data = data();
        for (int from = 0; from < 96; from += 32) {
            List<Scaled> marrow =
                    ScalePictures.ofFolder(data.resolve("marrow-original"), 96, ScalePictures.MARROW_MICRONS_PER_PIXEL);
            List<Scaled> blood =
                    ScalePictures.ofFolder(data.resolve("blood"), 96, ScalePictures.BLOOD_MICRONS_PER_PIXEL);
            assertThat(error(marrow.subList(from, from + 32))).isCloseTo(0, within(0.25));
            assertThat(error(blood.subList(from, from + 32))).isCloseTo(0, within(0.12));
        }
    }

    @Test
    void boxesAroundRedCellsOfAThirdLaboratoryAgree() {
        List<Scaled> fields = ScalePictures.boxed(data().resolve("bccd"), 400);
        assertThat(fields).hasSizeGreaterThan(100);
        // The boxes stand off the rims by some 7 % on either side.
        assertThat(error(fields)).isCloseTo(0.14, within(0.06));
    }

    @Test
    void aResizedRealPictureHasItsScaleDividedByTheFactor() {
        assertResizingCounts(ScalePictures.ofFolder(data().resolve("marrow-original"), 40, 1).stream()
                .map(Scaled::image)
                .toList());
        assertResizingCounts(ScalePictures.ofFolder(data().resolve("blood"), 40, 1).stream()
                .map(Scaled::image)
                .toList());
    }

    private static void assertResizingCounts(List<RgbImage> images) {
        for (int side : new int[] {137, 200, 360}) {
            double square = 0;
            double sum = 0;
            for (RgbImage image : images) {
                double change = log(image.resize(side, side)) - log(image) - Math.log((double) image.width() / side);
                square += change * change / images.size();
                sum += change / images.size();
            }
            assertThat(sum).isCloseTo(0, within(0.03));
            assertThat(Math.sqrt(square)).isLessThan(0.08);
        }
    }

    private static Path data() {
        Optional<Path> data = TestPictures.realImages();
        assumeTrue(data.isPresent(), "Skipped: no folder of real images beside the project (MEDULLA_TEST_DATA)");
        return data.orElseThrow();
    }

    /** The error of the logarithm of the scale that pictures tell together. */
    private static double error(List<Scaled> pictures) {
        double truth = pictures.stream()
                .mapToDouble(picture -> Math.log(picture.micronsPerPixel()))
                .average()
                .orElseThrow();
        return Math.log(ScaleEvidence.ofAll(pictures.stream().map(Scaled::image).toList())
                        .estimate()
                        .micronsPerPixel())
                - truth;
    }

    private static double log(RgbImage image) {
        return Math.log(ScaleEvidence.of(image).estimate().micronsPerPixel());
    }

    private static RgbImage filled(int width, int height, int value) {
        byte[] rgb = new byte[width * height * 3];
        Arrays.fill(rgb, (byte) value);
        return RgbImage.of(width, height, rgb);
    }

    private static RgbImage turned(RgbImage image) {
        int side = image.width();
        byte[] rgb = new byte[side * side * 3];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.copyTo(((side - 1 - x) * side + y) * 3, rgb, (y * side + x) * 3, 3);
            }
        }
        return RgbImage.of(side, side, rgb);
    }

    private static RgbImage mirrored(RgbImage image) {
        int side = image.width();
        byte[] rgb = new byte[side * side * 3];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.copyTo((y * side + side - 1 - x) * 3, rgb, (y * side + x) * 3, 3);
            }
        }
        return RgbImage.of(side, side, rgb);
    }

    /** Six pinkish discs on a light ground with a little noise: whole, apart, at places that a seed shifts. */
    private static RgbImage discs(int side, double diameter, int seed) {
        Random random = new Random(seed);
        double[] x = new double[6];
        double[] y = new double[6];
        for (int i = 0; i < 6; i++) {
            double spare = 1.0 / 3 - diameter;
            x[i] = side * ((i % 3 + 0.5) / 3 + spare * (random.nextDouble() - 0.5) * 0.9);
            y[i] = side * (i < 3 ? 0.22 : 0.74) + side * 0.04 * random.nextDouble();
        }
        byte[] rgb = new byte[side * side * 3];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double cover = 0;
                for (int i = 0; i < 6; i++) {
                    double away = Math.hypot(column + 0.5 - x[i], row + 0.5 - y[i]);
                    cover = Math.max(cover, Math.clamp(0.5 + diameter * side / 2 - away, 0, 1));
                }
                int at = (row * side + column) * 3;
                double noise = 2 * random.nextGaussian();
                rgb[at] = (byte) (int) Math.clamp(240 - 35 * cover + noise, 0, 255);
                rgb[at + 1] = (byte) (int) Math.clamp(232 - 62 * cover + noise, 0, 255);
                rgb[at + 2] = (byte) (int) Math.clamp(235 - 55 * cover + noise, 0, 255);
            }
        }
        return RgbImage.of(side, side, rgb);
    }
}

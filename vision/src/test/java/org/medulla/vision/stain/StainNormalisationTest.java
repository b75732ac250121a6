package org.medulla.vision.stain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.image.TestPictures;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.PhantomSeries;

class StainNormalisationTest {
    static List<StainNormalisation> both() {
        return List.of(StainNormalisation.reinhard(), StainNormalisation.macenko());
    }

    @Test
    void aPictureThatHasTheTargetStatisticsStaysAsItIs() {
        for (RgbImage image : phantoms(8)) {
            RgbImage moved = new Reinhard(DensityStatistics.of(List.of(image)).orElseThrow()).apply(image);
            RgbImage separated = new Macenko(StainPair.of(List.of(image)).orElseThrow()).apply(image);
            assertThat(largestDifference(image, moved)).isLessThanOrEqualTo(1);
            assertThat(largestDifference(image, separated)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void normalisedPicturesComeNearerToTheTarget() {
        double before = 0;
        double after = 0;
        double vectorsBefore = 0;
        double vectorsAfter = 0;
        for (RgbImage image : phantoms(8)) {
            RgbImage moved = StainNormalisation.reinhard().apply(image);
            before += Math.abs(
                    meanDensity(image) - DensityStatistics.STANDARD.mean().getFirst());
            // What counts as stained changes with the picture, so that the target is not met exactly.
            after += Math.abs(
                    meanDensity(moved) - DensityStatistics.STANDARD.mean().getFirst());
            vectorsBefore += away(image);
            vectorsAfter += away(StainNormalisation.macenko().apply(image));
        }
        assertThat(after).isLessThan(0.6 * before);
        assertThat(vectorsAfter).isLessThan(0.6 * vectorsBefore);
    }

    /** How far a picture's two stain vectors lie from the standard's. */
    private static double away(RgbImage image) {
        StainPair pair = StainPair.of(List.of(image)).orElseThrow();
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += Math.abs(pair.blue().get(k) - StainPair.STANDARD.blue().get(k));
            sum += Math.abs(pair.red().get(k) - StainPair.STANDARD.red().get(k));
        }
        return sum;
    }

    private static double meanDensity(RgbImage image) {
        return DensityStatistics.of(List.of(image)).orElseThrow().mean().getFirst();
    }

    @ParameterizedTest
    @MethodSource("both")
    void thePhantomsOfTwoSmearsLookMoreAlikeAfterwards(StainNormalisation normalisation) {
        PhantomSeries series = PhantomSeries.of(new PhantomPlan(200, 6, 5));
        TreeMap<String, List<RgbImage>> smears = new TreeMap<>();
        for (int i = 0; i < series.size(); i++) {
            smears.computeIfAbsent(series.cell(i).smear(), key -> new ArrayList<>())
                    .add(series.draw(i).image());
        }
        List<List<RgbImage>> raw = List.copyOf(smears.values());
        double before = 0;
        double after = 0;
        for (int one = 0; one < raw.size(); one++) {
            for (int other = 0; other < one; other++) {
                before += apart(raw.get(one), raw.get(other));
                after += apart(changed(raw.get(one), normalisation), changed(raw.get(other), normalisation));
            }
        }
        assertThat(after).isLessThan(0.8 * before);
    }

    @ParameterizedTest
    @MethodSource("both")
    void theNucleiOfTwoLaboratoriesLookMoreAlikeAfterwards(StainNormalisation normalisation) throws IOException {
        Optional<Path> data = TestPictures.realImages();
        assumeTrue(data.isPresent(), "Skipped: no folder of real images beside the project (MEDULLA_TEST_DATA)");
        List<RgbImage> marrow = StainFigures.pictures(data.orElseThrow().resolve("marrow-original"), 60);
        List<RgbImage> blood = StainFigures.pictures(data.orElseThrow().resolve("blood"), 60);
        double before = distance(nuclei(marrow), nuclei(blood));
        double after = distance(nuclei(changed(marrow, normalisation)), nuclei(changed(blood, normalisation)));
        assertThat(after).isLessThan(0.85 * before);
    }

    @ParameterizedTest
    @MethodSource("both")
    void theEmptyFieldKeepsItsColour(StainNormalisation normalisation) {
        int empty = 0;
        for (RgbImage image : phantoms(8)) {
            RgbImage after = normalisation.apply(image);
            Densities densities = new Densities(image);
            for (int i = 0; i < densities.pixels(); i++) {
                if (densities.of(i, 0) == 0 && densities.of(i, 1) == 0 && densities.of(i, 2) == 0) {
                    empty++;
                    for (int channel = 0; channel < 3; channel++) {
                        assertThat(after.value(3 * i + channel)).isEqualTo(image.value(3 * i + channel));
                    }
                }
            }
        }
        assertThat(empty).isPositive();
    }

    @ParameterizedTest
    @MethodSource("both")
    void aPictureWithoutStainComesBackAsItIs(StainNormalisation normalisation) {
        byte[] grey = new byte[40 * 30 * 3];
        Arrays.fill(grey, (byte) 200);
        RgbImage image = RgbImage.of(40, 30, grey);
        assertThat(normalisation.apply(image)).isEqualTo(image);
        RgbImage pixel = image.crop(0, 0, 1, 1);
        assertThat(normalisation.apply(pixel)).isEqualTo(pixel);
    }

    @Test
    void twoMixedStainsAreFoundAgain() {
        // Unit vectors of densities, mixed in amounts from all of one to all of the other.
        double[] blue = {0.7, 0.66, 0.27};
        double[] red = {0.3, 0.9, 0.32};
        byte[] rgb = new byte[100 * 100 * 3];
        for (int i = 0; i < 10_000; i++) {
            boolean empty = i % 10 == 0;
            double share = i % 100 / 99.0;
            double amount = empty ? 0 : 0.3 + Math.floorDiv(i, 100) * 0.008;
            for (int channel = 0; channel < 3; channel++) {
                double density = amount * (share * blue[channel] + (1 - share) * red[channel]);
                rgb[3 * i + channel] = (byte) (int) Math.round(256 * Math.pow(10, -density) - 1);
            }
        }
        StainPair pair = StainPair.of(List.of(RgbImage.of(100, 100, rgb))).orElseThrow();
        for (int k = 0; k < 3; k++) {
            assertThat(pair.blue().get(k)).isCloseTo(unit(blue)[k], within(0.02));
            assertThat(pair.red().get(k)).isCloseTo(unit(red)[k], within(0.02));
        }
    }

    @Property
    void eigenvectorsAreOnlyStretched(@ForAll @Size(6) List<@DoubleRange(min = -10, max = 10) Double> entries) {
        double[][] matrix = {
            {entries.get(0), entries.get(1), entries.get(2)},
            {entries.get(1), entries.get(3), entries.get(4)},
            {entries.get(2), entries.get(4), entries.get(5)}
        };
        SymmetricEigen eigen = new SymmetricEigen(matrix);
        for (int place = 0; place < 3; place++) {
            double[] v = eigen.vectors[place];
            assertThat(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]).isCloseTo(1, within(1e-9));
            for (int row = 0; row < 3; row++) {
                assertThat(matrix[row][0] * v[0] + matrix[row][1] * v[1] + matrix[row][2] * v[2])
                        .isCloseTo(eigen.values[place] * v[row], within(1e-8));
            }
        }
        assertThat(eigen.values[0]).isGreaterThanOrEqualTo(eigen.values[1]);
        assertThat(eigen.values[1]).isGreaterThanOrEqualTo(eigen.values[2]);
    }

    private static double[] unit(double[] v) {
        double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        return new double[] {v[0] / length, v[1] / length, v[2] / length};
    }

    private static List<RgbImage> phantoms(int count) {
        PhantomSeries series = PhantomSeries.of(new PhantomPlan(21, 8, 2));
        return IntStream.range(0, count)
                .mapToObj(i -> series.draw(2 * i).image())
                .toList();
    }

    private static List<RgbImage> changed(List<RgbImage> images, StainNormalisation normalisation) {
        return images.stream().map(normalisation::apply).toList();
    }

    /** How far apart the mean colours of stained pixels lie, in densities. */
    private static double apart(List<RgbImage> some, List<RgbImage> others) {
        DensityStatistics one = DensityStatistics.of(some).orElseThrow();
        DensityStatistics other = DensityStatistics.of(others).orElseThrow();
        double square = 0;
        for (int k = 0; k < 3; k++) {
            double mean = one.mean().get(k) - other.mean().get(k);
            double deviation = one.deviation().get(k) - other.deviation().get(k);
            square += mean * mean + deviation * deviation;
        }
        return Math.sqrt(square);
    }

    /** The mean densities of the tenth of the pixels that lets least red light pass, without the very darkest. */
    private static double[] nuclei(List<RgbImage> images) {
        double[] sum = new double[3];
        int count = 0;
        for (RgbImage image : images) {
            Densities densities = new Densities(image);
            double[] red = IntStream.range(0, densities.pixels())
                    .mapToDouble(i -> densities.of(i, 0))
                    .toArray();
            double[] sorted = Arrays.stream(red).sorted().toArray();
            double least = sorted[(int) (0.9 * sorted.length)];
            double most = sorted[(int) (0.99 * sorted.length)];
            for (int i = 0; i < red.length; i++) {
                if (red[i] >= least && red[i] <= most) {
                    count++;
                    for (int channel = 0; channel < 3; channel++) {
                        sum[channel] += densities.of(i, channel);
                    }
                }
            }
        }
        return new double[] {sum[0] / count, sum[1] / count, sum[2] / count};
    }

    private static double distance(double[] one, double[] other) {
        return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
    }

    private static int largestDifference(RgbImage one, RgbImage other) {
        int largest = 0;
        for (int i = 0; i < one.width() * one.height() * 3; i++) {
            largest = Math.max(largest, Math.abs(one.value(i) - other.value(i)));
        }
        return largest;
    }
}

package org.medulla.vision.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.image.TestPictures;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.PhantomSeries;

class CellFeaturesTest {
    private static final PhantomSeries SERIES = PhantomSeries.of(new PhantomPlan(210, 20, 5));

    @Test
    void everyFeatureHasItsOwnName() {
        assertThat(CellFeatures.names()).doesNotHaveDuplicates().hasSizeBetween(60, 125);
        assertThat(CellFeatures.of(SERIES.draw(0).image()).size())
                .isEqualTo(CellFeatures.names().size());
    }

    @Test
    void turnsAndFlipsMoveNoFeatureFarBesideItsSpreadOverCells() {
        List<float[]> straight = new ArrayList<>();
        List<List<float[]>> turned = new ArrayList<>();
        for (int i = 0; i < SERIES.size(); i += 5) {
            RgbImage image = SERIES.draw(i).image();
            straight.add(CellFeatures.of(image).toArray());
            turned.add(IntStream.range(1, 8)
                    .mapToObj(view -> CellFeatures.of(view(image, view)).toArray())
                    .toList());
        }
        int close = 0;
        int total = 0;
        for (int k = 0; k < CellFeatures.names().size(); k++) {
            int feature = k;
            double mean =
                    straight.stream().mapToDouble(v -> v[feature]).average().orElseThrow();
            double spread = Math.sqrt(straight.stream()
                    .mapToDouble(v -> (v[feature] - mean) * (v[feature] - mean))
                    .average()
                    .orElseThrow());
            for (int cell = 0; cell < straight.size(); cell++) {
                for (float[] view : turned.get(cell)) {
                    close += Math.abs(view[k] - straight.get(cell)[k]) <= 0.05 * spread + 1e-5 ? 1 : 0;
                    total++;
                }
            }
        }
        assertThat((double) close / total)
                .as("share of features that move less than a twentieth")
                .isGreaterThan(0.97);
    }

    @Test
    void segmentedNucleiHaveMoreLobesAndLessOfTheCellThanLymphocytes() {
        assertThat(mean("NGS", "nuclear lobes")).isGreaterThan(mean("LYT", "nuclear lobes") + 0.7);
        assertThat(mean("NGS", "N:C ratio")).isLessThan(mean("LYT", "N:C ratio") - 0.15);
        assertThat(mean("NGS", "nuclear solidity")).isLessThan(mean("LYT", "nuclear solidity") - 0.1);
    }

    @Test
    void plasmaCellsAreBluerAndEosinophilsMoreOrangeThanMyelocytes() {
        assertThat(mean("PLM", "cytoplasmic blueness")).isGreaterThan(mean("MYB", "cytoplasmic blueness") + 0.1);
        assertThat(mean("EOS", "cytoplasmic orangeness")).isGreaterThan(mean("MYB", "cytoplasmic orangeness") + 0.05);
    }

    @Test
    void aKnownScaleChangesSizesAndNothingElse() {
        RgbImage image = SERIES.draw(30).image();
        FeatureVector nominal = CellFeatures.of(image);
        FeatureVector finer = CellFeatures.of(image, 0.045);
        for (int k = 0; k < nominal.size(); k++) {
            String name = CellFeatures.names().get(k);
            double factor = name.contains("square microns") ? 0.25 : name.contains("microns") ? 0.5 : 1;
            assertThat((double) finer.at(k)).as(name).isCloseTo(factor * nominal.at(k), within(1e-3));
        }
        assertThatThrownBy(() -> CellFeatures.of(image, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSamePictureInAnotherSizeHasNearlyTheSameSizes() {
        RgbImage image = SERIES.draw(100).image();
        FeatureVector full = CellFeatures.of(image);
        for (int side : new int[] {137, 360}) {
            FeatureVector other = CellFeatures.of(image.resize(side, side));
            int diameter = CellFeatures.names().indexOf("nuclear diameter, microns");
            assertThat((double) other.at(diameter)).isCloseTo(full.at(diameter), within(0.05 * full.at(diameter)));
        }
    }

    @Test
    void picturesWithoutACellAndOfAnyShapeHaveFiniteFeatures() {
        for (int[] size : new int[][] {{1, 1}, {7, 90}, {250, 250}}) {
            assertThat(CellFeatures.of(RgbImage.of(size[0], size[1], new byte[size[0] * size[1] * 3]))
                            .size())
                    .isEqualTo(CellFeatures.names().size());
            assertThat(CellFeatures.of(TestPictures.smooth(size[0], size[1], 1)).size())
                    .isEqualTo(CellFeatures.names().size());
        }
    }

    private static double mean(String classCode, String name) {
        int k = CellFeatures.names().indexOf(name);
        assertThat(k).as(name).isNotNegative();
        return IntStream.range(0, SERIES.size())
                .filter(i -> SERIES.cell(i).classCode().equals(classCode))
                .mapToDouble(i -> CellFeatures.of(SERIES.draw(i).image()).at(k))
                .average()
                .orElseThrow();
    }

    /** One of the eight flips and quarter turns: bit 0 flips across, bit 1 down, bit 2 swaps the axes. */
    private static RgbImage view(RgbImage image, int view) {
        int side = image.width();
        byte[] rgb = new byte[side * side * 3];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int u = (view & 1) != 0 ? side - 1 - x : x;
                int v = (view & 2) != 0 ? side - 1 - y : y;
                int from = (view & 4) != 0 ? u * side + v : v * side + u;
                image.copyTo(3 * from, rgb, 3 * (y * side + x), 3);
            }
        }
        return RgbImage.of(side, side, rgb);
    }
}

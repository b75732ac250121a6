package org.medulla.vision.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GridTest {
    @Property(tries = 40)
    void blurringKeepsTheMeanAndFlattens(
            @ForAll @IntRange(min = 2, max = 24) int size,
            @ForAll @DoubleRange(min = 0.3, max = 6) double deviation,
            @ForAll long seed) {
        float[] grid = random(size, seed);
        float[] blurred = Grid.blur(grid, size, deviation);
        assertThat(mean(blurred)).isCloseTo(mean(grid), within(1e-4));
        assertThat(range(blurred)).isLessThanOrEqualTo(range(grid) + 1e-6);
    }

    @Property(tries = 40)
    void resizingStaysWithinTheValues(
            @ForAll @IntRange(min = 1, max = 12) int size,
            @ForAll @IntRange(min = 1, max = 40) int newSize,
            @ForAll long seed) {
        float[] grid = random(size, seed);
        float[] resized = Grid.resize(grid, size, newSize);
        assertThat(resized).hasSize(newSize * newSize);
        assertThat(range(resized)).isLessThanOrEqualTo(range(grid) + 1e-6);
        assertThat(Grid.resize(grid, size, size)).containsExactly(grid, within(1e-6f));
    }

    @Test
    void edgesAreMirrored() {
        assertThat(IntStream.rangeClosed(-4, 6).map(i -> Grid.mirrored(i, 3)))
                .containsExactly(2, 2, 1, 0, 0, 1, 2, 2, 1, 0, 0);
    }

    @Test
    void theSaliencyIsScaledToOneAndOrdered() {
        Saliency saliency = Saliency.of(2, new float[] {-3, 1, 4, 2});
        assertThat(saliency.values()).containsExactly(0, 0.25f, 1, 0.5f);
        assertThat(saliency.order()).containsExactly(2, 3, 1, 0);
        assertThat(saliency.at(0.25, 0.75)).isEqualTo(1);
        assertThat(saliency.at(0.5, 0.75)).isEqualTo(0.75f);
        assertThat(saliency.at(0, 1)).isEqualTo(1);
    }

    /** By hand: trapezia over 1, 0.5, 0.25 and over 1, 1, 0. */
    @Test
    void theScoreIsTheAreaUnderTheCurve() {
        DeletionCurve curve = new DeletionCurve(List.of(1.0, 0.5, 0.25), List.of(1.0, 1.0, 0.0), 0.6);
        assertThat(curve.score()).isCloseTo(0.5625, within(1e-12));
        assertThat(curve.randomScore()).isCloseTo(0.75, within(1e-12));
        assertThat(curve.beatsRandom()).isTrue();
        assertThat(new DeletionCurve(List.of(1.0, 0.5), List.of(1.0, 0.9), 0.7).beatsRandom())
                .isFalse();
    }

    /** OKLab is computed here from the published matrices for sRGB, the other way round than in the map. */
    @Test
    void coloursAreEvenlySpacedAndEverLighter() {
        double[][] colours = new double[17][];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = oklab(ColourMap.rgb(i / 16.0));
        }
        double mean = 0;
        for (int i = 1; i < colours.length; i++) {
            mean += distance(colours[i - 1], colours[i]) / 16;
        }
        for (int i = 1; i < colours.length; i++) {
            assertThat(distance(colours[i - 1], colours[i])).isCloseTo(mean, within(0.12 * mean));
            assertThat(colours[i][0]).isGreaterThan(colours[i - 1][0] + 0.01);
        }
    }

    private static double[] oklab(int rgb) {
        double red = linear(rgb >> 16 & 0xff);
        double green = linear(rgb >> 8 & 0xff);
        double blue = linear(rgb & 0xff);
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static double linear(int level) {
        double coded = level / 255.0;
        return coded <= 0.04045 ? coded / 12.92 : Math.pow((coded + 0.055) / 1.055, 2.4);
    }

    private static double distance(double[] one, double[] other) {
        return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
    }

    private static float[] random(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] grid = new float[size * size];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = (float) random.nextDouble();
        }
        return grid;
    }

    private static double mean(float[] grid) {
        double sum = 0;
        for (float value : grid) {
            sum += value;
        }
        return sum / grid.length;
    }

    private static double range(float[] grid) {
        float lowest = grid[0];
        float highest = grid[0];
        for (float value : grid) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        return highest - lowest;
    }
}

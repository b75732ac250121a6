package org.medulla.vision.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RegionTest {
    private static final int WIDTH = 140;
    private static final int HEIGHT = 130;

    /** Hull by scipy's ConvexHull of the pixels' corners, axes by numpy's eigenvalues of the covariance. */
    @Test
    void anAngleHasTheHullAndTheAxesThatScipyComputes() {
        Region region = region((x, y) -> x >= 4 && x < 34 && y >= 5 && y < 25 && !(x >= 14 && y < 17));
        assertThat(region.area()).isEqualTo(360);
        assertThat(region.hull()).isCloseTo(480, within(1e-9));
        assertThat(region.longAxis()).isCloseTo(36.68068386, within(1e-6));
        assertThat(region.shortAxis()).isCloseTo(18.19263247, within(1e-6));
    }

    @Property(tries = 60)
    void discsAreRoundSolidAndNotEccentric(@ForAll @IntRange(min = 10, max = 60) int radius) {
        Region region = region((x, y) -> Math.hypot(x - 65, y - 64) <= radius);
        assertThat(region.roundness()).isBetween(0.93, 1.03);
        // Stairs of pixels leave an eleventh of a small disc's hull empty.
        assertThat(region.solidity()).isBetween(0.91, 1.0);
        assertThat(region.eccentricity()).isLessThan(0.02);
        assertThat(region.radialDeviation()).isLessThan(0.04);
        assertThat(region.diameter()).isCloseTo(2 * radius, within(1.0));
        assertThat(region.onFrame()).isZero();
    }

    @Test
    void anEllipseHasItsOwnAxes() {
        Region region = region((x, y) -> Math.pow((x - 65) / 50.0, 2) + Math.pow((y - 64) / 25.0, 2) <= 1);
        assertThat(region.longAxis()).isCloseTo(100, within(1.0));
        assertThat(region.shortAxis()).isCloseTo(50, within(1.0));
        assertThat(region.eccentricity()).isCloseTo(Math.sqrt(0.75), within(0.01));
    }

    @Test
    void aRegionCutByTheFrameSaysHowMuchOfItsOutlineLiesOnIt() {
        Region region = region((x, y) -> x < 20 && y < 20);
        assertThat(region.onFrame()).isCloseTo(39.0 / 76, within(1e-9));
    }

    private static Region region(BiPredicate<Integer, Integer> member) {
        int[] pixels = IntStream.range(0, WIDTH * HEIGHT)
                .filter(i -> member.test(i % WIDTH, Math.floorDiv(i, WIDTH)))
                .toArray();
        return Region.of(pixels, WIDTH, HEIGHT);
    }
}

package org.medulla.vision.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegionsTest {
    private static final int SIDE = 40;
    private final Regions regions = new Regions(SIDE, SIDE);

    @Test
    void depthIsTheDistanceToTheNearestPixelOutside() {
        float[] depth = regions.depth(disc(20, 20, 10));
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double exact = Math.max(0, nearestOutside(disc(20, 20, 10), x, y));
                // Chamfer 3-4 is within 8 percent of the straight line.
                assertThat((double) depth[y * SIDE + x]).isBetween(0.92 * exact - 0.01, 1.08 * exact + 0.01);
            }
        }
    }

    @Test
    void openingTakesAwayASpikeAndLeavesTheDisc() {
        boolean[] disc = disc(20, 20, 8);
        boolean[] spiked = disc.clone();
        for (int x = 28; x < 38; x++) {
            spiked[20 * SIDE + x] = true;
        }
        boolean[] opened = regions.open(spiked, 2);
        assertThat(opened[20 * SIDE + 34]).isFalse();
        assertThat(opened[20 * SIDE + 20]).isTrue();
        assertThat(opened[20 * SIDE + 14]).isTrue();
    }

    @Test
    void holesUpToASizeAreFilledAndBaysAreNot() {
        boolean[] ring = disc(20, 20, 10);
        ring[20 * SIDE + 20] = false;
        ring[20 * SIDE + 21] = false;
        boolean[] kept = ring.clone();
        regions.fillHoles(ring, 2);
        assertThat(ring[20 * SIDE + 20]).isTrue();
        assertThat(ring[0]).isFalse();
        regions.fillHoles(kept, 1);
        assertThat(kept[20 * SIDE + 20]).isFalse();
    }

    @Test
    void twoDiscsThatTouchArePartedAtTheirNeckAndOneDiscIsNot() {
        boolean[] two = disc(12, 20, 8);
        boolean[] other = disc(26, 20, 8);
        for (int i = 0; i < two.length; i++) {
            two[i] |= other[i];
        }
        Parts parts = Parts.of(regions.depth(two), SIDE, SIDE);
        assertThat(parts.count).isEqualTo(2);
        assertThat(parts.labels[20 * SIDE + 12]).isNotEqualTo(parts.labels[20 * SIDE + 26]);
        assertThat(Parts.of(regions.depth(disc(20, 20, 12)), SIDE, SIDE).count).isEqualTo(1);
    }

    private static boolean[] disc(int middleX, int middleY, int radius) {
        boolean[] set = new boolean[SIDE * SIDE];
        for (int i = 0; i < set.length; i++) {
            set[i] = Math.hypot(i % SIDE - middleX, Math.floorDiv(i, SIDE) - middleY) <= radius;
        }
        return set;
    }

    private static double nearestOutside(boolean[] set, int x, int y) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < set.length; i++) {
            if (!set[i]) {
                least = Math.min(least, Math.hypot(i % SIDE - x, Math.floorDiv(i, SIDE) - y));
            }
        }
        return least;
    }
}

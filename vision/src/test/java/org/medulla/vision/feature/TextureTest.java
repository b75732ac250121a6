package org.medulla.vision.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Textures of a pattern of 17 levels, against values computed with numpy from the definitions. */
class TextureTest {
    private static final int SIDE = 12;
    private static final int[] ALL = IntStream.range(0, SIDE * SIDE).toArray();

    private static float[] pattern() {
        float[] map = new float[SIDE * SIDE];
        for (int i = 0; i < map.length; i++) {
            int x = i % SIDE;
            int y = Math.floorDiv(i, SIDE);
            map[i] = (x * 7 + y * 13 + x * y * 3) % 17 / 17f;
        }
        return map;
    }

    @Test
    void greyPairsHaveTheMeasuresThatHaralickDefined() {
        GreyPairs near = GreyPairs.of(pattern(), ALL, SIDE, SIDE, 1);
        assertThat(near.contrast()).isCloseTo(32.78656126482213, within(1e-6));
        assertThat(near.correlation()).isCloseTo(0.029380117424269585, within(1e-6));
        assertThat(near.homogeneity()).isCloseTo(0.20277891106519275, within(1e-6));
        assertThat(near.energy()).isCloseTo(0.012959115124435625, within(1e-6));
        assertThat(near.entropy()).isCloseTo(4.754412659304686, within(1e-6));
        GreyPairs far = GreyPairs.of(pattern(), ALL, SIDE, SIDE, 4);
        assertThat(far.contrast()).isCloseTo(31.96875, within(1e-6));
        assertThat(far.entropy()).isCloseTo(4.6839563870307686, within(1e-6));
    }

    @Test
    void strongerStainChangesNoGreyPair() {
        float[] stronger = pattern();
        for (int i = 0; i < stronger.length; i++) {
            stronger[i] = 2 * stronger[i] + 1;
        }
        assertThat(GreyPairs.of(stronger, ALL, SIDE, SIDE, 1)).isEqualTo(GreyPairs.of(pattern(), ALL, SIDE, SIDE, 1));
    }

    @Test
    void localPatternsHaveTheSharesOfTheirDefinition() {
        double[] expected = {0.25, 0.140625, 0.0, 0.03125, 0.0, 0.03125, 0.03125, 0.0625, 0.09375, 0.359375};
        assertThat(LocalPatterns.of(pattern(), ALL, SIDE, SIDE)).containsExactly(expected, within(1e-12));
    }

    @Test
    void aSieveKeepsGrainsThatAreWiderThanItsSquare() {
        int side = 40;
        float[] map = new float[side * side];
        int[] all = IntStream.range(0, side * side).toArray();
        for (int y = 10; y < 15; y++) {
            for (int x = 10; x < 15; x++) {
                map[y * side + x] = 1;
            }
        }
        Sieve sieve = new Sieve(all, side, side, 3);
        assertThat(sieve.mean(sieve.grains(map, 2), all)).isZero();
        assertThat(sieve.mean(sieve.grains(map, 3), all)).isCloseTo(25.0 / (side * side), within(1e-9));
        assertThat(sieve.mean(sieve.gaps(map, 3), all)).isZero();
    }
}

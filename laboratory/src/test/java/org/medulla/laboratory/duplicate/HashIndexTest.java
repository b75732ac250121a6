package org.medulla.laboratory.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.medulla.vision.image.PerceptualHash;

class HashIndexTest {
    @Property(tries = 20)
    void itFindsWhatComparingWithEachFinds(@ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int bits) {
        Random random = new Random(seed);
        long hash = random.nextLong() >>> 1;
        long[] hashes = new long[2_000];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = PerceptualHash.inAllViews(hash).get(random.nextInt(8));
            for (int flips = random.nextInt(25); flips > 0; flips--) {
                hashes[i] ^= 1L << random.nextInt(63);
            }
        }
        Map<Integer, Integer> expected = new TreeMap<>();
        for (int i = 0; i < hashes.length; i++) {
            int distance = PerceptualHash.distanceInAnyView(hash, hashes[i]);
            if (distance <= bits) {
                expected.put(i, distance);
            }
        }
        assertThat(new HashIndex(hashes).within(hash, bits)).isEqualTo(expected);
    }
}

package org.medulla.cytology.evaluation;

import java.util.SplittableRandom;

/**
 * How 95 % intervals are made: clusters (patients, or images) are drawn with replacement as often as there are clusters, the
 * figure is computed again, and the interval runs from the 2.5th to the 97.5th percentile of the results (Efron and
 * Tibshirani 1993, chapter 13). With fewer than some twenty clusters it is too narrow. Everything follows from the seed.
 *
 * @param resamples how often to draw, at least {@value #FEWEST}
 * @param seed where the random numbers start
 */
public record Bootstrap(int resamples, long seed) {
    /** With fewer resamples, the 2.5th percentile would be hardly more than the least value. */
    public static final int FEWEST = 100;

    /** Refuses too few resamples. */
    public Bootstrap {
        if (resamples < FEWEST) {
            throw new IllegalArgumentException(
                    "A 95 % interval needs at least " + FEWEST + " resamples, not " + resamples + ".");
        }
    }

    /** 2,000 resamples from a fixed seed. */
    public static Bootstrap standard() {
        return new Bootstrap(2_000, 2026);
    }

    /** How often each cluster is drawn when as many are drawn as there are. */
    static int[] draw(SplittableRandom random, int clusters) {
        int[] times = new int[clusters];
        for (int turn = 0; turn < clusters; turn++) {
            times[random.nextInt(clusters)]++;
        }
        return times;
    }
}

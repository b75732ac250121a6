package org.medulla.cytology.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

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

    /** Square of the normal quantile of a 95 % interval. */
    private static final double Z_SQUARED = 1.959963984540054 * 1.959963984540054;

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

    /**
     * Figures with their intervals, all from the same resamples.
     *
     * @param clusters how many clusters there are, at least 1
     * @param figures computes the figures, always as many, from how often each cluster is counted; {@code NaN} where one is undefined
     * @return one for each figure in its order, its interval from the resamples that define it; empty where the clusters, each
     *     counted once, do not define it
     */
    public List<Optional<Estimate>> estimates(int clusters, Function<int[], double[]> figures) {
        int[] once = new int[clusters];
        Arrays.fill(once, 1);
        double[] values = figures.apply(once);
        double[][] drawn = new double[resamples][];
        SplittableRandom random = new SplittableRandom(seed);
        for (int resample = 0; resample < resamples; resample++) {
            drawn[resample] = figures.apply(draw(random, clusters));
        }
        return IntStream.range(0, values.length)
                .mapToObj(figure -> Double.isNaN(values[figure])
                        ? Optional.<Estimate>empty()
                        : Optional.of(Resamples.interval(values[figure], sorted(drawn, figure))))
                .toList();
    }

    /**
     * The greatest share that may be hidden behind a 0 among so many clusters, of which no resample can show anything else: the
     * upper end of Wilson's 95 % interval (Wilson EB, J Am Stat Assoc 1927;22:209-212).
     *
     * @param clusters at least 1
     */
    public static double unseen(long clusters) {
        return Z_SQUARED / (clusters + Z_SQUARED);
    }

    private static double[] sorted(double[][] drawn, int figure) {
        return Arrays.stream(drawn)
                .mapToDouble(values -> values[figure])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
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

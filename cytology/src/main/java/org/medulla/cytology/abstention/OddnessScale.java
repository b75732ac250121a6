package org.medulla.cytology.abstention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A scale on which any score becomes a share of known cells: a cell at 0.5 is typical, one at 0.99 scores higher than 99 of 100
 * known cells.
 *
 * <p>The scale runs through the quantiles of the known cells' scores at the shares 0.005, 0.015 ... 0.995, in straight lines. Above
 * the highest it goes on straight, by 0.5 for each distance between the highest and the middle, so that it exceeds 1 where no known
 * cell comes near; below the lowest it falls towards 0 without reaching it, halved at the distance between the middle and the lowest. It rises everywhere, so a ranking by the scale is the
 * ranking by the score.
 *
 * @param quantiles the scores at the shares, {@value #QUANTILES} numbers that never fall
 */
public record OddnessScale(List<Double> quantiles) {
    static final int QUANTILES = 100;

    public OddnessScale {
        quantiles = List.copyOf(quantiles);
        if (quantiles.size() != QUANTILES || quantiles.stream().anyMatch(value -> !Double.isFinite(value))) {
            throw new IllegalArgumentException("A scale has " + QUANTILES + " finite quantiles");
        }
        for (int i = 1; i < QUANTILES; i++) {
            if (quantiles.get(i) < quantiles.get(i - 1)) {
                throw new IllegalArgumentException("The quantiles of a scale never fall");
            }
        }
    }

    /** The scale of these known cells, at least one; quantiles by linear interpolation (type 5 of Hyndman and Fan 1996). */
    public static OddnessScale of(double[] scores) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("A scale needs a known cell");
        }
        double[] rising = scores.clone();
        Arrays.sort(rising);
        List<Double> quantiles = new ArrayList<>();
        for (int i = 0; i < QUANTILES; i++) {
            double at = Math.clamp(share(i) * rising.length - 0.5, 0, rising.length - 1.0);
            int below = (int) at;
            int above = Math.min(below + 1, rising.length - 1);
            quantiles.add(rising[below] + (at - below) * (rising[above] - rising[below]));
        }
        return new OddnessScale(quantiles);
    }

    private static double share(int quantile) {
        return (quantile + 0.5) / QUANTILES;
    }

    /** Where a score lies on the scale: above 0, and above 1 only far beyond the known cells. */
    public double at(double score) {
        double lowest = quantiles.getFirst();
        double highest = quantiles.getLast();
        if (score < lowest) {
            return share(0) / (1 + (lowest - score) / spread(middle() - lowest));
        }
        if (score >= highest) {
            return share(QUANTILES - 1) + 0.5 * (score - highest) / spread(highest - middle());
        }
        int low = 0;
        int high = QUANTILES - 1;
        while (high - low > 1) {
            int half = (low + high) / 2;
            if (quantiles.get(half) <= score) {
                low = half;
            } else {
                high = half;
            }
        }
        double part = (score - quantiles.get(low)) / (quantiles.get(high) - quantiles.get(low));
        return share(low) + part / QUANTILES;
    }

    private double middle() {
        return (quantiles.get(QUANTILES / 2 - 1) + quantiles.get(QUANTILES / 2)) / 2;
    }

    /** A scale of cells that all score alike still tells higher from lower. */
    private static double spread(double distance) {
        return distance > 0 ? distance : 1;
    }
}

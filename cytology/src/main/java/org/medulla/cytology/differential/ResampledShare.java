package org.medulla.cytology.differential;

import java.util.Arrays;

/** A corrected share with what became of it when the data it was computed from were drawn anew many times. */
public final class ResampledShare {
    private final Share share;
    private final double[] draws;

    private ResampledShare(Share share, double[] draws) {
        this.share = share;
        this.draws = draws;
    }

    /**
     * Takes a share and its draws, of which there is at least one.
     *
     * <p>The interval runs from the 2.5 % to the 97.5 % point of the draws. It is never narrower than Wilson's for the same
     * share among as many cells, because a classifier cannot know more than a reader who never errs; this matters for
     * classes that were not named at all, whose draws are all 0.
     */
    static ResampledShare of(double value, double[] draws, long cells) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double low = Math.min(value, point(sorted, 0.025));
        double high = Math.max(value, point(sorted, 0.975));
        return new ResampledShare(
                new Share(value, low, high).spanning(Wilson.interval(value * cells, (double) cells)), sorted);
    }

    /** The share with its 95 % interval. */
    public Share share() {
        return share;
    }

    /** The probability that the true share is the threshold (0 to 1) or more: the part of the draws that are, never 0 or 1. */
    public double probabilityAtLeast(double threshold) {
        long above = Arrays.stream(draws).filter(draw -> draw >= threshold).count();
        return (above + 0.5) / (draws.length + 1);
    }

    private static double point(double[] sorted, double part) {
        double position = part * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return Math.min(1, sorted[below] + (position - below) * (sorted[above] - sorted[below]));
    }
}

package org.medulla.vision.familiarity;

import java.util.List;

/**
 * A laboratory or collection that a model learned from.
 *
 * @param name what the archive calls it
 * @param shares of the pictures of each class that were learned from, the share that came from there; 0 to 1, by the place of
 *     the class
 */
public record KnownSource(String name, List<Double> shares) {
    /**
     * A class that never came from there can still be met there: its share is then taken to be this. Less hardly gains anything on
     * cells of the classes that did come from there (docs/benchmarks.md).
     */
    private static final double LEAST_SHARE = 0.05;

    public KnownSource {
        shares = List.copyOf(shares);
        if (shares.stream().anyMatch(share -> !(share >= 0 && share <= 1))) {
            throw new IllegalArgumentException("A share lies between 0 and 1, unlike one of " + shares);
        }
    }

    /** What is added to the logits of a picture that comes from there. */
    public float[] expectation() {
        return logShares(LEAST_SHARE);
    }

    /** The natural logarithms of the shares, none taken to be less than {@code least}. */
    public float[] logShares(double least) {
        float[] logs = new float[shares.size()];
        for (int label = 0; label < logs.length; label++) {
            logs[label] = (float) Math.log(Math.max(least, shares.get(label)));
        }
        return logs;
    }
}

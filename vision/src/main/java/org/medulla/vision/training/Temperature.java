package org.medulla.vision.training;

import java.util.List;

/**
 * The number by which logits are divided so that stated probabilities come true as often as they say (Guo C et al., ICML 2017,
 * arXiv 1706.04599). Logits are those of one picture averaged over its views; 1 leaves them alone.
 */
public final class Temperature {
    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 20;
    private static final int HALVINGS = 60;

    private Temperature() {}

    /**
     * The temperature that makes the labels most likely; between 0.05 and 20. The likelihood has a single peak in the inverse
     * temperature, so its slope is followed by bisection.
     *
     * @param logits one row for each picture
     * @param labels the right class of each
     */
    public static double fit(List<float[]> logits, List<Integer> labels) {
        if (logits.size() != labels.size()) {
            throw new IllegalArgumentException(logits.size() + " rows of logits have " + labels.size() + " labels");
        }
        if (logits.isEmpty()) {
            return 1;
        }
        double low = 1 / HIGHEST;
        double high = 1 / LOWEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (slope(logits, labels, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 2 / (low + high);
    }

    /** How the log likelihood changes with the inverse temperature: right logits less expected ones. */
    private static double slope(List<float[]> logits, List<Integer> labels, double inverse) {
        double slope = 0;
        for (int i = 0; i < logits.size(); i++) {
            float[] row = logits.get(i);
            double[] probabilities = probabilities(row, 1 / inverse);
            double expected = 0;
            for (int label = 0; label < row.length; label++) {
                expected += probabilities[label] * row[label];
            }
            slope += row[labels.get(i)] - expected;
        }
        return slope;
    }

    /** The softmax of logits divided by a temperature. */
    public static double[] probabilities(float[] logits, double temperature) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        double[] probabilities = new double[logits.length];
        double sum = 0;
        for (int label = 0; label < logits.length; label++) {
            probabilities[label] = Math.exp((logits[label] - highest) / temperature);
            sum += probabilities[label];
        }
        for (int label = 0; label < logits.length; label++) {
            probabilities[label] /= sum;
        }
        return probabilities;
    }
}

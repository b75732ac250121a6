package org.medulla.vision.training;

import java.util.List;

/**
 * How well a network does on the validation part.
 *
 * @param loss the cross-entropy, averaged within each class and then over the classes
 * @param balancedAccuracy the recall, averaged over the classes that occur
 */
public record ValidationResult(double loss, double balancedAccuracy) {
    private static final double LEAST_PROBABILITY = 1e-12;

    /** The result of logits, one row for each picture, against the right classes. */
    static ValidationResult of(List<float[]> logits, List<Integer> labels, int classes) {
        double[] losses = new double[classes];
        int[] right = new int[classes];
        int[] count = new int[classes];
        for (int i = 0; i < labels.size(); i++) {
            int label = labels.get(i);
            double[] probabilities = Temperature.probabilities(logits.get(i), 1);
            losses[label] -= Math.log(Math.max(LEAST_PROBABILITY, probabilities[label]));
            right[label] += probabilities[label] == highest(probabilities) ? 1 : 0;
            count[label]++;
        }
        double loss = 0;
        double recall = 0;
        int present = 0;
        for (int label = 0; label < classes; label++) {
            if (count[label] > 0) {
                loss += losses[label] / count[label];
                recall += (double) right[label] / count[label];
                present++;
            }
        }
        return new ValidationResult(loss / Math.max(1, present), recall / Math.max(1, present));
    }

    private static double highest(double[] values) {
        double highest = 0;
        for (double value : values) {
            highest = Math.max(highest, value);
        }
        return highest;
    }
}

package org.medulla.vision.feature.classifier;

import java.util.List;
import org.medulla.vision.feature.FeatureVector;

/** Features in deviations from the mean of the training cells, cut at five, so that one odd cell bends nothing. */
final class Standardisation {
    private static final double FURTHEST = 5;

    private final double[] means;
    private final double[] deviations;

    private Standardisation(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /** Means and deviations of vectors, at least one. A feature that never changes stays 0. */
    static Standardisation of(List<FeatureVector> vectors) {
        int size = vectors.getFirst().size();
        double[] means = new double[size];
        double[] deviations = new double[size];
        for (FeatureVector vector : vectors) {
            for (int k = 0; k < size; k++) {
                means[k] += vector.at(k) / (double) vectors.size();
            }
        }
        for (FeatureVector vector : vectors) {
            for (int k = 0; k < size; k++) {
                double away = vector.at(k) - means[k];
                deviations[k] += away * away / vectors.size();
            }
        }
        for (int k = 0; k < size; k++) {
            deviations[k] = Math.sqrt(deviations[k]);
        }
        return new Standardisation(means, deviations);
    }

    /** The vector in deviations. */
    double[] apply(FeatureVector vector) {
        if (vector.size() != means.length) {
            throw new IllegalArgumentException(
                    "The classifier knows " + means.length + " features, the vector has " + vector.size());
        }
        double[] result = new double[means.length];
        for (int k = 0; k < result.length; k++) {
            result[k] = deviations[k] < 1e-9
                    ? 0
                    : Math.clamp((vector.at(k) - means[k]) / deviations[k], -FURTHEST, FURTHEST);
        }
        return result;
    }
}

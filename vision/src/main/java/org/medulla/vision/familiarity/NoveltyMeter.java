package org.medulla.vision.familiarity;

import java.nio.FloatBuffer;

/**
 * Measures how far an embedding lies from the nearest class: the logarithm of the squared Mahalanobis distance with one covariance
 * for all classes (Lee K et al., NeurIPS 2018, arXiv 1807.03888). One measurement takes (directions + classes) x channels
 * multiplications. Safe for use by many threads.
 */
final class NoveltyMeter {
    /** No two embeddings are alike to the last bit, but a logarithm should not depend on that. */
    private static final double NEAREST = 1e-6;

    private final int channels;
    private final int directions;
    private final int columns;
    /** [channels, directions + classes]: what a channel adds to each product, side by side so that the loop is vectorised. */
    private final float[] products;

    private final double[] variances;
    private final double[] squaredCentres;
    private final double[][] centresAlong;

    NoveltyMeter(Novelty novelty) {
        channels = novelty.channels();
        directions = novelty.axes().shape().getFirst();
        int classes = novelty.centres().shape().getFirst();
        columns = directions + classes;
        products = new float[channels * columns];
        FloatBuffer axes = novelty.axes().values();
        FloatBuffer centres = novelty.centres().values();
        for (int channel = 0; channel < channels; channel++) {
            for (int axis = 0; axis < directions; axis++) {
                products[channel * columns + axis] = axes.get(axis * channels + channel);
            }
            for (int label = 0; label < classes; label++) {
                products[channel * columns + directions + label] = centres.get(label * channels + channel);
            }
        }
        variances = new double[directions + 1];
        for (int i = 0; i <= directions; i++) {
            variances[i] = novelty.variances().values().get(i);
        }
        squaredCentres = new double[classes];
        centresAlong = new double[classes][directions];
        for (int label = 0; label < classes; label++) {
            for (int channel = 0; channel < channels; channel++) {
                double value = products[channel * columns + directions + label];
                squaredCentres[label] += value * value;
                for (int axis = 0; axis < directions; axis++) {
                    centresAlong[label][axis] += value * products[channel * columns + axis];
                }
            }
        }
    }

    /** The logarithm of the squared distance of an embedding of any length. */
    double measure(float[] embedding) {
        return look(embedding).distance;
    }

    /** How far an embedding of any length lies from the nearest centre, and which that is. */
    Likeness look(float[] embedding) {
        if (embedding.length != channels) {
            throw new IllegalArgumentException(
                    "An embedding has " + channels + " channels here, not " + embedding.length);
        }
        double square = 0;
        for (float value : embedding) {
            square += (double) value * value;
        }
        float scale = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
        float[] sums = new float[columns];
        for (int channel = 0; channel < channels; channel++) {
            float value = embedding[channel] * scale;
            if (value != 0) {
                int row = channel * columns;
                for (int column = 0; column < columns; column++) {
                    sums[column] += value * products[row + column];
                }
            }
        }
        double least = Double.POSITIVE_INFINITY;
        int nearest = 0;
        for (int centre = 0; centre < squaredCentres.length; centre++) {
            double distance = squaredDistance(sums, centre, square > 0 ? 1 : 0);
            if (distance < least) {
                least = distance;
                nearest = centre;
            }
        }
        double[] steps = new double[directions];
        for (int axis = 0; axis < directions; axis++) {
            steps[axis] = (sums[axis] - centresAlong[nearest][axis]) / Math.sqrt(variances[axis]);
        }
        return new Likeness(Math.log(Math.max(NEAREST, least)), nearest, steps);
    }

    private double squaredDistance(float[] sums, int label, double squaredLength) {
        double along = 0;
        double distance = 0;
        for (int axis = 0; axis < directions; axis++) {
            double step = sums[axis] - centresAlong[label][axis];
            along += step * step;
            distance += step * step / variances[axis];
        }
        double beside = squaredLength + squaredCentres[label] - 2.0 * sums[directions + label] - along;
        return distance + Math.max(0, beside) / variances[directions];
    }
}

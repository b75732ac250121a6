package org.medulla.vision.feature.classifier;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws cells with replacement so that every class comes up as often as its weight allows, as many as there are cells. */
final class ClassDrawing {
    private final double[] upTo;

    ClassDrawing(TrainingCells cells) {
        double[] weights = cells.weights();
        upTo = new double[cells.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += weights[cells.labels[i]];
            upTo[i] = sum;
        }
    }

    /** The cells of one drawing, by their places. */
    int[] draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] drawn = new int[upTo.length];
        for (int k = 0; k < drawn.length; k++) {
            double at = random.nextDouble() * upTo[upTo.length - 1];
            int found = Arrays.binarySearch(upTo, at);
            drawn[k] = Math.min(upTo.length - 1, found < 0 ? -found - 1 : found + 1);
        }
        return drawn;
    }
}

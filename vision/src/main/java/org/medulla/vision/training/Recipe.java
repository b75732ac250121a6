package org.medulla.vision.training;

import org.medulla.vision.network.Architecture;

/**
 * How each step learns.
 *
 * @param batchSize pictures per step
 * @param warmUpShare the share of the steps in which the learning rate rises; it falls along a cosine in the others
 * @param labelSmoothing how much of each label is spread over all classes (Szegedy C et al., CVPR 2016)
 * @param averageDecay how much of the running average of the weights each step keeps; that average is evaluated and kept
 */
public record Recipe(
        Optimiser optimiser, int batchSize, double warmUpShare, double labelSmoothing, double averageDecay) {
    public Recipe {
        if (batchSize < 2) {
            throw new IllegalArgumentException("A batch has at least two pictures, not " + batchSize);
        }
        if (!isShare(warmUpShare) || !isShare(labelSmoothing) || !isShare(averageDecay)) {
            throw new IllegalArgumentException("Warm-up, smoothing and average are shares from 0 to below 1");
        }
    }

    /** What suits an architecture when nothing else is asked for. */
    static Recipe standard(Architecture architecture) {
        return switch (architecture) {
            case SMALL, SEQUENTIAL -> new Recipe(new Optimiser.AdamW(2e-3, 0.05), 64, 0.05, 0.1, 0.998);
            case MOBILENET, RESNEXT50 -> new Recipe(new Optimiser.AdamW(5e-4, 0.05), 32, 0.05, 0.1, 0.998);
        };
    }

    private static boolean isShare(double value) {
        return value >= 0 && value < 1;
    }
}

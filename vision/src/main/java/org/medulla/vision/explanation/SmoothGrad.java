package org.medulla.vision.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The mean over noisy copies of the input of the absolute gradient of the class's logit (Smilkov D et al., arXiv 1706.03825),
 * with noise of 15 % of the input's range, always the same. The mean is blurred by a fiftieth of the input's side, below which
 * single pixels of a gradient mean nothing.
 */
final class SmoothGrad {
    private static final int COPIES = 32;
    private static final int COPIES_PER_RUN = 8;
    private static final double NOISE_SHARE = 0.15;
    private static final double BLUR_SHARE = 0.02;
    private static final long SEED = 1;

    private SmoothGrad() {}

    static Saliency of(GradientNetwork network, float[] input, int size, int place) {
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float value : input) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        double deviation = NOISE_SHARE * (highest - lowest);
        SplittableRandom random = new SplittableRandom(SEED);
        float[] mean = new float[size * size];
        for (int run = 0; run < COPIES / COPIES_PER_RUN; run++) {
            List<float[]> copies = new ArrayList<>();
            for (int copy = 0; copy < COPIES_PER_RUN; copy++) {
                copies.add(noisy(input, deviation, random));
            }
            for (float[] gradient : network.inputGradients(copies, place)) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += gradient[i] / COPIES;
                }
            }
        }
        return Saliency.of(size, Grid.blur(mean, size, BLUR_SHARE * size));
    }

    private static float[] noisy(float[] input, double deviation, SplittableRandom random) {
        float[] copy = input.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] += (float) (deviation * random.nextGaussian());
        }
        return copy;
    }
}

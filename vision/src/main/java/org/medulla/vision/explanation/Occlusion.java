package org.medulla.vision.explanation;

import java.util.ArrayList;
import java.util.List;

/**
 * How much the class fades when a place is covered (Zeiler MD, Fergus R, ECCV 2014, doi 10.1007/978-3-319-10590-1_53): a patch of
 * the input's mean colour, a sixth of its side, slides over it by halves of its own side. A pixel's value is the mean fall of the
 * logarithm of the class's probability over the patches that cover it, blurred by half a step.
 */
final class Occlusion {
    private static final int PATCHES_PER_SIDE = 6;

    private Occlusion() {}

    static Saliency of(ClassProbability network, float[] input, int size) {
        int step = Math.max(1, size / PATCHES_PER_SIDE / 2);
        int positions = (size + step - 1) / step + 1;
        List<float[]> covered = new ArrayList<>();
        for (int i = 0; i < positions * positions; i++) {
            int row = i / positions;
            covered.add(cover(input, size, (i % positions - 1) * step, (row - 1) * step, 2 * step));
        }
        double whole = Math.log(network.of(List.of(input)).getFirst());
        List<Double> probabilities = network.of(covered);
        float[] sums = new float[size * size];
        for (int i = 0; i < sums.length; i++) {
            int row = i / size / step;
            int column = i % size / step;
            // The four patches that overlap this pixel begin one step before its cell or with it.
            for (int patch = 0; patch < 4; patch++) {
                int down = row + patch / 2;
                double fall = whole - Math.log(probabilities.get(down * positions + column + patch % 2));
                sums[i] += (float) (fall / 4);
            }
        }
        return Saliency.of(size, Grid.blur(sums, size, Math.max(0.5, step / 2.0)));
    }

    private static float[] cover(float[] input, int size, int left, int top, int side) {
        float[] covered = input.clone();
        for (int plane = 0; plane < 3; plane++) {
            float mean = 0;
            for (int i = 0; i < size * size; i++) {
                mean += input[plane * size * size + i] / (size * size);
            }
            for (int row = Math.max(0, top); row < Math.min(size, top + side); row++) {
                for (int column = Math.max(0, left); column < Math.min(size, left + side); column++) {
                    covered[(plane * size + row) * size + column] = mean;
                }
            }
        }
        return covered;
    }
}

package org.medulla.vision.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How the probability of a class falls while the pixels of the input are removed, the most salient first (Petsiuk V et al., RISE,
 * BMVC 2018, arXiv 1806.07421). A removed pixel gets the colour of the strongly blurred input. The score is the area under the
 * curve, from 0 to 1: a low one means that the pixels shown are those that the model needs. Beside it stands the same with pixels
 * removed in five random orders of patches a sixth of the side wide; an explanation that does no better points anywhere.
 *
 * @param salientFirst the probability after each twentieth of the pixels, from none to all
 * @param randomOrder the same, the mean over the random orders
 * @param lowestRandomScore the score of the best random order
 */
public record DeletionCurve(List<Double> salientFirst, List<Double> randomOrder, double lowestRandomScore) {
    private static final int STEPS = 20;
    private static final int ORDERS = 5;
    private static final int PATCHES_PER_SIDE = 6;
    private static final double BLUR_SHARE = 0.12;
    private static final long SEED = 1;

    public DeletionCurve {
        salientFirst = List.copyOf(salientFirst);
        randomOrder = List.copyOf(randomOrder);
        if (salientFirst.size() < 2 || salientFirst.size() != randomOrder.size()) {
            throw new IllegalArgumentException("Two curves of the same length are needed");
        }
    }

    /** Removes the pixels of an input [3, size, size] in the order of a map. */
    static DeletionCurve of(ClassProbability network, float[] input, Saliency saliency) {
        int size = saliency.size();
        float[] blurred = new float[input.length];
        for (int plane = 0; plane < 3; plane++) {
            float[] values = new float[size * size];
            System.arraycopy(input, plane * values.length, values, 0, values.length);
            System.arraycopy(
                    Grid.blur(values, size, BLUR_SHARE * size), 0, blurred, plane * values.length, values.length);
        }
        List<Double> salientFirst = network.of(removed(input, blurred, saliency.order()));
        SplittableRandom random = new SplittableRandom(SEED);
        double[] mean = new double[STEPS + 1];
        double lowest = 1;
        for (int i = 0; i < ORDERS; i++) {
            List<Double> curve = network.of(removed(input, blurred, randomOrder(size, random)));
            lowest = Math.min(lowest, area(curve));
            for (int step = 0; step <= STEPS; step++) {
                mean[step] += curve.get(step) / ORDERS;
            }
        }
        List<Double> randomOrder = new ArrayList<>();
        for (double value : mean) {
            randomOrder.add(value);
        }
        return new DeletionCurve(salientFirst, randomOrder, lowest);
    }

    private static List<float[]> removed(float[] input, float[] replacement, int[] order) {
        int pixels = order.length;
        List<float[]> inputs = new ArrayList<>();
        float[] current = input.clone();
        int done = 0;
        for (int step = 0; step <= STEPS; step++) {
            for (; done < (long) pixels * step / STEPS; done++) {
                for (int plane = 0; plane < 3; plane++) {
                    current[plane * pixels + order[done]] = replacement[plane * pixels + order[done]];
                }
            }
            inputs.add(current.clone());
        }
        return inputs;
    }

    private static int[] randomOrder(int size, SplittableRandom random) {
        float[] patches = new float[PATCHES_PER_SIDE * PATCHES_PER_SIDE];
        for (int i = 0; i < patches.length; i++) {
            patches[i] = (float) random.nextDouble();
        }
        return Saliency.of(size, Grid.resize(patches, PATCHES_PER_SIDE, size)).order();
    }

    private static double area(List<Double> curve) {
        double sum = 0;
        for (int i = 1; i < curve.size(); i++) {
            sum += (curve.get(i - 1) + curve.get(i)) / 2;
        }
        return sum / (curve.size() - 1);
    }

    /** The area under the curve with the most salient pixels removed first. */
    public double score() {
        return area(salientFirst);
    }

    /** The area under the mean curve of the random orders. */
    public double randomScore() {
        return area(randomOrder);
    }

    /** Whether the class fades faster than with every random order, so that the pixels shown are worth looking at. */
    public boolean beatsRandom() {
        return score() < lowestRandomScore;
    }
}

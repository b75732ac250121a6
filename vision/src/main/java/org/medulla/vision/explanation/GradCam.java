package org.medulla.vision.explanation;

import java.util.ArrayList;
import java.util.List;

/**
 * Gradient-weighted class activation (Selvaraju RR et al., ICCV 2017, doi 10.1109/ICCV.2017.74): the feature maps of the last
 * layer with positions, each weighted by how much it speaks for the class.
 *
 * <p>That layer may have as few as 3 x 3 positions. The map is therefore taken for sixteen inputs, shifted by fractions of a
 * position along both axes, and averaged after shifting back; only then is what speaks against the class set to zero.
 */
final class GradCam {
    private static final int SHIFTS = 4;

    private GradCam() {}

    static Saliency of(GradientNetwork network, float[] input, int size, int place) {
        int positions = positions(network, input, place);
        double stride = (double) size / positions;
        List<float[]> shifted = new ArrayList<>();
        List<int[]> shifts = new ArrayList<>();
        for (int i = 0; i < SHIFTS * SHIFTS; i++) {
            int down = i / SHIFTS;
            int[] shift = {offset(i % SHIFTS, stride), offset(down, stride)};
            shifts.add(shift);
            shifted.add(shift(input, size, shift[0], shift[1]));
        }
        List<float[]> maps = network.weightedFeatures(shifted, place);
        float[] mean = new float[size * size];
        for (int i = 0; i < mean.length; i++) {
            int row = i / size;
            for (int s = 0; s < maps.size(); s++) {
                double column = (i % size + shifts.get(s)[0] + 0.5) / stride - 0.5;
                mean[i] +=
                        Grid.interpolate(maps.get(s), positions, column, (row + shifts.get(s)[1] + 0.5) / stride - 0.5)
                                / maps.size();
            }
        }
        return Saliency.of(size, mean);
    }

    private static int positions(GradientNetwork network, float[] input, int place) {
        int length = network.weightedFeatures(List.of(input), place).getFirst().length;
        return (int) Math.round(Math.sqrt(length));
    }

    /** The shifts are spread evenly over one position: at -3/8, -1/8, 1/8 and 3/8 of it. */
    private static int offset(int number, double stride) {
        return (int) Math.round(((number + 0.5) / SHIFTS - 0.5) * stride);
    }

    /** The input moved right and down, its edges mirrored. */
    private static float[] shift(float[] input, int size, int right, int down) {
        float[] result = new float[input.length];
        for (int i = 0; i < result.length; i++) {
            int plane = i / (size * size);
            int row = Grid.mirrored(i / size % size - down, size);
            result[i] = input[(plane * size + row) * size + Grid.mirrored(i % size - right, size)];
        }
        return result;
    }
}

package org.medulla.vision.familiarity;

import java.util.List;
import java.util.SplittableRandom;
import org.medulla.vision.network.Tensor;

/** Finds {@link Novelty} from embeddings of cells that were learned from, by block power iteration. */
final class NoveltyFit {
    /** More directions hardly part known cells from others any better, and each takes space in the model file. */
    private static final int MOST_DIRECTIONS = 48;

    /** Directions are few beside the channels and the cells, so that something is left to measure all others by. */
    private static final int LEAST_PER_DIRECTION = 4;

    /**
     * Directions of clearly different variance are apart by then; those of nearly the same variance span the same space,
     * whichever way they are turned in it.
     */
    private static final int ITERATIONS = 15;

    private static final double LEAST_VARIANCE = 1e-9;
    private static final long SEED = 1;

    private NoveltyFit() {}

    /**
     * The novelty of these cells.
     *
     * @param embeddings one for each cell, all of one length; more cells than classes
     * @param labels the class of each
     */
    static Novelty fit(List<float[]> embeddings, List<Integer> labels) {
        int channels = embeddings.getFirst().length;
        int[] classes =
                labels.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
        double[][] centres = new double[classes.length][channels];
        double[][] rows = new double[embeddings.size()][];
        for (int place = 0; place < classes.length; place++) {
            int count = 0;
            for (int cell = 0; cell < rows.length; cell++) {
                if (labels.get(cell) == classes[place]) {
                    rows[cell] = ofLengthOne(embeddings.get(cell));
                    add(centres[place], 1, rows[cell]);
                    count++;
                }
            }
            scale(centres[place], 1.0 / count);
            for (int cell = 0; cell < rows.length; cell++) {
                if (labels.get(cell) == classes[place]) {
                    add(rows[cell], -1, centres[place]);
                }
            }
        }
        int freedom = rows.length - classes.length;
        int directions = Math.min(MOST_DIRECTIONS, Math.min(channels, freedom) / LEAST_PER_DIRECTION);
        double[][] axes = directions(rows, directions, channels);
        float[] variances = new float[directions + 1];
        double left = 0;
        for (double[] row : rows) {
            left += dot(row, row) / freedom;
        }
        for (int axis = 0; axis < directions; axis++) {
            double variance = 0;
            for (double[] row : rows) {
                double along = dot(row, axes[axis]);
                variance += along * along / freedom;
            }
            left -= variance;
            variances[axis] = (float) Math.max(LEAST_VARIANCE, variance);
        }
        variances[directions] = (float) Math.max(LEAST_VARIANCE, left / (channels - directions));
        return new Novelty(
                tensor(centres, channels), tensor(axes, channels), Tensor.of(List.of(directions + 1), variances));
    }

    private static double[][] directions(double[][] rows, int count, int channels) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] axes = new double[count][];
        for (int axis = 0; axis < count; axis++) {
            axes[axis] = random.doubles(channels, -1, 1).toArray();
        }
        makeOrthogonal(axes);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[][] turned = new double[count][channels];
            for (double[] row : rows) {
                for (int axis = 0; axis < count; axis++) {
                    add(turned[axis], dot(row, axes[axis]), row);
                }
            }
            axes = turned;
            makeOrthogonal(axes);
        }
        return axes;
    }

    /** Gram and Schmidt's, each axis twice so that rounding leaves no trace; an axis without length becomes zero. */
    private static void makeOrthogonal(double[][] axes) {
        for (int axis = 0; axis < axes.length; axis++) {
            for (int time = 0; time < 2; time++) {
                for (int before = 0; before < axis; before++) {
                    add(axes[axis], -dot(axes[axis], axes[before]), axes[before]);
                }
                double length = Math.sqrt(dot(axes[axis], axes[axis]));
                scale(axes[axis], length > 0 ? 1 / length : 0);
            }
        }
    }

    private static double[] ofLengthOne(float[] embedding) {
        double[] row = new double[embedding.length];
        for (int channel = 0; channel < row.length; channel++) {
            row[channel] = embedding[channel];
        }
        double length = Math.sqrt(dot(row, row));
        scale(row, length > 0 ? 1 / length : 0);
        return row;
    }

    private static double dot(double[] a, double[] b) {
        // Four sums side by side, since one alone would wait for itself.
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            first += a[i] * b[i];
        }
        return first + second + third + fourth;
    }

    private static void add(double[] to, double times, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static void scale(double[] values, double by) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= by;
        }
    }

    private static Tensor tensor(double[][] rows, int channels) {
        float[] values = new float[rows.length * channels];
        for (int row = 0; row < rows.length; row++) {
            for (int channel = 0; channel < channels; channel++) {
                values[row * channels + channel] = (float) rows[row][channel];
            }
        }
        return Tensor.of(List.of(rows.length, channels), values);
    }
}

package org.medulla.cytology.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.medulla.cytology.job.MedullaException;

/**
 * Whether the EM prior shift may be trusted with a classifier: made-up smears of cells whose class is known are counted raw and
 * shifted, and compared with what they are made of.
 *
 * <p>The prior shift is sure of itself even where the probabilities are poorly calibrated for single classes; it then gives the
 * cells of one class to another. Such a classifier is found out here. Each smear has {@value #CELLS} cells, drawn with
 * replacement, and a mix of classes drawn from the flat Dirichlet distribution over the classes that there are.
 *
 * @param rawError mean absolute error of a raw share, over the classes and the smears
 * @param shiftedError that of a share after the prior shift
 */
public record ShiftTrial(double rawError, double shiftedError) {
    private static final int SMEARS = 40;
    private static final int CELLS = 500;
    private static final double PRECISION = 1e-5;

    /** Whether the prior shift came nearer to the truth than the raw count. */
    public boolean passed() {
        return shiftedError < rawError;
    }

    /**
     * Tries the prior shift.
     *
     * @param probabilities by cell and class, each row summing to 1
     * @param truth the index of the class of each cell
     * @param trainingPriors shares of the classes that the network saw in training, all positive, summing to 1
     * @param seed of the random draws; the same seed gives the same answer
     */
    public static ShiftTrial of(float[][] probabilities, int[] truth, double[] trainingPriors, long seed) {
        int size = trainingPriors.length;
        if (probabilities.length == 0
                || truth.length != probabilities.length
                || Arrays.stream(trainingPriors).anyMatch(prior -> !(prior > 0))) {
            throw MedullaException.data(
                    "The prior shift is tried on cells with a class each and with positive training priors; give those.");
        }
        List<int[]> cellsOfClass = IntStream.range(0, size)
                .mapToObj(label -> IntStream.range(0, truth.length)
                        .filter(cell -> truth[cell] == label)
                        .toArray())
                .toList();
        SplittableRandom random = new SplittableRandom(seed);
        PriorShift shift = new PriorShift(probabilities, trainingPriors);
        double raw = 0;
        double shifted = 0;
        for (int smear = 0; smear < SMEARS; smear++) {
            int[] times = new int[truth.length];
            double[] shares = new double[size];
            for (int label : labels(cellsOfClass, random)) {
                int[] cells = cellsOfClass.get(label);
                times[cells[random.nextInt(cells.length)]]++;
                shares[label] += 1.0 / CELLS;
            }
            double[] named = new double[size];
            for (int cell = 0; cell < times.length; cell++) {
                named[likeliest(probabilities[cell])] += (double) times[cell] / CELLS;
            }
            raw += distance(named, shares) / SMEARS;
            shifted += distance(shift.solve(times, trainingPriors, PRECISION), shares) / SMEARS;
        }
        return new ShiftTrial(raw, shifted);
    }

    /** The classes of the cells of a smear. */
    private static List<Integer> labels(List<int[]> cellsOfClass, SplittableRandom random) {
        double[] ends = new double[cellsOfClass.size()];
        double sum = 0;
        for (int label = 0; label < ends.length; label++) {
            sum += cellsOfClass.get(label).length == 0 ? 0 : -Math.log(1 - random.nextDouble());
            ends[label] = sum;
        }
        List<Integer> labels = new ArrayList<>();
        for (int cell = 0; cell < CELLS; cell++) {
            double at = random.nextDouble() * sum;
            int label = 0;
            while (at >= ends[label]) {
                label++;
            }
            labels.add(label);
        }
        return labels;
    }

    private static double distance(double[] counted, double[] shares) {
        double sum = 0;
        for (int label = 0; label < shares.length; label++) {
            sum += Math.abs(counted[label] - shares[label]);
        }
        return sum / shares.length;
    }

    private static int likeliest(float[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return best;
    }
}

package org.medulla.cytology.differential;

import java.util.Arrays;

/**
 * The class shares of a smear that make the classifier's probabilities for its cells likeliest, found by
 * expectation-maximisation.
 *
 * <p>M. Saerens, P. Latinne, C. Decaestecker, Adjusting the outputs of a classifier to new a priori probabilities, Neural
 * Computation 2002;14:21-41. It holds where the probabilities are calibrated for the training priors, and where cells of a
 * class look the same in training and on the smear.
 */
public final class PriorShift {
    private static final int MAX_ITERATIONS = 1000;
    /** A share that shrinks below this part of a cell would take for ever to reach 0, and is put there. */
    private static final double LEAST_CELLS = 0.05;
    /** Keeps a cell that no class explains from dividing by nothing. */
    private static final double LEAST_MIXTURE = 1e-200;

    private final int cells;
    /** Probability over prior, by class and then by cell, so that the loops over cells run along memory. */
    private final double[][] ratios;

    /**
     * Takes the probabilities.
     *
     * @param probabilities by cell and class, each row summing to 1
     * @param priors shares of the classes in training, all positive
     */
    public PriorShift(float[][] probabilities, double[] priors) {
        cells = probabilities.length;
        ratios = new double[priors.length][cells];
        for (int t = 0; t < priors.length; t++) {
            for (int cell = 0; cell < cells; cell++) {
                ratios[t][cell] = probabilities[cell][t] / priors[t];
            }
        }
    }

    /**
     * The likeliest shares.
     *
     * @param weights how often each cell counts
     * @param start shares to begin from, all positive where a share may become positive
     * @param precision stop when no share moves by more
     */
    public double[] solve(int[] weights, double[] start, double precision) {
        int total = Arrays.stream(weights).sum();
        double[] shares = start.clone();
        double[] mixture = new double[cells];
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            Arrays.fill(mixture, LEAST_MIXTURE);
            for (int t = 0; t < shares.length; t++) {
                double share = shares[t];
                double[] ratio = ratios[t];
                for (int cell = 0; cell < cells; cell++) {
                    mixture[cell] += share * ratio[cell];
                }
            }
            for (int cell = 0; cell < cells; cell++) {
                mixture[cell] = weights[cell] / mixture[cell];
            }
            double moved = 0;
            double sum = 0;
            for (int t = 0; t < shares.length; t++) {
                if (shares[t] == 0) {
                    continue;
                }
                double next = shares[t] * dot(ratios[t], mixture) / total;
                if (next < shares[t] && next * total < LEAST_CELLS) {
                    next = 0;
                }
                moved = Math.max(moved, Math.abs(next - shares[t]));
                shares[t] = next;
                sum += next;
            }
            for (int t = 0; t < shares.length; t++) {
                shares[t] /= sum;
            }
            if (moved < precision) {
                break;
            }
        }
        return shares;
    }

    /**
     * The probabilities of each cell when classes have other shares than in training (the same authors, equation 2.4).
     *
     * @param probabilities by cell and class, each row summing to 1
     * @param priors shares of the classes in training, all positive
     * @param shares shares of the classes among the cells, some positive
     * @return by cell and class, each row summing to 1; a row of which no class with a share is possible comes back as it is
     */
    public static float[][] reweighted(float[][] probabilities, double[] priors, double[] shares) {
        float[][] result = new float[probabilities.length][];
        for (int cell = 0; cell < probabilities.length; cell++) {
            double[] row = new double[shares.length];
            double sum = 0;
            for (int t = 0; t < row.length; t++) {
                row[t] = probabilities[cell][t] * shares[t] / priors[t];
                sum += row[t];
            }
            result[cell] = probabilities[cell].clone();
            for (int t = 0; t < row.length && sum > 0; t++) {
                result[cell][t] = (float) (row[t] / sum);
            }
        }
        return result;
    }

    /** Four sums side by side, because additions that wait for one another are slow. */
    private static double dot(double[] left, double[] right) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < left.length; i += 4) {
            a += left[i] * right[i];
            b += left[i + 1] * right[i + 1];
            c += left[i + 2] * right[i + 2];
            d += left[i + 3] * right[i + 3];
        }
        for (; i < left.length; i++) {
            a += left[i] * right[i];
        }
        return a + b + c + d;
    }
}

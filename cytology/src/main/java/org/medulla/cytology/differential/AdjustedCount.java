package org.medulla.cytology.differential;

import java.util.Arrays;

/**
 * The true shares that, confused as a classifier confuses, come nearest to the shares it named: the adjusted count.
 *
 * <p>G. Forman, Data Mining and Knowledge Discovery 2008;17:164-206; for many classes as constrained least squares: D. J.
 * Hopkins, G. King, American Journal of Political Science 2010;54:229-247. Minimised over shares s, s >= 0, sum 1: the sum over
 * named classes p of (named_p - sum_t s_t rate_tp)^2.
 *
 * <p>Solved by accelerated projected gradients (A. Beck, M. Teboulle, SIAM Journal on Imaging Sciences 2009;2:183-202)
 * with restarts.
 */
final class AdjustedCount {
    private static final int MAX_ITERATIONS = 2000;
    private static final double PRECISION = 1e-8;

    private AdjustedCount() {}

    /**
     * Solves for the true shares.
     *
     * @param rates probability of each name by true class; every row sums to 1
     * @param named shares that the classifier named
     * @param start shares to begin from
     */
    static double[] solve(double[][] rates, double[] named, double[] start) {
        int size = named.length;
        double[][] curvature = new double[size][size];
        double[] target = new double[size];
        for (int s = 0; s < size; s++) {
            for (int p = 0; p < size; p++) {
                target[s] += rates[s][p] * named[p];
                for (int t = 0; t < size; t++) {
                    curvature[s][t] += rates[s][p] * rates[t][p];
                }
            }
        }
        return minimise(curvature, target, start);
    }

    /** Minimises x'Hx/2 - b'x over the simplex. */
    private static double[] minimise(double[][] curvature, double[] target, double[] start) {
        int size = target.length;
        double step = 1 / greatestRowSum(curvature);
        double[] current = start.clone();
        double[] ahead = start.clone();
        double momentum = 1;
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double[] next = new double[size];
            for (int s = 0; s < size; s++) {
                double gradient = -target[s];
                for (int t = 0; t < size; t++) {
                    gradient += curvature[s][t] * ahead[t];
                }
                next[s] = ahead[s] - step * gradient;
            }
            Simplex.project(next);
            double moved = 0;
            double uphill = 0;
            for (int s = 0; s < size; s++) {
                moved = Math.max(moved, Math.abs(next[s] - current[s]));
                uphill += (ahead[s] - next[s]) * (next[s] - current[s]);
            }
            double nextMomentum = uphill > 0 ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            double carried = uphill > 0 ? 0 : (momentum - 1) / nextMomentum;
            for (int s = 0; s < size; s++) {
                ahead[s] = next[s] + carried * (next[s] - current[s]);
            }
            momentum = nextMomentum;
            current = next;
            if (moved < PRECISION) {
                break;
            }
        }
        return current;
    }

    /** An upper bound of the greatest eigenvalue of a matrix without negative entries. */
    private static double greatestRowSum(double[][] matrix) {
        return Arrays.stream(matrix)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .max()
                .orElseThrow();
    }
}

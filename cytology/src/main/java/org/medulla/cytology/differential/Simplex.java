package org.medulla.cytology.differential;

import java.util.Arrays;

/** The set of all shares: vectors without a negative number that sum to 1. */
final class Simplex {
    private Simplex() {}

    /** Moves a vector to the nearest point of the simplex: J. Duchi et al., ICML 2008, 272-279. */
    static void project(double[] vector) {
        double[] sorted = vector.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double shift = 0;
        for (int kept = 1; kept <= sorted.length; kept++) {
            double value = sorted[sorted.length - kept];
            sum += value;
            if (value <= (sum - 1) / kept) {
                break;
            }
            shift = (sum - 1) / kept;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Math.max(0, vector[i] - shift);
        }
    }
}

package org.medulla.cytology.differential;

import java.util.Arrays;

/** Probabilities of the number of hits among some cells, as arrays indexed by that number. */
final class BinomialCounts {
    private BinomialCounts() {}

    /** The binomial distribution of hits among {@code cells} cells of a true share. */
    static double[] probabilities(int cells, double share) {
        double[] probabilities = new double[cells + 1];
        for (int hits = 0; hits <= cells; hits++) {
            double logWays = IncompleteBeta.logGamma(cells + 1.0)
                    - IncompleteBeta.logGamma(hits + 1.0)
                    - IncompleteBeta.logGamma(cells - hits + 1.0);
            probabilities[hits] = Math.exp(logWays) * Math.pow(share, hits) * Math.pow(1 - share, cells - hits);
        }
        return probabilities;
    }

    /** The distribution of the sum of two independent numbers of hits. */
    static double[] sum(double[] first, double[] second) {
        double[] sum = new double[first.length + second.length - 1];
        for (int i = 0; i < first.length; i++) {
            if (first[i] > 0) {
                for (int j = 0; j < second.length; j++) {
                    sum[i + j] += first[i] * second[j];
                }
            }
        }
        return sum;
    }

    static double total(double[] probabilities) {
        return Arrays.stream(probabilities).sum();
    }
}

package org.medulla.cytology.differential;

import java.util.random.RandomGenerator;

/** Random draws of whole vectors of shares and counts. */
final class Draws {
    private Draws() {}

    /** Shares from a Dirichlet distribution whose parameters are all positive. */
    static double[] dirichlet(double[] parameters, RandomGenerator random) {
        double[] shares = new double[parameters.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = gamma(parameters[i], random);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** How often each of some outcomes comes up in a number of trials; the shares sum to 1. */
    static int[] multinomial(int trials, double[] shares, RandomGenerator random) {
        double[] cumulative = shares.clone();
        for (int i = 1; i < cumulative.length; i++) {
            cumulative[i] += cumulative[i - 1];
        }
        int[] counts = new int[shares.length];
        for (int trial = 0; trial < trials; trial++) {
            counts[indexOf(random.nextDouble() * cumulative[cumulative.length - 1], cumulative)]++;
        }
        return counts;
    }

    /** How often each of some things is drawn when as many are drawn with replacement. */
    static int[] withReplacement(int things, RandomGenerator random) {
        int[] counts = new int[things];
        for (int draw = 0; draw < things; draw++) {
            counts[random.nextInt(things)]++;
        }
        return counts;
    }

    private static int indexOf(double value, double[] cumulative) {
        int index = 0;
        while (index < cumulative.length - 1 && cumulative[index] <= value) {
            index++;
        }
        return index;
    }

    /**
     * A draw from the gamma distribution of a positive shape and scale 1: G. Marsaglia, W. W. Tsang, ACM Transactions on
     * Mathematical Software 2000;26:363-372.
     */
    static double gamma(double shape, RandomGenerator random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double root = 1 + c * normal;
            if (root > 0) {
                double cube = root * root * root;
                if (Math.log(1 - random.nextDouble()) < 0.5 * normal * normal + d * (1 - cube + Math.log(cube))) {
                    return d * cube;
                }
            }
        }
    }
}

package org.medulla.vision.feature.classifier;

/**
 * A sigmoid from the decision values of a two-class machine to the probability of its first class, 1 / (1 + exp(A f + B)),
 * fitted to held-out values with both classes weighing the same (Platt J, Advances in Large Margin Classifiers 1999; the Newton
 * steps follow Lin HT, Lin CJ, Weng RC, Machine Learning 2007;68:267-276).
 *
 * @param slope A, below 0 for a machine that is any good
 * @param offset B
 */
record Platt(double slope, double offset) {
    private static final int LEAST_VALUES = 3;
    private static final int ITERATIONS = 100;
    private static final double RIDGE = 1e-12;
    private static final double SMALL_GRADIENT = 1e-5;
    private static final double SHORTEST_STEP = 1e-10;

    /**
     * Fits a sigmoid.
     *
     * @param values decision values, positive for the first class
     * @param first whether each value is of a cell of the first class
     */
    static Platt fit(double[] values, boolean[] first) {
        int positives = 0;
        for (boolean positive : first) {
            positives += positive ? 1 : 0;
        }
        int negatives = first.length - positives;
        if (positives < LEAST_VALUES || negatives < LEAST_VALUES) {
            return new Platt(-2, 0);
        }
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1 / (negatives + 2.0);
        double[] targets = new double[values.length];
        double[] weights = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            targets[i] = first[i] ? high : low;
            weights[i] = values.length / 2.0 / (first[i] ? positives : negatives);
        }
        return newton(values, targets, weights);
    }

    private static Platt newton(double[] values, double[] targets, double[] weights) {
        double a = 0;
        double b = 0;
        double loss = loss(values, targets, weights, a, b);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double haa = RIDGE;
            double hbb = RIDGE;
            double hab = 0;
            double ga = 0;
            double gb = 0;
            for (int i = 0; i < values.length; i++) {
                double p = probability(a * values[i] + b);
                double curve = weights[i] * p * (1 - p);
                haa += values[i] * values[i] * curve;
                hbb += curve;
                hab += values[i] * curve;
                double slope = weights[i] * (targets[i] - p);
                ga += values[i] * slope;
                gb += slope;
            }
            if (Math.abs(ga) < SMALL_GRADIENT && Math.abs(gb) < SMALL_GRADIENT) {
                break;
            }
            double determinant = haa * hbb - hab * hab;
            double da = -(hbb * ga - hab * gb) / determinant;
            double db = -(haa * gb - hab * ga) / determinant;
            double descent = ga * da + gb * db;
            double step = 1;
            double reached = loss(values, targets, weights, a + da, b + db);
            while (step >= SHORTEST_STEP && reached >= loss + 1e-4 * step * descent) {
                step /= 2;
                reached = loss(values, targets, weights, a + step * da, b + step * db);
            }
            if (step < SHORTEST_STEP) {
                break;
            }
            a += step * da;
            b += step * db;
            loss = reached;
        }
        return new Platt(a, b);
    }

    private static double probability(double exponent) {
        return exponent >= 0 ? Math.exp(-exponent) / (1 + Math.exp(-exponent)) : 1 / (1 + Math.exp(exponent));
    }

    private static double loss(double[] values, double[] targets, double[] weights, double a, double b) {
        double loss = 0;
        for (int i = 0; i < values.length; i++) {
            double exponent = a * values[i] + b;
            loss += weights[i]
                    * (exponent >= 0
                            ? targets[i] * exponent + Math.log1p(Math.exp(-exponent))
                            : (targets[i] - 1) * exponent + Math.log1p(Math.exp(exponent)));
        }
        return loss;
    }

    /** The probability of the first class at a decision value. */
    double probability(float value) {
        return probability(slope * value + offset);
    }
}

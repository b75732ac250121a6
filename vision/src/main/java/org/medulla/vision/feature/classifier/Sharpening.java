package org.medulla.vision.feature.classifier;

/**
 * From decision values to probabilities: their softmax after multiplication with one number, which is the reciprocal of a
 * temperature (Guo C, Pleiss G, Sun Y, Weinberger KQ, ICML 2017). It is fitted to held-out values with all classes weighing the
 * same, and never changes which class is the most probable.
 *
 * @param factor above 0
 */
record Sharpening(double factor) {
    private static final double LOWEST = Math.log(0.05);
    private static final double HIGHEST = Math.log(50);
    private static final int STEPS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /**
     * Finds the factor of least loss by golden section; the loss is convex in it.
     *
     * @param values held-out decision values, cell by cell and class by class; minus infinity for a class that cannot be
     * @param labels the class of each cell
     * @param weights of a cell of each class
     */
    static Sharpening fit(double[][] values, int[] labels, double[] weights) {
        double low = LOWEST;
        double high = HIGHEST;
        for (int step = 0; step < STEPS; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (loss(values, labels, weights, Math.exp(left)) < loss(values, labels, weights, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return new Sharpening(Math.exp((low + high) / 2));
    }

    private static double loss(double[][] values, int[] labels, double[] weights, double factor) {
        Sharpening sharpening = new Sharpening(factor);
        double loss = 0;
        for (int i = 0; i < labels.length; i++) {
            loss -= weights[labels[i]] * Math.log(Math.max(1e-12, sharpening.probabilities(values[i])[labels[i]]));
        }
        return loss;
    }

    /** The probabilities of a cell's decision values. */
    double[] probabilities(double[] values) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            highest = Math.max(highest, value);
        }
        double[] result = new double[values.length];
        double sum = 0;
        for (int c = 0; c < values.length; c++) {
            result[c] = Math.exp(factor * (values[c] - highest));
            sum += result[c];
        }
        for (int c = 0; c < values.length; c++) {
            result[c] /= sum;
        }
        return result;
    }
}

package org.medulla.cytology.differential;

import java.util.random.RandomGenerator;

/**
 * The probability that a classifier gives a cell of one class the name of another, row by row of true classes.
 *
 * <p>A class with few validation cells says little about itself. Each row is therefore a Dirichlet distribution whose
 * parameters are its counts plus {@value #PRIOR_CELLS} cells spread as the classifier does on the whole: as many of them on
 * the class itself as its mean recall says, the rest by how often each class is named.
 */
final class ConfusionRates {
    private static final double PRIOR_CELLS = 2;
    /** A class without a validation cell still has a chance to be named. */
    private static final double LEAST_CELLS = 0.5;

    private final double[][] parameters;

    private ConfusionRates(double[][] parameters) {
        this.parameters = parameters;
    }

    static ConfusionRates of(ValidationCounts validation) {
        int size = validation.classes().size();
        double recall = meanRecall(validation);
        double[] named = new double[size];
        double all = 0;
        for (int predicted = 0; predicted < size; predicted++) {
            named[predicted] = LEAST_CELLS;
            for (int truth = 0; truth < size; truth++) {
                named[predicted] += truth == predicted ? 0 : validation.cells(truth, predicted);
            }
            all += named[predicted];
        }
        double[][] parameters = new double[size][size];
        for (int truth = 0; truth < size; truth++) {
            for (int predicted = 0; predicted < size; predicted++) {
                double prior = truth == predicted ? recall : (1 - recall) * named[predicted] / (all - named[truth]);
                parameters[truth][predicted] = validation.cells(truth, predicted) + PRIOR_CELLS * prior;
            }
        }
        return new ConfusionRates(parameters);
    }

    /** The mean of every row. */
    double[][] mean() {
        double[][] rates = new double[parameters.length][];
        for (int truth = 0; truth < rates.length; truth++) {
            double sum = 0;
            for (double parameter : parameters[truth]) {
                sum += parameter;
            }
            rates[truth] = parameters[truth].clone();
            for (int predicted = 0; predicted < rates[truth].length; predicted++) {
                rates[truth][predicted] /= sum;
            }
        }
        return rates;
    }

    /** A draw of every row, as another set of validation cells might have shown it. */
    double[][] draw(RandomGenerator random) {
        double[][] rates = new double[parameters.length][];
        for (int truth = 0; truth < rates.length; truth++) {
            rates[truth] = Draws.dirichlet(parameters[truth], random);
        }
        return rates;
    }

    /** Mean recall over the classes that have cells, kept off 0 and 1 by half a cell each. */
    private static double meanRecall(ValidationCounts validation) {
        double sum = 0;
        int classes = 0;
        for (int truth = 0; truth < validation.classes().size(); truth++) {
            long support = validation.support(truth);
            if (support > 0) {
                sum += (validation.cells(truth, truth) + 0.5) / (support + 1);
                classes++;
            }
        }
        return sum / classes;
    }
}

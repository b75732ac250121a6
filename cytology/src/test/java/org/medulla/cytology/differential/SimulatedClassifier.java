package org.medulla.cytology.differential;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * A classifier of a world in which all truths are known: cells of each class scatter normally around a point of a small
 * space, and the classifier knows these points and takes all classes for equally common. Its probabilities are therefore
 * perfectly calibrated for equal priors, and its confusions are those of overlapping clouds.
 */
final class SimulatedClassifier {
    private static final int DIMENSIONS = 6;
    /** Spread of the points: gives a mean recall near the published 69 %. */
    private static final double SPREAD = 1.3;

    private final List<String> classes = Nomenclature.standard().codes();
    private final double[][] points = new double[classes.size()][DIMENSIONS];

    SimulatedClassifier(RandomGenerator random) {
        for (double[] point : points) {
            for (int d = 0; d < DIMENSIONS; d++) {
                point[d] = SPREAD * random.nextGaussian();
            }
        }
    }

    List<String> classes() {
        return classes;
    }

    double[] trainingPriors() {
        double[] priors = new double[classes.size()];
        Arrays.fill(priors, 1.0 / priors.length);
        return priors;
    }

    /** The probabilities that it gives a cell of a class. */
    float[] look(int truth, RandomGenerator random) {
        double[] cell = new double[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            cell[d] = points[truth][d] + random.nextGaussian();
        }
        double[] likelihoods = new double[classes.size()];
        double sum = 0;
        for (int t = 0; t < likelihoods.length; t++) {
            double distance = 0;
            for (int d = 0; d < DIMENSIONS; d++) {
                double difference = cell[d] - points[t][d];
                distance += difference * difference;
            }
            likelihoods[t] = Math.exp(-distance / 2);
            sum += likelihoods[t];
        }
        float[] probabilities = new float[likelihoods.length];
        for (int t = 0; t < probabilities.length; t++) {
            probabilities[t] = (float) (likelihoods[t] / sum);
        }
        return probabilities;
    }

    /** Looks at as many cells of each class as asked. */
    ValidationCounts validate(int[] cells, RandomGenerator random) {
        long[][] counts = new long[classes.size()][classes.size()];
        for (int truth = 0; truth < cells.length; truth++) {
            for (int cell = 0; cell < cells[truth]; cell++) {
                counts[truth][named(look(truth, random))]++;
            }
        }
        return ValidationCounts.of(classes, counts);
    }

    /** Looks at a smear on which the classes have these shares. */
    float[][] smear(int cells, double[] shares, RandomGenerator random) {
        int[] drawn = Draws.multinomial(cells, shares, random);
        float[][] probabilities = new float[cells][];
        int next = 0;
        for (int truth = 0; truth < drawn.length; truth++) {
            for (int cell = 0; cell < drawn[truth]; cell++) {
                probabilities[next++] = look(truth, random);
            }
        }
        return probabilities;
    }

    static int named(float[] probabilities) {
        int best = 0;
        for (int t = 1; t < probabilities.length; t++) {
            best = probabilities[t] > probabilities[best] ? t : best;
        }
        return best;
    }
}

package org.medulla.cytology.suspect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.medulla.cytology.evaluation.Scores;

/**
 * Simulated cells of which some were given a wrong class before a classifier learned from them, and what it says of each when it learned
 * from the other four fifths. A cell is a point in six dimensions about the centre of its class; the first five classes are a series whose
 * neighbours overlap. The classifier knows centres, shares and one common variance: linear discriminant analysis.
 */
final class PlantedErrors {
    static final int CLASSES = 9;

    private static final int DIMENSIONS = 6;
    private static final int FOLDS = 5;

    private final List<double[]> points = new ArrayList<>();
    private final List<Integer> given = new ArrayList<>();
    private final BitSet wrong = new BitSet();
    private final SplittableRandom random;
    private final double sharpness;

    /** Which wrong classes cells are given. */
    enum Mistake {
        ANY,
        NEIGHBOUR
    }

    /**
     * Simulates.
     *
     * @param rate the share of the cells that are given a wrong class
     * @param distance how far apart the centres lie: 2.6 is easy (the classifier names 93 of 100 cells rightly), 1.6 is hard (74 of 100)
     * @param sharpness 1 leaves the probabilities calibrated, more makes them too sure, less too unsure
     */
    PlantedErrors(long seed, int cells, double rate, Mistake mistake, double distance, double sharpness) {
        this.sharpness = sharpness;
        random = new SplittableRandom(seed);
        double[][] centres = new double[CLASSES][DIMENSIONS];
        for (int code = 0; code < CLASSES; code++) {
            for (int axis = 0; axis < DIMENSIONS; axis++) {
                double drawn = distance * random.nextGaussian();
                centres[code][axis] = code == 0 || code > 4 ? drawn : 0.55 * centres[code - 1][axis] + 0.45 * drawn;
            }
        }
        for (int cell = 0; cell < cells; cell++) {
            int truth = random.nextInt(random.nextInt(1, CLASSES + 1));
            double[] point = new double[DIMENSIONS];
            for (int axis = 0; axis < DIMENSIONS; axis++) {
                point[axis] = centres[truth][axis] + (0.7 + 0.1 * truth) * random.nextGaussian();
            }
            points.add(point);
            boolean planted = random.nextDouble() < rate;
            wrong.set(cell, planted);
            given.add(planted ? other(truth, mistake) : truth);
        }
    }

    private int other(int truth, Mistake mistake) {
        return switch (mistake) {
            case ANY -> (truth + random.nextInt(1, CLASSES)) % CLASSES;
            case NEIGHBOUR -> truth == 0 || (truth < CLASSES - 1 && random.nextBoolean()) ? truth + 1 : truth - 1;
        };
    }

    /** How many errors were planted. */
    int planted() {
        return wrong.cardinality();
    }

    boolean isWrong(int cell) {
        return wrong.get(cell);
    }

    /** What the classifier says of each cell that it did not learn from. */
    Scores scores() {
        Scores.Builder builder = Scores.builder(
                IntStream.range(0, CLASSES).mapToObj(code -> "C" + code).toList());
        List<Classifier> classifiers =
                IntStream.range(0, FOLDS).mapToObj(Classifier::new).toList();
        for (int cell = 0; cell < points.size(); cell++) {
            builder.add("C" + given.get(cell), classifiers.get(cell % FOLDS).probabilities(points.get(cell)));
        }
        return builder.build();
    }

    /** The mean precision at each planted error in the list; those that are not in it count as 0. */
    double averagePrecision(List<Suspect> ranked) {
        double sum = 0;
        int found = 0;
        for (int place = 0; place < ranked.size(); place++) {
            if (isWrong(ranked.get(place).index())) {
                found++;
                sum += (double) found / (place + 1);
            }
        }
        return sum / planted();
    }

    private final class Classifier {
        private final double[][] centres = new double[CLASSES][DIMENSIONS];
        private final double[] cells = new double[CLASSES];
        private double variance;

        Classifier(int heldOut) {
            int[] learned = IntStream.range(0, points.size())
                    .filter(cell -> cell % FOLDS != heldOut)
                    .toArray();
            for (int cell : learned) {
                cells[given.get(cell)]++;
                for (int axis = 0; axis < DIMENSIONS; axis++) {
                    centres[given.get(cell)][axis] += points.get(cell)[axis];
                }
            }
            for (int code = 0; code < CLASSES; code++) {
                for (int axis = 0; axis < DIMENSIONS; axis++) {
                    centres[code][axis] /= Math.max(1, cells[code]);
                }
            }
            for (int cell : learned) {
                variance += distance(points.get(cell), centres[given.get(cell)]) / DIMENSIONS / learned.length;
            }
        }

        float[] probabilities(double[] point) {
            double[] logs = new double[CLASSES];
            double greatest = Double.NEGATIVE_INFINITY;
            for (int code = 0; code < CLASSES; code++) {
                logs[code] = sharpness * (Math.log(cells[code]) - distance(point, centres[code]) / variance / 2);
                greatest = Math.max(greatest, logs[code]);
            }
            double sum = 0;
            for (double log : logs) {
                sum += Math.exp(log - greatest);
            }
            float[] probabilities = new float[CLASSES];
            for (int code = 0; code < CLASSES; code++) {
                probabilities[code] = (float) (Math.exp(logs[code] - greatest) / sum);
            }
            return probabilities;
        }

        private static double distance(double[] left, double[] right) {
            double sum = 0;
            for (int axis = 0; axis < DIMENSIONS; axis++) {
                sum += (left[axis] - right[axis]) * (left[axis] - right[axis]);
            }
            return sum;
        }
    }
}

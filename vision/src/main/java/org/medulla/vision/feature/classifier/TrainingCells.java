package org.medulla.vision.feature.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.feature.FeatureVector;

/** The cells to learn from: standardised features, classes, and what each class weighs. */
final class TrainingCells {
    /** More cells bring little and cost much: time grows with their square. */
    static final int MOST_CELLS = 12_000;

    private static final double HEAVIEST = 20;

    final List<String> classes;
    final Standardisation standardisation;
    final double[][] rows;
    final int[] labels;

    private TrainingCells(List<String> classes, Standardisation standardisation, double[][] rows, int[] labels) {
        this.classes = classes;
        this.standardisation = standardisation;
        this.rows = rows;
        this.labels = labels;
    }

    static TrainingCells of(List<FeatureVector> vectors, int[] labels, List<String> classes, long seed) {
        if (vectors.size() != labels.length) {
            throw new IllegalArgumentException(vectors.size() + " vectors have " + labels.length + " labels");
        }
        int[] counts = new int[classes.size()];
        for (int label : labels) {
            counts[label]++;
        }
        if (Arrays.stream(counts).filter(count -> count > 0).count() < 2) {
            throw MedullaException.user("A classifier is trained on two classes or more: give cells of another class.");
        }
        int[] chosen = atMost(MOST_CELLS, labels, classes.size(), seed);
        List<FeatureVector> kept = Arrays.stream(chosen).mapToObj(vectors::get).toList();
        Standardisation standardisation = Standardisation.of(kept);
        return new TrainingCells(
                List.copyOf(classes),
                standardisation,
                kept.stream().map(standardisation::apply).toArray(double[][]::new),
                Arrays.stream(chosen).map(i -> labels[i]).toArray());
    }

    /** Cells drawn class by class until there are so many, in rising order; the largest classes give up cells first. */
    private static int[] atMost(int most, int[] labels, int classes, long seed) {
        List<List<Integer>> byClass = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            byClass.add(new ArrayList<>());
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        for (int i : order) {
            byClass.get(labels[i]).add(i);
        }
        int[] chosen = new int[Math.min(most, labels.length)];
        int count = 0;
        for (int round = 0; count < chosen.length; round++) {
            for (int c = 0; c < classes && count < chosen.length; c++) {
                if (round < byClass.get(c).size()) {
                    chosen[count++] = byClass.get(c).get(round);
                }
            }
        }
        Arrays.sort(chosen);
        return chosen;
    }

    /** A drawing of at most so many cells, the largest classes given up first. */
    TrainingCells atMost(int most, long seed) {
        return subset(atMost(most, labels, classes.size(), seed));
    }

    int size() {
        return rows.length;
    }

    /** Some of the cells, standardised as before. */
    TrainingCells subset(int[] chosen) {
        return new TrainingCells(
                classes,
                standardisation,
                Arrays.stream(chosen).mapToObj(i -> rows[i]).toArray(double[][]::new),
                Arrays.stream(chosen).map(i -> labels[i]).toArray());
    }

    /** How many cells each class has. */
    int[] counts() {
        int[] counts = new int[classes.size()];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    /** What a cell of each class weighs so that classes weigh the same, up to a bound; 0 for classes without cells. */
    double[] weights() {
        int[] counts = counts();
        long filled = Arrays.stream(counts).filter(count -> count > 0).count();
        double[] weights = new double[counts.length];
        for (int c = 0; c < counts.length; c++) {
            weights[c] = counts[c] == 0 ? 0 : Math.min(HEAVIEST, (double) labels.length / filled / counts[c]);
        }
        return weights;
    }
}

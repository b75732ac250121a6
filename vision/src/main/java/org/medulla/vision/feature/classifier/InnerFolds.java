package org.medulla.vision.feature.classifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The division of training cells, class by class, by which settings are chosen. */
final class InnerFolds {
    static final int COUNT = 3;

    private static final int FILLED = 10;

    private final int[] folds;

    InnerFolds(TrainingCells cells, long seed) {
        folds = new int[cells.size()];
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, folds.length).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        int[] next = new int[cells.classes.size()];
        for (int i : order) {
            folds[i] = next[cells.labels[i]]++ % COUNT;
        }
    }

    /** The cells outside a fold, to train on. */
    int[] outside(int fold) {
        return IntStream.range(0, folds.length).filter(i -> folds[i] != fold).toArray();
    }

    /** The cells of a fold, to judge by. */
    int[] inside(int fold) {
        return IntStream.range(0, folds.length).filter(i -> folds[i] == fold).toArray();
    }

    /** The place of the highest score; of several, the first. */
    private static int best(double[] scores) {
        return IntStream.range(0, scores.length).reduce(0, (a, b) -> scores[b] > scores[a] ? b : a);
    }

    /** The mean recall over the classes with ten cells or more, or over all where none has as many, when each cell is given the class of its highest score. */
    static double balancedAccuracy(TrainingCells cells, double[][] scores) {
        int[] counts = cells.counts();
        int least = IntStream.of(counts).max().orElse(0) >= FILLED ? FILLED : 1;
        int[] right = new int[counts.length];
        for (int i = 0; i < scores.length; i++) {
            right[cells.labels[i]] += best(scores[i]) == cells.labels[i] ? 1 : 0;
        }
        return IntStream.range(0, counts.length)
                .filter(c -> counts[c] >= least)
                .mapToDouble(c -> (double) right[c] / counts[c])
                .average()
                .orElse(0);
    }
}

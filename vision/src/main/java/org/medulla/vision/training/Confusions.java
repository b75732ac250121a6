package org.medulla.vision.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts which class a network gives the pictures of each class. */
final class Confusions {
    private Confusions() {}

    /**
     * Pictures by their right class and then by the class with the highest logit, the first one of equals.
     *
     * @param logits one row for each picture
     * @param labels the right class of each
     * @param classes how many classes there are: the rows, and the numbers in each
     */
    static List<List<Long>> count(List<float[]> logits, List<Integer> labels, int classes) {
        long[][] counts = new long[classes][classes];
        for (int i = 0; i < labels.size(); i++) {
            counts[labels.get(i)][highest(logits.get(i))]++;
        }
        List<List<Long>> rows = new ArrayList<>();
        for (long[] row : counts) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return List.copyOf(rows);
    }

    private static int highest(float[] logits) {
        int highest = 0;
        for (int label = 1; label < logits.length; label++) {
            highest = logits[label] > logits[highest] ? label : highest;
        }
        return highest;
    }
}

package org.medulla.vision.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The training pictures in two parts: those that are learned from, and those that choose the best weights. Classes keep their
 * proportions, and pictures of one patient stay together where patients are known.
 *
 * @param learned the pictures to learn from, in rising order
 * @param validation the others, in rising order
 */
record ValidationPart(List<Integer> learned, List<Integer> validation) {
    ValidationPart {
        learned = List.copyOf(learned);
        validation = List.copyOf(validation);
    }

    /** Chooses patients in random order, each one when it brings the classes of the validation part closer to its share. */
    static ValidationPart choose(TrainingData data, int classes, double share, long seed) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        double[] wanted = new double[classes];
        for (int index = 0; index < data.size(); index++) {
            int number = index;
            String group = data.group(index).map(name -> "of " + name).orElseGet(() -> "alone " + number);
            groups.computeIfAbsent(group, name -> new ArrayList<>()).add(index);
            wanted[data.label(index)] += share;
        }
        List<List<Integer>> candidates = List.copyOf(groups.values());
        int[] order = new int[candidates.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        SampleOrder.shuffle(order, Randomness.of(seed, Randomness.Purpose.VALIDATION, 0));
        List<Integer> validation = new ArrayList<>();
        for (int candidate : order) {
            double[] left = wanted.clone();
            candidates.get(candidate).forEach(index -> left[data.label(index)]--);
            if (distance(left) < distance(wanted)) {
                validation.addAll(candidates.get(candidate));
                System.arraycopy(left, 0, wanted, 0, classes);
            }
        }
        validation.sort(null);
        boolean[] chosen = new boolean[data.size()];
        validation.forEach(index -> chosen[index] = true);
        List<Integer> learned = new ArrayList<>();
        for (int index = 0; index < chosen.length; index++) {
            if (!chosen[index]) {
                learned.add(index);
            }
        }
        return new ValidationPart(learned, validation);
    }

    private static double distance(double[] left) {
        double sum = 0;
        for (double value : left) {
            sum += value * value;
        }
        return sum;
    }
}

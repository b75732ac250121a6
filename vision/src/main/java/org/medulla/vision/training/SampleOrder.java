package org.medulla.vision.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The order in which pictures are shown: classes in equal parts, but a class of fewer than a hundred pictures only in the part
 * sqrt(n / 100), so that a handful of cells is not learned by heart. Each class is gone through in a new random order before any
 * picture of it comes again.
 */
final class SampleOrder {
    private static final double FULL_CLASS = 100;

    private final long seed;
    private final int[][] members;
    private final double[] shares;
    private final int epochSize;
    private int[] epochOrder = {};
    private long epoch = -1;

    /**
     * An order over some of the pictures.
     *
     * @param indices the pictures to draw from
     * @param labels the class of every picture of the data
     */
    SampleOrder(List<Integer> indices, int[] labels, int classes, long seed) {
        this.seed = seed;
        this.epochSize = indices.size();
        List<List<Integer>> byClass = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            byClass.add(new ArrayList<>());
        }
        indices.forEach(index -> byClass.get(labels[index]).add(index));
        this.members = byClass.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.shares = new double[classes];
        double sum = 0;
        for (int label = 0; label < classes; label++) {
            shares[label] = Math.min(1, Math.sqrt(members[label].length / FULL_CLASS));
            sum += shares[label];
        }
        for (int label = 0; label < classes; label++) {
            shares[label] /= sum;
        }
    }

    /** How many pictures make an epoch. */
    int epochSize() {
        return epochSize;
    }

    /**
     * The share of each class among the pictures shown over many epochs; they sum to 1, and a class without a picture has 0. A
     * single epoch differs from them by less than a picture for each class.
     */
    List<Double> classShares() {
        return Arrays.stream(shares).boxed().toList();
    }

    /** Any of the pictures, each as likely as any other. */
    int any(SplittableRandom random) {
        int place = random.nextInt(epochSize);
        int label = 0;
        while (place >= members[label].length) {
            place -= members[label++].length;
        }
        return members[label][place];
    }

    /** The pictures shown from a position on, which is counted from 0 over all epochs. */
    synchronized int[] from(long position, int count) {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            long wanted = (position + i) / epochSize;
            if (wanted != epoch) {
                epochOrder = draw(wanted);
                epoch = wanted;
            }
            indices[i] = epochOrder[(int) ((position + i) % epochSize)];
        }
        return indices;
    }

    private int[] draw(long number) {
        int[] order = new int[epochSize];
        int at = 0;
        for (int label = 0; label < members.length; label++) {
            long last = Math.min(drawnBefore(label, number + 1), drawnBefore(label, number) + epochSize - at);
            at = fill(order, at, label, drawnBefore(label, number), last);
        }
        fill(order, at, fullestClass(), number, number + epochSize - at);
        shuffle(order, Randomness.of(seed, Randomness.Purpose.ORDER, number));
        return order;
    }

    /** Writes the draws {@code first} to {@code last} of a class into the order and returns where the next ones go. */
    private int fill(int[] order, int start, int label, long first, long last) {
        int[] list = members[label];
        int at = start;
        long round = -1;
        int[] shuffled = list;
        for (long draw = first; draw < last; draw++) {
            if (draw / list.length != round) {
                round = draw / list.length;
                shuffled = list.clone();
                shuffle(shuffled, Randomness.of(seed, Randomness.Purpose.CLASS_ORDER, round * members.length + label));
            }
            order[at++] = shuffled[(int) (draw % list.length)];
        }
        return at;
    }

    /** How many pictures of a class come before an epoch, rounded so that no class is lost to rounding. */
    private long drawnBefore(int label, long number) {
        return (long) Math.floor(number * epochSize * shares[label] + 1e-6);
    }

    private int fullestClass() {
        int fullest = 0;
        for (int label = 1; label < members.length; label++) {
            fullest = members[label].length > members[fullest].length ? label : fullest;
        }
        return fullest;
    }

    static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }
}

package org.medulla.cytology.abstention;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sets of classes that hold the right one at least as often as stated, whichever class that is: a class belongs to the set of a
 * cell when its probability is not below the class's limit (least ambiguous sets, Sadinle M, Lei J, Wasserman L, JASA 2019, doi
 * 10.1080/01621459.2017.1395341, with a quantile for each class, Vovk V, ACML 2012).
 *
 * <p>Of n calibration cells of a class, whose probabilities of their own class are p, the limit is the k-th highest p with
 * k = &lceil;(n + 1) level&rceil;, and 0 where k exceeds n. So a cell of that class that was drawn like those for calibration has
 * its class in the set with a probability of at least {@code level}. A class with fewer than {@value #ENOUGH_CELLS} calibration
 * cells borrows the limit of all cells taken together, which promises the level on average over all cells only.
 *
 * @param level the share of cells whose set is to hold their class, between 0 and 1
 * @param limits the least probability with which each class enters a set, in [0, 1], in the order of the classes
 * @param borrowed whether the limit of each class is that of all cells together
 */
public record ConformalSets(double level, List<Double> limits, List<Boolean> borrowed) {
    /** With fewer calibration cells than this, a class borrows the limit of all cells together. */
    public static final int ENOUGH_CELLS = 20;

    public ConformalSets {
        limits = List.copyOf(limits);
        borrowed = List.copyOf(borrowed);
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A level lies between 0 and 1, not at " + level);
        }
        if (limits.size() < 2 || borrowed.size() != limits.size()) {
            throw new IllegalArgumentException("There are limits for " + limits.size() + " classes, of which "
                    + borrowed.size() + " are explained");
        }
        if (limits.stream().anyMatch(limit -> !(limit >= 0 && limit <= 1))) {
            throw new IllegalArgumentException("A limit is a probability, which these are not: " + limits);
        }
    }

    /**
     * Finds the limits on calibration cells, of which none was learned from.
     *
     * @param probabilities by cell and class
     * @param truth the class of each cell by its index
     * @param classes how many classes there are, at least 2
     */
    public static ConformalSets calibrate(float[][] probabilities, int[] truth, int classes, double level) {
        if (probabilities.length != truth.length) {
            throw new IllegalArgumentException(probabilities.length + " cells have " + truth.length + " classes");
        }
        float[] all = ofTruth(probabilities, truth, IntStream.range(0, truth.length));
        Double[] limits = new Double[classes];
        Boolean[] borrowed = new Boolean[classes];
        for (int label = 0; label < classes; label++) {
            int wanted = label;
            float[] own = ofTruth(
                    probabilities, truth, IntStream.range(0, truth.length).filter(cell -> truth[cell] == wanted));
            borrowed[label] = own.length < ENOUGH_CELLS;
            limits[label] = limit(borrowed[label] ? all : own, level);
        }
        return new ConformalSets(level, List.of(limits), List.of(borrowed));
    }

    private static float[] ofTruth(float[][] probabilities, int[] truth, IntStream cells) {
        int[] chosen = cells.toArray();
        float[] own = new float[chosen.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = probabilities[chosen[i]][truth[chosen[i]]];
        }
        return own;
    }

    private static double limit(float[] own, double level) {
        float[] rising = own.clone();
        Arrays.sort(rising);
        // A whole number that arithmetic leaves a hair too high would else ask for one cell more.
        int wanted = (int) Math.ceil((own.length + 1) * level - 1e-9);
        return wanted > own.length ? 0 : rising[own.length - wanted];
    }

    /**
     * The set of a cell: the most probable class, the first one of equals, and every other whose probability reaches its limit.
     *
     * @param probabilities one for each class
     * @return indices of classes in falling order of probability, equals in the order of the classes; never empty
     */
    public List<Integer> set(List<Float> probabilities) {
        if (probabilities.size() != limits.size()) {
            throw new IllegalArgumentException("There are limits for " + limits.size() + " classes but "
                    + probabilities.size() + " probabilities");
        }
        List<Integer> falling = IntStream.range(0, probabilities.size())
                .boxed()
                .sorted((a, b) -> Float.compare(probabilities.get(b), probabilities.get(a)))
                .toList();
        int best = falling.getFirst();
        return falling.stream()
                .filter(label -> label == best || probabilities.get(label) >= limits.get(label))
                .toList();
    }
}

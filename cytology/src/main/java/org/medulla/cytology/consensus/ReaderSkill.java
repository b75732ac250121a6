package org.medulla.cytology.consensus;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How a reader reads, as far as all readings together tell.
 *
 * @param reader who
 * @param readings how many readings of theirs there are
 * @param classes codes of the classes in the order of the lists below
 * @param cells how many of their readings are probably of cells of each class
 * @param confusions for each true class, the chance of each class that they may give, smoothing included
 */
public record ReaderSkill(
        String reader, long readings, List<String> classes, List<Double> cells, List<List<Double>> confusions) {
    private static final double ENOUGH_OF_A_CELL = 0.5;

    public ReaderSkill {
        classes = List.copyOf(classes);
        cells = List.copyOf(cells);
        confusions = confusions.stream().map(List::copyOf).toList();
        int size = classes.size();
        if (cells.size() != size
                || confusions.size() != size
                || confusions.stream().anyMatch(r -> r.size() != size)) {
            throw new IllegalArgumentException("The skill of " + reader + " is about " + size + " classes");
        }
    }

    /** The chance that this reader gives a cell of one class another one, or the right one. */
    public double chance(String truth, String said) {
        return confusions.get(place(truth)).get(place(said));
    }

    /**
     * The mean chance of being right, over the classes of which the reader has read {@value #ENOUGH_OF_A_CELL} of a cell or more by
     * expectation; empty where that is none.
     */
    public OptionalDouble balancedAccuracy() {
        return IntStream.range(0, classes.size())
                .filter(code -> cells.get(code) >= ENOUGH_OF_A_CELL)
                .mapToDouble(code -> confusions.get(code).get(code))
                .average();
    }

    private int place(String code) {
        int place = classes.indexOf(code);
        if (place < 0) {
            throw new IllegalArgumentException(code + " is not among the classes that were given: " + classes);
        }
        return place;
    }
}

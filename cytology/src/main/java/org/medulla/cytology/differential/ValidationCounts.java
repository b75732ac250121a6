package org.medulla.cytology.differential;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.medulla.cytology.job.MedullaException;

/**
 * How a classifier named cells whose class was known: its confusion matrix on cells that it was not trained on.
 *
 * <p>A correction is as good as these cells are like those of the smear: same stain, same scanner, same way of choosing them.
 */
public final class ValidationCounts {
    private final List<String> classes;
    private final long[][] counts;

    private ValidationCounts(List<String> classes, long[][] counts) {
        this.classes = List.copyOf(classes);
        this.counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }

    /**
     * Takes the matrix.
     *
     * @param classes class codes, each once, in the order of the rows and columns
     * @param counts cells, by true class and then by predicted class
     * @throws MedullaException when the matrix is not square in the classes, a number is negative, or all are 0
     */
    public static ValidationCounts of(List<String> classes, long[][] counts) {
        int size = classes.size();
        if (new HashSet<>(classes).size() != size) {
            throw MedullaException.data("The classes %s name one twice; list each once.".formatted(classes));
        }
        if (counts.length != size || Arrays.stream(counts).anyMatch(row -> row.length != size)) {
            throw MedullaException.data(
                    "A confusion matrix of %d classes needs %d rows and as many columns; give the matrix of this classifier."
                            .formatted(size, size));
        }
        if (Arrays.stream(counts).flatMapToLong(Arrays::stream).anyMatch(cells -> cells < 0)) {
            throw MedullaException.data("The confusion matrix holds a negative number of cells; evaluate again.");
        }
        if (Arrays.stream(counts).flatMapToLong(Arrays::stream).sum() == 0) {
            throw MedullaException.data("The confusion matrix holds no cell; evaluate the classifier first.");
        }
        return new ValidationCounts(classes, counts);
    }

    /** The class codes in the order of rows and columns. */
    public List<String> classes() {
        return classes;
    }

    /** Cells of the class at one index that the classifier gave the class at another. */
    public long cells(int truth, int predicted) {
        return counts[truth][predicted];
    }

    /** Cells of the class at an index. */
    public long support(int truth) {
        return Arrays.stream(counts[truth]).sum();
    }
}

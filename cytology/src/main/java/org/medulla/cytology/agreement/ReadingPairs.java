package org.medulla.cytology.agreement;

import java.util.List;

/**
 * How often one reader gave a cell one class and another reader the same or another one. Of two named readers, the rows are the
 * first's classes and the columns the second's. Of many, each two readings of a cell are counted both ways round, so that the table is
 * symmetric and what stands on its diagonal is even.
 *
 * @param classes codes of the rows, and of the columns
 * @param counts row by row
 */
public record ReadingPairs(List<String> classes, List<List<Long>> counts) {
    public ReadingPairs {
        classes = List.copyOf(classes);
        counts = counts.stream().map(List::copyOf).toList();
        int size = classes.size();
        if (counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
            throw new IllegalArgumentException("A table of " + size + " classes has as many rows and columns");
        }
    }

    /** How often a class was said against another; 0 where nobody gave one of them. */
    public long count(String said, String against) {
        int row = classes.indexOf(said);
        int column = classes.indexOf(against);
        return row < 0 || column < 0 ? 0 : counts.get(row).get(column);
    }

    /** How many pairs there are. */
    public long total() {
        return counts.stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
    }
}

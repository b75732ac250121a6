package org.medulla.archive.search;

import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Any number of values for each cell, as the cells of each value: for facets with few values. */
final class SharedColumn implements Column {
    private final SortedMap<String, BitSet> cellsOf = new TreeMap<>();

    void add(int cell, String value) {
        cellsOf.computeIfAbsent(value, _ -> new BitSet()).set(cell);
    }

    @Override
    public BitSet matching(Predicate<String> wanted) {
        BitSet cells = new BitSet();
        cellsOf.forEach((value, having) -> {
            if (wanted.test(value)) {
                cells.or(having);
            }
        });
        return cells;
    }

    @Override
    public SortedMap<String, Integer> counts(BitSet cells) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        cellsOf.forEach((value, having) -> {
            BitSet both = (BitSet) having.clone();
            both.and(cells);
            if (!both.isEmpty()) {
                counts.put(value, both.cardinality());
            }
        });
        return counts;
    }
}

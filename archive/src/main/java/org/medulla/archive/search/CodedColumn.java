package org.medulla.archive.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A value for each cell, or none, as a number in a list of the values that occur. */
final class CodedColumn implements Column {
    private static final int NONE = 0;

    private final int[] codes;
    private final List<String> values = new ArrayList<>(List.of(""));
    private final Map<String, Integer> codeOf = new HashMap<>();

    CodedColumn(int cells) {
        this.codes = new int[cells];
    }

    /** Sets a cell's value; an empty one is none. */
    void set(int cell, String value) {
        codes[cell] = value.isEmpty() ? NONE : codeOf.computeIfAbsent(value, this::newCode);
    }

    private int newCode(String value) {
        values.add(value);
        return values.size() - 1;
    }

    @Override
    public BitSet matching(Predicate<String> wanted) {
        boolean[] wantedCode = new boolean[values.size()];
        for (int code = NONE + 1; code < wantedCode.length; code++) {
            wantedCode[code] = wanted.test(values.get(code));
        }
        BitSet cells = new BitSet(codes.length);
        for (int cell = 0; cell < codes.length; cell++) {
            if (wantedCode[codes[cell]]) {
                cells.set(cell);
            }
        }
        return cells;
    }

    @Override
    public SortedMap<String, Integer> counts(BitSet cells) {
        int[] counts = new int[values.size()];
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
            counts[codes[cell]]++;
        }
        SortedMap<String, Integer> byValue = new TreeMap<>();
        for (int code = NONE + 1; code < counts.length; code++) {
            if (counts[code] > 0) {
                byValue.put(values.get(code), counts[code]);
            }
        }
        return byValue;
    }

    /** The cells in the order of a list of values, then of all other values, then those without; equal ones by number. */
    int[] order(List<String> first) {
        List<String> inOrder = new ArrayList<>(first);
        values.stream().skip(1).filter(value -> !first.contains(value)).sorted().forEach(inOrder::add);
        int[] rank = new int[values.size()];
        rank[NONE] = inOrder.size();
        for (int place = 0; place < inOrder.size(); place++) {
            Integer code = codeOf.get(inOrder.get(place));
            if (code != null) {
                rank[code] = place;
            }
        }
        int[] starts = new int[inOrder.size() + 2];
        for (int code : codes) {
            starts[rank[code] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] order = new int[codes.length];
        for (int cell = 0; cell < codes.length; cell++) {
            order[starts[rank[codes[cell]]]++] = cell;
        }
        return order;
    }
}

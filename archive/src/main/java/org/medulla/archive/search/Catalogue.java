package org.medulla.archive.search;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.medulla.archive.decision.Decision;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * What is asked of cells, for all of them in memory: some 50 bytes a cell. Cells are counted from 0 here, their numbers from 1, both
 * without gaps.
 */
final class Catalogue {
    private final int cells;
    private final Nomenclature nomenclature;
    private final Map<Facet, Column> words = new EnumMap<>(Facet.class);
    private final Map<Facet, NumberColumn> numbers = new EnumMap<>(Facet.class);
    private final Map<SearchOrder, int[]> orders = new EnumMap<>(SearchOrder.class);

    Catalogue(int cells, Nomenclature nomenclature) {
        this.cells = cells;
        this.nomenclature = nomenclature;
        for (Facet facet : Facet.values()) {
            switch (facet) {
                case READER, DATASET, SPLIT -> words.put(facet, new SharedColumn());
                case CONFIDENCE, DATE -> numbers.put(facet, new NumberColumn(cells));
                case CLASS,
                        LINEAGE,
                        SOURCE,
                        PATIENT,
                        SMEAR,
                        DIAGNOSIS,
                        STAIN,
                        SCANNER,
                        CERTAINTY,
                        DISPUTED,
                        PREDICTION -> words.put(facet, new CodedColumn(cells));
            }
        }
    }

    int cells() {
        return cells;
    }

    void set(int cell, Facet facet, String value) {
        switch (column(facet)) {
            case CodedColumn one -> one.set(cell, value);
            case SharedColumn several -> several.add(cell, value);
        }
    }

    void set(int cell, Facet facet, float value) {
        number(facet).set(cell, value);
    }

    /** Sets the class and what follows from it. */
    void setClass(int cell, String code) {
        set(cell, Facet.CLASS, code);
        set(
                cell,
                Facet.LINEAGE,
                nomenclature.find(code).map(found -> found.lineage().word()).orElse(""));
    }

    /** Forgets the orders of cells, because something was set. */
    void changed() {
        orders.clear();
    }

    BitSet matching(Condition condition) {
        return switch (condition) {
            case Condition.All all -> {
                BitSet found = new BitSet(cells);
                found.set(0, cells);
                all.parts().forEach(part -> found.and(matching(part)));
                yield found;
            }
            case Condition.Any any -> {
                BitSet found = new BitSet(cells);
                any.parts().forEach(part -> found.or(matching(part)));
                yield found;
            }
            case Condition.Not not -> {
                BitSet found = matching(not.part());
                found.flip(0, cells);
                yield found;
            }
            case Condition.OneOf oneOf -> oneOf(oneOf);
            case Condition.Known known ->
                known.facet().kind() == Facet.Kind.WORD
                        ? column(known.facet()).matching(_ -> true)
                        : number(known.facet()).matching(_ -> true);
            case Condition.Between between -> number(between.facet()).matching(between::holds);
        };
    }

    Map<Facet, SortedMap<String, Integer>> counts(BitSet found) {
        Map<Facet, SortedMap<String, Integer>> counts = new LinkedHashMap<>();
        words.forEach((facet, column) -> counts.put(facet, column.counts(found)));
        return counts;
    }

    /** The cells in an order; empty for that of their numbers. */
    int[] order(SearchOrder order) {
        return orders.computeIfAbsent(order, wanted -> switch (wanted) {
            case IMPORTED -> new int[0];
            case CLASS -> coded(Facet.CLASS).order(nomenclature.codes());
            case SOURCE -> coded(Facet.SOURCE).order(List.of());
            case PATIENT -> coded(Facet.PATIENT).order(List.of());
            case CONFIDENCE -> number(Facet.CONFIDENCE).order();
        });
    }

    /** An unknown class is no question with an empty answer: its nearest one was meant. */
    private BitSet oneOf(Condition.OneOf oneOf) {
        BitSet found = column(oneOf.facet()).matching(wanted(oneOf));
        if (oneOf.facet() == Facet.CLASS && found.isEmpty()) {
            oneOf.values().stream()
                    .filter(value -> !value.endsWith("*") && !value.equals(Decision.NO_CONSENSUS))
                    .map(value -> value.toUpperCase(Locale.ROOT))
                    .forEach(nomenclature::of);
        }
        return found;
    }

    private static Predicate<String> wanted(Condition.OneOf oneOf) {
        List<Predicate<String>> each = oneOf.values().stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .<Predicate<String>>map(value -> value.endsWith("*")
                        ? known -> known.toLowerCase(Locale.ROOT).startsWith(value.substring(0, value.length() - 1))
                        : known -> known.toLowerCase(Locale.ROOT).equals(value))
                .toList();
        return known -> each.stream().anyMatch(one -> one.test(known));
    }

    private CodedColumn coded(Facet facet) {
        return (CodedColumn) column(facet);
    }

    private Column column(Facet facet) {
        Column column = words.get(facet);
        if (column == null) {
            throw new IllegalArgumentException(facet + " has no words");
        }
        return column;
    }

    private NumberColumn number(Facet facet) {
        NumberColumn column = numbers.get(facet);
        if (column == null) {
            throw new IllegalArgumentException(facet + " has no numbers");
        }
        return column;
    }
}

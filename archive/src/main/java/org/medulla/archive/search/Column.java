package org.medulla.archive.search;

import java.util.BitSet;
import java.util.SortedMap;
import java.util.function.Predicate;

/** The values of one facet of words for all cells, which are counted from 0. */
sealed interface Column permits CodedColumn, SharedColumn {
    /** The cells that have a value that is wanted. */
    BitSet matching(Predicate<String> wanted);

    /** How many of the cells have each value; values that none has are left out. */
    SortedMap<String, Integer> counts(BitSet cells);
}

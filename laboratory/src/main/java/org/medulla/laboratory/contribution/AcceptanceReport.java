package org.medulla.laboratory.contribution;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.medulla.archive.contribution.Contribution;
import org.medulla.archive.contribution.Verdict;

/**
 * What came of an acceptance.
 *
 * @param contribution the contribution as it is now
 * @param cellsByClass how many new cells there are of each class
 * @param cleaned how many of them are cleaned copies
 * @param heldBack which pictures stay in the inbox by what was found in them, by number
 * @param reasons why, for each kind of obstacle, in a clause
 * @param leftOut how many pictures the steward left out
 * @param before how many had been accepted before
 */
public record AcceptanceReport(
        Contribution contribution,
        SortedMap<String, Long> cellsByClass,
        long cleaned,
        SortedMap<Verdict, List<Long>> heldBack,
        Map<Verdict, String> reasons,
        long leftOut,
        long before) {
    public AcceptanceReport {
        cellsByClass = Collections.unmodifiableSortedMap(new TreeMap<>(cellsByClass));
        heldBack = Collections.unmodifiableSortedMap(new TreeMap<>(heldBack));
        reasons = Map.copyOf(reasons);
    }

    /** How many new cells there are. */
    public long accepted() {
        return cellsByClass.values().stream().mapToLong(Long::longValue).sum();
    }
}

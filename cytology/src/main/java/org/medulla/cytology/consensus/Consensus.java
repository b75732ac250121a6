package org.medulla.cytology.consensus;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the readings of a cell come to.
 *
 * @param cell number of the cell
 * @param classCode code of the class that they come to; empty where there is no consensus, which is an outcome and no error
 * @param certainty how sure the rule is of its likeliest class, whether that is enough or not, from 0 to 1; 0 where there are too
 *     few readings
 * @param votes how many readings gave each class, by code
 */
public record Consensus(long cell, Optional<String> classCode, double certainty, SortedMap<String, Integer> votes) {
    public Consensus {
        if (!(certainty >= 0 && certainty <= 1)) {
            throw new IllegalArgumentException("A certainty lies between 0 and 1, not at " + certainty);
        }
        votes = Collections.unmodifiableSortedMap(new TreeMap<>(votes));
    }

    /** How many readings the cell has. */
    public int readings() {
        return readings(votes);
    }

    /** The votes of a cell by class, from its classes by reader. */
    static SortedMap<String, Integer> votes(Map<String, String> classByReader) {
        SortedMap<String, Integer> votes = new TreeMap<>();
        classByReader.values().forEach(code -> votes.merge(code, 1, Integer::sum));
        return votes;
    }

    /** How many readings these votes are. */
    static int readings(Map<String, Integer> votes) {
        return votes.values().stream().mapToInt(Integer::intValue).sum();
    }
}

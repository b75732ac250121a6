package org.medulla.cytology.suspect;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many of the cells that were given a class probably belong to another one.
 *
 * @param classCode code of the given class, which is not sparse
 * @param cells how many cells were given it, at least {@value GivenScores#FEWEST_CELLS}
 * @param threshold the mean probability of the class among them: from here on the classifier is taken as confident
 * @param probableCells how many of them probably belong to each class, itself included, where that is more than none; empty where the
 *     classifier is confident of none of them
 */
public record ClassNoise(String classCode, long cells, double threshold, SortedMap<String, Double> probableCells) {
    public ClassNoise {
        probableCells = Collections.unmodifiableSortedMap(new TreeMap<>(probableCells));
    }

    /** The share of the cells that probably belong to another class; empty where the classifier is confident of none of them. */
    public OptionalDouble noiseRate() {
        if (probableCells.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.clamp(1 - probableCells.getOrDefault(classCode, 0.0) / cells, 0, 1));
    }
}

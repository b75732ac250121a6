package org.medulla.cytology.agreement;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.medulla.cytology.job.MedullaException;

/**
 * What several readers called cells, each cell at most once by each of them.
 *
 * @param all by cell, then by reader
 */
public record Readings(List<Reading> all) {
    /**
     * Sorts and copies.
     *
     * @throws MedullaException DATA when a reader reads a cell twice
     */
    public Readings {
        all = all.stream()
                .sorted(Comparator.comparingLong(Reading::cell).thenComparing(Reading::reader))
                .toList();
        for (int next = 1; next < all.size(); next++) {
            Reading before = all.get(next - 1);
            Reading after = all.get(next);
            if (before.cell() == after.cell() && before.reader().equals(after.reader())) {
                throw MedullaException.data("The reader " + after.reader() + " has two readings of cell " + after.cell()
                        + ", " + before.classCode() + " and " + after.classCode()
                        + "; keep one of them, or give each time its own reader's name.");
            }
        }
    }

    /** Takes readings in any order; see the constructor for what is refused. */
    public static Readings of(Collection<Reading> readings) {
        return new Readings(List.copyOf(readings));
    }

    /** How many readings there are. */
    public int size() {
        return all.size();
    }

    /** The readers, sorted by name. */
    public List<String> readers() {
        return all.stream().map(Reading::reader).distinct().sorted().toList();
    }

    /** The classes that somebody gave, sorted by code. */
    public List<String> classes() {
        return all.stream().map(Reading::classCode).distinct().sorted().toList();
    }

    /** The cells in rising order, each with its class by each reader of it. */
    public SortedMap<Long, SortedMap<String, String>> byCell() {
        SortedMap<Long, SortedMap<String, String>> cells = new TreeMap<>();
        for (Reading reading : all) {
            cells.computeIfAbsent(reading.cell(), _ -> new TreeMap<>()).put(reading.reader(), reading.classCode());
        }
        cells.replaceAll((_, classes) -> Collections.unmodifiableSortedMap(classes));
        return Collections.unmodifiableSortedMap(cells);
    }

    /** The readings that fulfil a condition. */
    public Readings where(Predicate<Reading> condition) {
        return new Readings(all.stream().filter(condition).toList());
    }
}

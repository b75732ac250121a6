package org.medulla.cytology.differential;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;

/** Checked numbers of cells by class, which can be summed over any kind of class. */
record Tally(Map<String, Long> counts, Nomenclature nomenclature) {
    Tally {
        counts = Map.copyOf(counts);
    }

    /** Checks that all codes are known and no number is negative. */
    static Tally of(Map<String, Long> counts, Nomenclature nomenclature) {
        counts.forEach((code, cells) -> {
            if (cells < 0) {
                throw MedullaException.data("There are %d cells of class %s; a count is 0 or more."
                        .formatted(cells, nomenclature.of(code).code()));
            }
            nomenclature.of(code);
        });
        return new Tally(counts, nomenclature);
    }

    long cells(CellClass cellClass) {
        return counts.getOrDefault(cellClass.code(), 0L);
    }

    boolean has(Predicate<CellClass> kind) {
        return nomenclature.classes().stream().anyMatch(kind);
    }

    long sum(Predicate<CellClass> kind) {
        return nomenclature.classes().stream()
                .filter(kind)
                .mapToLong(this::cells)
                .sum();
    }

    /** Each class of a kind with its share among all cells of that kind, of which there is at least one. */
    List<ClassCount> shares(Predicate<CellClass> kind) {
        long base = sum(kind);
        return nomenclature.classes().stream()
                .filter(kind)
                .map(cellClass -> new ClassCount(cellClass, cells(cellClass), Wilson.interval(cells(cellClass), base)))
                .toList();
    }
}

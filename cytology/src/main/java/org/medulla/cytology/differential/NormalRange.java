package org.medulla.cytology.differential;

import java.util.List;
import org.medulla.cytology.job.MedullaException;

/**
 * What is usual in healthy marrow for one quantity of a differential.
 *
 * @param name what a report calls it: "Erythroid cells"
 * @param quantity what is compared
 * @param classes codes whose shares are added up; empty for the ratio
 * @param low lower end, in percent or as a ratio
 * @param high upper end, in percent or as a ratio
 */
public record NormalRange(String name, Quantity quantity, List<String> classes, double low, double high) {
    /** What a range is about. */
    public enum Quantity {
        /** The share of one or several classes among the counted cells, in percent. */
        PERCENT("percent"),
        /** The M:E ratio. */
        MYELOID_TO_ERYTHROID("myeloid to erythroid");

        private final String word;

        Quantity(String word) {
            this.word = word;
        }

        /** The word that files use. */
        public String word() {
            return word;
        }
    }

    public NormalRange {
        classes = List.copyOf(classes);
        if (!(0 <= low && low <= high) || classes.isEmpty() == (quantity == Quantity.PERCENT)) {
            throw MedullaException.data(
                    "The normal range of %s needs 0 <= low <= high, and classes where it is a percentage; correct its line."
                            .formatted(name));
        }
    }
}

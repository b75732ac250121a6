package org.medulla.cytology.dataset;

import java.util.Locale;

/** What stays together in one fold. */
public enum SplitUnit {
    /** Nothing: every cell for itself, stratified by class. Cells of one smear then stand on both sides. */
    CELL,
    /** All cells of a patient. */
    PATIENT,
    /** All cells of a smear. */
    SMEAR,
    /** All cells whose pictures look as if they came from one smear, where nobody knows it. */
    PSEUDO_SMEAR,
    /**
     * Every cell for itself, dealt as published work on the marrow collection did with numpy: per class
     * {@code RandomState(seed).shuffle}, then {@code array_split}.
     */
    PUBLISHED,
    /** What a list of file names says. */
    FIXED;

    /** The word on the command line: "patient", "pseudo-smear". */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The unit of a word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static SplitUnit of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public String toString() {
        return word();
    }
}

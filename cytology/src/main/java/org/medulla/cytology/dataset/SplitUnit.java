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
    /**
     * Every cell for itself, dealt as published work on the marrow collection did with numpy: per class
     * {@code RandomState(seed).shuffle}, then {@code array_split}.
     */
    PUBLISHED,
    /** What a list of file names says. */
    FIXED;

    /** The word on the command line: "patient". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

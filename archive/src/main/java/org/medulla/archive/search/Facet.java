package org.medulla.archive.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What cells are found by, by the word that the language has for it. */
public enum Facet {
    /** The current class, by its code; {@code -} for cells without consensus. */
    CLASS(Kind.WORD),
    /** The lineage of the current class. */
    LINEAGE(Kind.WORD),
    /** The source that the cell came from. */
    SOURCE(Kind.WORD),
    /** The patient's pseudonym. */
    PATIENT(Kind.WORD),
    /** The smear. */
    SMEAR(Kind.WORD),
    /** The diagnosis in the source's words. */
    DIAGNOSIS(Kind.WORD),
    /** The stain. */
    STAIN(Kind.WORD),
    /** The scanner. */
    SCANNER(Kind.WORD),
    /** Who gave the cell a class; a cell may have several readers. */
    READER(Kind.WORD),
    /** How sure the newest reading that says so is. */
    CERTAINTY(Kind.WORD),
    /** Whether readers, or files, gave the cell different classes: yes or no. */
    DISPUTED(Kind.WORD),
    /** The dataset versions that the cell is in. */
    DATASET(Kind.WORD),
    /** The folds that the cell is in, as {@code dataset/0}, by the newest split of each dataset. */
    SPLIT(Kind.WORD),
    /** The class that a model gives, by its newest predictions. */
    PREDICTION(Kind.WORD),
    /** The probability of that class, 0 to 1. */
    CONFIDENCE(Kind.NUMBER),
    /** The day on which the cell was imported. */
    DATE(Kind.DAY);

    /** What values look like. */
    enum Kind {
        /** Any text. */
        WORD,
        /** A number. */
        NUMBER,
        /** A day, month or year. */
        DAY
    }

    private final Kind kind;

    Facet(Kind kind) {
        this.kind = kind;
    }

    /** Its word in the language: "class". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words of all facets. */
    static List<String> words() {
        return Arrays.stream(values()).map(Facet::word).toList();
    }

    Kind kind() {
        return kind;
    }
}

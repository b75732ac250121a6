package org.medulla.archive.search;

/** An order of found cells; equal ones stand in the order of their numbers. */
public enum SearchOrder {
    /** As they were imported. */
    IMPORTED,
    /** By current class, in the order of the nomenclature. */
    CLASS,
    /** By the name of the source. */
    SOURCE,
    /** By the patient's pseudonym, cells of unknown patients last. */
    PATIENT,
    /** By the confidence of the newest prediction, the least certain first, cells without one last. */
    CONFIDENCE
}

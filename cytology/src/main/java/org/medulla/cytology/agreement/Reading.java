package org.medulla.cytology.agreement;

/**
 * One reader's class for one cell, as figures of agreement and a consensus take it. Where a reader read cells twice, each time
 * is a reader of its own here: "MB, first time", "MB, second time".
 *
 * @param cell number of the cell
 * @param reader who read it, not blank
 * @param classCode code of the class that was given, not blank
 */
public record Reading(long cell, String reader, String classCode) {
    public Reading {
        if (reader.isBlank() || classCode.isBlank()) {
            throw new IllegalArgumentException("A reading of cell " + cell + " needs a reader and a class");
        }
    }
}

package org.medulla.archive.annotation;

import java.util.Optional;
import java.util.OptionalDouble;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;

/**
 * What a reader says of a cell.
 *
 * @param cell the cell
 * @param reader who says it: a person, or the source that published the label
 * @param classCode the class
 * @param reason why, where a reason is given
 * @param certainty how sure the reader is, where that is said
 * @param seconds how long the reader took, at least 0, where that was measured
 * @param blinded whether the reader saw neither another's class nor a model's answer
 * @param model the model whose answer the reader saw, by its digest
 */
public record Reading(
        CellId cell,
        String reader,
        String classCode,
        Optional<String> reason,
        Optional<Certainty> certainty,
        OptionalDouble seconds,
        boolean blinded,
        Optional<Digest> model) {
    private static final int LONGEST_READER = 200;

    /** Refuses a reader without a name, a negative or endless time, and a blinded reader who saw a model's answer. */
    public Reading {
        if (reader.isBlank() || reader.length() > LONGEST_READER) {
            throw MedullaException.user(
                    "A reader has a name of at most " + LONGEST_READER + " letters, not \"" + reader + "\".");
        }
        if (seconds.isPresent() && !(seconds.getAsDouble() >= 0 && Double.isFinite(seconds.getAsDouble()))) {
            throw MedullaException.user("A reading takes a number of seconds from 0, not " + seconds.getAsDouble()
                    + " (cell " + cell.value() + ").");
        }
        if (blinded && model.isPresent()) {
            throw MedullaException.user("A reader who saw a model's answer was not blinded (cell " + cell.value()
                    + "): leave out the one or the other.");
        }
    }

    /** A class for a cell and nothing else. */
    public static Reading of(CellId cell, String reader, String classCode) {
        return new Reading(
                cell,
                reader,
                classCode,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                false,
                Optional.empty());
    }

    /** With a reason. */
    public Reading because(String words) {
        return new Reading(cell, reader, classCode, Optional.of(words), certainty, seconds, blinded, model);
    }

    /** As blind as this. */
    public Reading blinded(boolean blind) {
        return new Reading(cell, reader, classCode, reason, certainty, seconds, blind, model);
    }
}

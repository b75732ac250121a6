package org.medulla.archive.annotation;

import java.time.Instant;
import java.util.Optional;
import org.medulla.archive.cell.CellId;

/**
 * One reader's class for one cell; never changed afterwards.
 *
 * @param cell the cell
 * @param reader who read it: a person, or the source that published the label
 * @param classCode the class
 * @param at when
 * @param reason why, where a reason was given
 * @param imported whether it came with the file, as a published label does
 */
public record Annotation(
        CellId cell, String reader, String classCode, Instant at, Optional<String> reason, boolean imported) {}

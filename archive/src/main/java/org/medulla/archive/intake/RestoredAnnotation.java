package org.medulla.archive.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * A reading that was written down in another archive and comes back as it was.
 *
 * @param reader who read the cell: a person, or the source that published the label
 * @param classCode the class
 * @param at when, by the clock of the archive where it was written first
 * @param reason why, where a reason was given
 * @param imported whether it came with the file there, and not by a person's review
 */
public record RestoredAnnotation(
        String reader, String classCode, Instant at, Optional<String> reason, boolean imported) {}

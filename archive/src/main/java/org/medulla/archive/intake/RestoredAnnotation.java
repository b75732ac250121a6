package org.medulla.archive.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.medulla.archive.annotation.Certainty;
import org.medulla.archive.digest.Digest;

/**
 * A reading that was written down in another archive and comes back as it was.
 *
 * @param reader who read the cell: a person, or the source that published the label
 * @param classCode the class
 * @param at when, by the clock of the archive where it was written first
 * @param reason why, where a reason was given
 * @param imported whether it came with the file there, and not by a person's review
 * @param certainty how sure the reader was, where that was said
 * @param seconds how long the reader took, where that was measured
 * @param blinded whether the reader saw neither another's class nor a model's answer
 * @param model the model whose answer the reader saw, by its digest
 * @param session the reading session in which it was given there, by name; such a reading never makes a class current by itself
 */
public record RestoredAnnotation(
        String reader,
        String classCode,
        Instant at,
        Optional<String> reason,
        boolean imported,
        Optional<Certainty> certainty,
        OptionalDouble seconds,
        boolean blinded,
        Optional<Digest> model,
        Optional<String> session) {
    /** Whether it made its class current where it was written first. */
    boolean isReview() {
        return !imported && session.isEmpty();
    }
}

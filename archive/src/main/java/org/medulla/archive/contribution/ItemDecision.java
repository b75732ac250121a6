package org.medulla.archive.contribution;

import java.util.Locale;
import java.util.Optional;
import org.medulla.archive.digest.Digest;

/**
 * What a steward decided of a picture.
 *
 * @param position the picture's number in the contribution
 * @param outcome what was decided
 * @param classCode the class under which it was accepted
 * @param digest the bytes that were accepted: those that were sent, or of a cleaned copy
 * @param reason why; needed for what is not accepted
 */
public record ItemDecision(
        long position, Outcome outcome, Optional<String> classCode, Optional<Digest> digest, Optional<String> reason) {

    /** What a steward can decide. */
    public enum Outcome {
        /** It is a cell of the collection now. */
        ACCEPTED,
        /** It was left out; it can still be accepted. */
        REFUSED,
        /** It goes back to the laboratory. */
        SENT_BACK;

        /** The word for it: "sent back". */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static Outcome ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }
    }
}

package org.medulla.archive.annotation;

import java.time.Instant;
import java.util.Optional;

/**
 * One reader's class for one cell; never changed afterwards.
 *
 * @param reading what the reader said
 * @param at when it was written down
 * @param imported whether it came with the file, as a published label does
 * @param session the reading session in which it was given, by name
 */
public record Annotation(Reading reading, Instant at, boolean imported, Optional<String> session) {
    /** Who read it: a person, or the source that published the label. */
    public String reader() {
        return reading.reader();
    }

    /** The class. */
    public String classCode() {
        return reading.classCode();
    }
}

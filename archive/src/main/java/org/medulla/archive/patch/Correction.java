package org.medulla.archive.patch;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.medulla.archive.digest.Digest;

/**
 * The correction of one label.
 *
 * @param image the SHA-256 of the image's bytes
 * @param oldClass the code that it had
 * @param newClass the code that it gets; {@code -} for no consensus
 * @param votes how many readers gave each class, where readers voted
 * @param reason why, where that is said
 */
public record Correction(
        Digest image, String oldClass, String newClass, Map<String, Integer> votes, Optional<String> reason) {
    public Correction {
        if (oldClass.isBlank() || newClass.isBlank() || oldClass.equals(newClass)) {
            throw new IllegalArgumentException(
                    "A correction changes a class, not \"" + oldClass + "\" into \"" + newClass + "\"");
        }
        votes = Collections.unmodifiableMap(new TreeMap<>(votes));
    }
}

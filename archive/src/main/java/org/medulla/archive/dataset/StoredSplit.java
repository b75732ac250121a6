package org.medulla.archive.dataset;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.medulla.archive.digest.Digest;

/**
 * The division of a dataset version into folds.
 *
 * @param dataset the dataset version's name
 * @param plan how it was made, in words that stay the same for the same plan: "by patient, 5 folds, seed 2026"
 * @param folds how many folds there are
 * @param digest the digest that the splitter gave it
 * @param itemsDigest the SHA-256 of the fold of each cell, as the archive keeps it
 * @param created when it was stored
 */
public record StoredSplit(String dataset, String plan, int folds, Digest digest, Digest itemsDigest, Instant created) {

    /** The SHA-256 of folds, one number a line. */
    static Digest digestOf(List<Integer> foldOfEach) {
        StringBuilder lines = new StringBuilder();
        foldOfEach.forEach(fold -> lines.append(fold).append('\n'));
        return Digest.of(lines.toString().getBytes(StandardCharsets.US_ASCII));
    }
}

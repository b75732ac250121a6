package org.medulla.cytology.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.medulla.cytology.job.MedullaException;

/**
 * The folds of a dataset.
 *
 * @param plan how they were dealt
 * @param folds the fold, from 0, of each item by the digest of its image
 */
public record Split(SplitPlan plan, SortedMap<String, Integer> folds) {
    public Split {
        folds = Collections.unmodifiableSortedMap(new TreeMap<>(folds));
        for (int fold : folds.values()) {
            if (fold < 0 || fold >= plan.folds()) {
                throw new IllegalArgumentException("There is no fold " + fold + " of " + plan.folds());
            }
        }
    }

    /** The fold of an item; none when it does not belong to the dataset. */
    public OptionalInt foldOf(String digest) {
        Integer fold = folds.get(digest);
        return fold == null ? OptionalInt.empty() : OptionalInt.of(fold);
    }

    /** How many items a fold holds. */
    public long size(int fold) {
        return folds.values().stream().filter(f -> f == fold).count();
    }

    /**
     * Makes sure that a fold exists.
     *
     * @throws MedullaException USER when it does not
     */
    public void require(int fold) {
        if (fold < 0 || fold >= plan.folds()) {
            throw MedullaException.user(
                    "The split has folds 0 to " + (plan.folds() - 1) + ", and no fold " + fold + "; name one of them.");
        }
    }

    /** The SHA-256, in hexadecimal, of {@link #canonicalForm}: the same folds have the same digest, whatever dealt them. */
    public String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(canonicalForm().getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }

    /** A line {@code <digest of the image> <fold>} for each item, sorted, each ended by a line feed. */
    public String canonicalForm() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Integer> entry : folds.entrySet()) {
            text.append(entry.getKey()).append(' ').append(entry.getValue()).append('\n');
        }
        return text.toString();
    }
}

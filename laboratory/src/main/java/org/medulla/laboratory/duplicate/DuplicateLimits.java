package org.medulla.laboratory.duplicate;

import java.util.OptionalDouble;

/**
 * From where on two pictures are near-duplicates: by their fingerprints alone, by their embeddings alone, or by both together. Unrelated cells
 * can have like fingerprints, since most pictures are a dark disc on a bright ground, and cells of one class can have like embeddings;
 * both at once only the same picture has.
 *
 * @param bitsAlone so few differing bits suffice alone
 * @param similarityAlone such a similarity suffices alone
 * @param bits so few differing bits suffice beside {@code similarity}
 * @param similarity such a similarity suffices beside {@code bits}
 */
public record DuplicateLimits(int bitsAlone, double similarityAlone, int bits, double similarity) {
    /** What was found on real cells and copies of them (docs/benchmarks.md). */
    public static final DuplicateLimits STANDARD = new DuplicateLimits(4, 0.998, 8, 0.95);

    public DuplicateLimits {
        if (bitsAlone < 0
                || bits < bitsAlone
                || bits > Long.SIZE
                || !(similarity >= -1 && similarity <= similarityAlone && similarityAlone <= 1)) {
            throw new IllegalArgumentException("Not " + bitsAlone + " to " + bits + " bits and similarities from "
                    + similarity + " to " + similarityAlone);
        }
    }

    /** Whether two pictures are near-duplicates; without a similarity their fingerprints alone decide. */
    boolean hold(int differingBits, OptionalDouble measured) {
        return differingBits <= bitsAlone
                || (measured.isPresent()
                        && (measured.getAsDouble() >= similarityAlone
                                || (differingBits <= bits && measured.getAsDouble() >= similarity)));
    }
}

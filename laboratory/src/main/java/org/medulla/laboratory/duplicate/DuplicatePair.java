package org.medulla.laboratory.duplicate;

import java.util.OptionalDouble;
import org.medulla.archive.cell.CellId;

/**
 * Two cells of the archive that are probably one.
 *
 * @param one the one with the smaller number
 * @param other the other
 * @param bits in how many of their 64 bits the fingerprints differ, in the view in which they differ least
 * @param similarity the cosine of their embeddings, where both are known
 */
public record DuplicatePair(CellId one, CellId other, int bits, OptionalDouble similarity) {
    public DuplicatePair {
        if (one.value() >= other.value()) {
            throw new IllegalArgumentException("The cell with the smaller number stands first, not " + one.value());
        }
    }
}

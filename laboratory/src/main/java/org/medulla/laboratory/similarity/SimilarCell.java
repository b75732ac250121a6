package org.medulla.laboratory.similarity;

import java.util.Comparator;
import org.medulla.archive.cell.CellId;

/**
 * A cell that was found by its likeness to another.
 *
 * @param cell the cell
 * @param similarity the cosine of the angle between the embeddings, -1 to 1
 */
public record SimilarCell(CellId cell, double similarity) {
    /** The most similar first; of equally similar ones that with the smaller number. */
    static final Comparator<SimilarCell> ORDER = Comparator.comparingDouble(SimilarCell::similarity)
            .reversed()
            .thenComparingLong(similar -> similar.cell().value());
}

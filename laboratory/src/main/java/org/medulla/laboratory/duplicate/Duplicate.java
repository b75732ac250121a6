package org.medulla.laboratory.duplicate;

import java.util.OptionalDouble;
import org.medulla.archive.cell.CellId;

/**
 * A cell of the archive that a picture probably shows once more.
 *
 * @param cell the cell
 * @param bits in how many of their 64 bits the fingerprints differ, in the view in which they differ least
 * @param similarity the cosine of their embeddings, where both are known
 */
public record Duplicate(CellId cell, int bits, OptionalDouble similarity) {}

package org.medulla.archive.cell;

/**
 * The number of a cell in its archive, counting from 1 in the order of import.
 *
 * @param value at least 1
 */
public record CellId(long value) {
    public CellId {
        if (value < 1) {
            throw new IllegalArgumentException("Cells are numbered from 1, not " + value);
        }
    }
}

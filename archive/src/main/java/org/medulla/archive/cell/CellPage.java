package org.medulla.archive.cell;

import java.util.List;

/**
 * One page of an answer.
 *
 * @param number the page's number, counting from 0
 * @param total how many cells the whole answer has
 * @param cells the cells of this page, in the order asked for; at most {@link Cells#PAGE_SIZE}
 */
public record CellPage(int number, long total, List<Cell> cells) {
    public CellPage {
        cells = List.copyOf(cells);
    }

    /** How many pages the whole answer has. */
    public int pages() {
        return Math.toIntExact((total + Cells.PAGE_SIZE - 1) / Cells.PAGE_SIZE);
    }
}

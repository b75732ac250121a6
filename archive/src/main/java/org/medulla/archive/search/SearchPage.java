package org.medulla.archive.search;

import java.util.List;
import org.medulla.archive.cell.Cell;

/**
 * A part of what was found.
 *
 * @param cells the cells, in the order asked for
 * @param from how many found cells stand before them
 * @param total how many cells were found in all
 */
public record SearchPage(List<Cell> cells, int from, int total) {
    public SearchPage {
        cells = List.copyOf(cells);
    }
}

package org.medulla.archive.cell;

import java.util.List;

/** An order of cells; each ends with the cell's number, so that no two cells are equal in it. */
public enum CellOrder {
    /** As they were imported. */
    IMPORTED("cell_id"),
    /** By file name. */
    FILE_NAME("file_name, cell_id"),
    /** By the code of the current class. */
    CLASS("class_code, cell_id"),
    /** By the name of the source. */
    SOURCE("source, cell_id"),
    /** By the patient's pseudonym, cells of unknown patients first. */
    PATIENT("patient, cell_id");

    // Databases do not agree on where the unknown stand; said for the others too, it would keep some from using their
    // index.
    private static final String MAY_BE_UNKNOWN = "patient";

    private final String columns;

    CellOrder(String columns) {
        this.columns = columns;
    }

    /** The {@code order by} clause of a query on cell_index, called x. */
    String clause(boolean descending) {
        return String.join(
                ", ",
                List.of(columns.split(", ")).stream()
                        .map(column -> "x." + column + direction(column, descending))
                        .toList());
    }

    private static String direction(String column, boolean descending) {
        boolean unknown = column.equals(MAY_BE_UNKNOWN);
        return descending ? " desc" + (unknown ? " nulls last" : "") : " asc" + (unknown ? " nulls first" : "");
    }
}

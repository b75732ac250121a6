package org.medulla.archive.intake;

import org.medulla.archive.audit.Row;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;

/**
 * How many rows of each kind an import brought, over all its runs.
 *
 * @param cells new cells
 * @param duplicates files whose bytes were already a cell
 * @param contradictions files that came under another class than their bytes had before
 * @param setAside files not taken in
 */
record ImportTotals(long cells, long duplicates, long contradictions, long setAside) {
    private static final String TOTALS = Sql.of(ImportTotals.class, "totals");

    static ImportTotals of(Database database, long importId) {
        return database.read(handle -> handle.createQuery(TOTALS)
                .bind("import_id", importId)
                .map((row, context) -> new ImportTotals(
                        row.getLong("cells"),
                        row.getLong("files") - row.getLong("cells"),
                        row.getLong("contradictions"),
                        row.getLong("set_aside")))
                .one());
    }

    Row row(long importId) {
        return new Row()
                .integer("import_id", importId)
                .integer("cells", cells)
                .integer("duplicates", duplicates)
                .integer("contradictions", contradictions)
                .integer("set_aside", setAside);
    }
}

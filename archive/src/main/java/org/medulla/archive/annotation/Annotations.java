package org.medulla.archive.annotation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.audit.Row;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellIndex;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.cytology.job.MedullaException;

/** The classes that readers gave cells. A cell's current class is the newest review, or else the first label it came with. */
public final class Annotations {
    private static final String OF_CELL = Sql.of(Annotations.class, "of-cell");
    private static final String CURRENT = Sql.of(Annotations.class, "current");

    private final Database database;
    private final InstantSource clock;

    /** Reads and writes the annotations of a database. */
    public Annotations(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All annotations of a cell, the oldest first. */
    public List<Annotation> of(CellId cell) {
        return database.read(handle -> handle.createQuery(OF_CELL)
                .bind("cell_id", cell.value())
                .map((row, context) -> new Annotation(
                        cell,
                        row.getString("reader"),
                        row.getString("class_code"),
                        Instant.parse(row.getString("at")),
                        Optional.ofNullable(row.getString("reason")),
                        row.getInt("imported") != 0))
                .list());
    }

    /**
     * Adds a reader's review of a cell, whose class becomes current.
     *
     * @throws MedullaException USER when there is no such cell
     */
    public void add(CellId cell, String reader, String classCode, String reason) {
        database.write(handle -> {
            Current before = handle.createQuery(CURRENT)
                    .bind("cell_id", cell.value())
                    .map((row, context) -> new Current(row.getString("source"), row.getString("class_code")))
                    .findOne()
                    .orElseThrow(() -> MedullaException.user(
                            "There is no cell " + cell.value() + ": list the cells with `medulla cells`."));
            Facts facts = new Facts(handle, clock.instant());
            facts.add(
                    FactTable.ANNOTATION,
                    new Row()
                            .integer("cell_id", cell.value())
                            .text("reader", reader)
                            .text("class_code", classCode)
                            .text("reason", reason)
                            .text("at", facts.now()));
            facts.commit("annotate", "cell " + cell.value());
            CellIndex index = new CellIndex(handle);
            index.reclassify(cell.value(), before.source(), before.classCode(), classCode);
            index.write();
            return cell;
        });
    }

    private record Current(String source, String classCode) {}
}

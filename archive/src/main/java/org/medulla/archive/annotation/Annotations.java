package org.medulla.archive.annotation;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellIndex;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.cytology.job.MedullaException;

/**
 * The classes that readers gave cells, each a row that stays. Those of a reading session ({@link org.medulla.archive.session})
 * count only once a consensus is found; a reading outside of one makes its class current at once.
 */
public final class Annotations {
    private static final String OF_CELL = Sql.of(Annotations.class, "of-cell");
    private static final String READ_BY = Sql.of(Annotations.class, "read-by");

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
                .map(AnnotationRow.MAPPER)
                .list());
    }

    /** The cells that a reader has read, in the order of their numbers. */
    public List<CellId> cellsReadBy(String reader) {
        return database.read(handle -> handle.createQuery(READ_BY)
                .bind("reader", reader)
                .mapTo(Long.class)
                .map(CellId::new)
                .list());
    }

    /**
     * Adds a reading of a cell, whose class becomes current.
     *
     * @throws MedullaException USER when there is no such cell
     */
    public void add(Reading reading) {
        addAll(List.of(reading));
    }

    /**
     * Adds readings in one transaction, all of them or none; of several of one cell, the last one's class becomes current.
     *
     * @throws MedullaException USER when there is no such cell
     */
    public void addAll(List<Reading> readings) {
        if (readings.isEmpty()) {
            return;
        }
        database.write(handle -> {
            Facts facts = new Facts(handle, clock.instant());
            Map<Long, String> classes = new LinkedHashMap<>();
            for (Reading reading : readings) {
                facts.add(FactTable.ANNOTATION, AnnotationRow.of(reading, OptionalLong.empty(), facts.now()));
                classes.put(reading.cell().value(), reading.classCode());
            }
            // The index first: it refuses cells that are not there.
            CellIndex index = new CellIndex(handle);
            index.reclassify(classes);
            facts.commit("annotate", subject(readings));
            index.write();
            return readings;
        });
    }

    private static String subject(List<Reading> readings) {
        return readings.size() == 1
                ? "cell " + readings.getFirst().cell().value()
                : readings.size() + " readings from cell "
                        + readings.getFirst().cell().value();
    }
}

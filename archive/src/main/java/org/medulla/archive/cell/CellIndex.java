package org.medulla.archive.cell;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.medulla.archive.database.Sql;
import org.medulla.cytology.job.MedullaException;

/**
 * The tables that answer questions fast, {@code cell_index} and {@code class_count}. They follow from the facts and are changed
 * in the same transaction.
 */
public final class CellIndex {
    private static final String INSERT = Sql.of(CellIndex.class, "index-insert");
    private static final String COUNT = Sql.of(CellIndex.class, "index-count");
    private static final String CONTRADICTED = Sql.of(CellIndex.class, "index-contradicted");
    private static final String CURRENT = Sql.of(CellIndex.class, "index-current");
    private static final String RECLASSIFY = Sql.of(CellIndex.class, "index-reclassify");

    private final Handle handle;
    private final ClassesNow classesNow;
    private final List<Entry> added = new ArrayList<>();
    private final List<Long> contradicted = new ArrayList<>();
    private final Map<Group, Long> counts = new TreeMap<>();

    /** Collects changes inside a write transaction. */
    public CellIndex(Handle handle) {
        this.handle = handle;
        this.classesNow = ClassesNow.of(handle);
    }

    /** Notes a new cell. */
    public void add(long cellId, String classCode, String source, String fileName, CellDetails details) {
        String shown = classesNow.shown(classCode);
        added.add(new Entry(cellId, shown, source, fileName, details));
        counts.merge(new Group(source, shown), 1L, Long::sum);
    }

    /** Whether cells of two classes show as the same one, since one was merged into the other. */
    public boolean areOne(String classCode, String otherCode) {
        return classesNow.shown(classCode).equals(classesNow.shown(otherCode));
    }

    /** Notes that a cell's image was filed under another class too. */
    public void contradicted(long cellId) {
        contradicted.add(cellId);
    }

    /**
     * Gives cells their current classes at once.
     *
     * @param classes the class written down for each cell by its number; one that was merged into another shows as that
     * @throws MedullaException USER when one of the cells is not there
     */
    public void reclassify(Map<Long, String> classes) {
        try (PreparedStatement current = handle.getConnection().prepareStatement(CURRENT);
                PreparedStatement change = handle.getConnection().prepareStatement(RECLASSIFY)) {
            for (Map.Entry<Long, String> cell : classes.entrySet()) {
                reclassify(cell.getKey(), classesNow.shown(cell.getValue()), current, change);
            }
            change.executeBatch();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private void reclassify(long cellId, String classCode, PreparedStatement current, PreparedStatement change)
            throws SQLException {
        current.setLong(1, cellId);
        try (ResultSet before = current.executeQuery()) {
            if (!before.next()) {
                throw MedullaException.user(
                        "There is no cell " + cellId + ": list the cells with `medulla cells`; nothing was stored.");
            }
            String source = before.getString("source");
            counts.merge(new Group(source, before.getString("class_code")), -1L, Long::sum);
            counts.merge(new Group(source, classCode), 1L, Long::sum);
        }
        change.setString(1, classCode);
        change.setLong(2, cellId);
        change.addBatch();
    }

    /** Writes what was noted. */
    public void write() {
        writeAdded();
        writeContradicted();
        writeCounts();
    }

    // Through JDBC itself, as facts are.
    private void writeAdded() {
        try (PreparedStatement batch = handle.getConnection().prepareStatement(INSERT)) {
            for (Entry entry : added) {
                batch.setLong(1, entry.cellId);
                batch.setString(2, entry.classCode);
                batch.setString(3, entry.source);
                batch.setString(4, entry.fileName);
                batch.setString(5, orNull(entry.details.patient()));
                batch.setString(6, orNull(entry.details.smear()));
                batch.setString(7, orNull(entry.details.diagnosis()));
                batch.addBatch();
            }
            batch.executeBatch();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private void writeContradicted() {
        for (long cellId : contradicted) {
            handle.createUpdate(CONTRADICTED).bind("cell_id", cellId).execute();
        }
    }

    private void writeCounts() {
        counts.forEach((group, change) -> handle.createUpdate(COUNT)
                .bind("source", group.source)
                .bind("class_code", group.classCode)
                .bind("cells", change)
                .execute());
    }

    private static @Nullable String orNull(Optional<String> value) {
        return value.orElse(null);
    }

    private record Entry(long cellId, String classCode, String source, String fileName, CellDetails details) {}

    private record Group(String source, String classCode) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : classCode.compareTo(other.classCode);
        }
    }
}

package org.medulla.archive.copy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.database.Tables;
import org.medulla.cytology.job.Progress;

/** Brings the rows of all tables that a transaction sees into another database: facts that are not there, and the rest anew. */
final class RowCopy {
    private static final int BATCH = 1_000;
    private static final Set<String> APPENDED = Stream.concat(
                    Stream.of("audit"), Arrays.stream(FactTable.values()).map(FactTable::tableName))
            .collect(Collectors.toUnmodifiableSet());

    private final Handle here;
    private final Handle there;

    RowCopy(Handle here, Handle there) {
        this.here = here;
        this.there = there;
    }

    /** Copies and says how many rows. */
    long run(Progress progress) {
        List<String> tables = Tables.inOrder(there);
        List<Source> sources = new ArrayList<>();
        for (String table : tables) {
            sources.add(
                    APPENDED.contains(table)
                            ? new Source(table, " where id > " + lastId(table) + " order by id")
                            : new Source(table, ""));
        }
        long rows = sources.stream().mapToLong(this::count).sum();
        for (String table : tables.reversed()) {
            if (!APPENDED.contains(table)) {
                there.execute("delete from " + table);
            }
        }
        try (Progress.Stage stage = progress.stage("Copying rows", rows)) {
            sources.forEach(source -> copy(source, stage));
        }
        return rows;
    }

    private void copy(Source source, Progress.Stage stage) {
        try (PreparedStatement select =
                        here.getConnection().prepareStatement("select * from " + source.table() + source.which());
                ResultSet rows = select.executeQuery();
                PreparedStatement insert =
                        there.getConnection().prepareStatement(insert(source.table(), rows.getMetaData()))) {
            int columns = rows.getMetaData().getColumnCount();
            int waiting = 0;
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    insert.setObject(column, rows.getObject(column));
                }
                insert.addBatch();
                if (++waiting == BATCH) {
                    insert.executeBatch();
                    stage.advance(waiting);
                    waiting = 0;
                }
            }
            insert.executeBatch();
            stage.advance(waiting);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private static String insert(String table, ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnName(column));
        }
        return "insert into " + table + "(" + String.join(", ", names) + ") values ("
                + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
    }

    private long lastId(String table) {
        return there.createQuery("select coalesce(max(id), 0) from " + table)
                .mapTo(Long.class)
                .one();
    }

    private long count(Source source) {
        String unordered = source.which().replace(" order by id", "");
        return here.createQuery("select count(*) from " + source.table() + unordered)
                .mapTo(Long.class)
                .one();
    }

    /**
     * Rows to be copied.
     *
     * @param which which of the table's rows and in which order, as a query has it
     */
    private record Source(String table, String which) {}
}

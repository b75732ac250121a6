package org.medulla.archive.verification;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.digest.RowDigest;

/** Walks the rows of a fact table in the order of their numbers. */
final class RowCursor implements AutoCloseable {
    private final FactTable table;
    private final List<String> columns;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private boolean there;

    RowCursor(Handle handle, FactTable table) {
        this.table = table;
        this.columns = table.columns();
        try {
            this.statement = handle.getConnection()
                    .prepareStatement("select " + String.join(", ", columns) + ", row_digest from " + table.tableName()
                            + " order by id");
            this.rows = statement.executeQuery();
            this.there = rows.next();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    boolean isAt(long id) {
        return there && id() == id;
    }

    boolean isBefore(long id) {
        return there && id() < id;
    }

    String which() {
        return table.tableName() + " " + id();
    }

    byte[] rowDigest() {
        try {
            return rows.getBytes("row_digest");
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    byte[] computedDigest() {
        SortedMap<String, Object> content = new TreeMap<>();
        try {
            for (int i = 0; i < columns.size(); i++) {
                Object value = rows.getObject(i + 1);
                if (value != null) {
                    content.put(columns.get(i), value);
                }
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
        return RowDigest.of(table.tableName(), content);
    }

    void advance() {
        try {
            there = rows.next();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private long id() {
        try {
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    @Override
    public void close() {
        try {
            rows.close();
            statement.close();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }
}

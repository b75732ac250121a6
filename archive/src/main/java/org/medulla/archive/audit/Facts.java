package org.medulla.archive.audit;

import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.digest.RowDigest;

/**
 * The facts of one transaction, written together under one audit entry. Rows get their numbers as they are added, so that rows
 * of the same batch can refer to one another; {@link #commit} then writes them all.
 */
public final class Facts {
    private final Handle handle;
    private final Instant now;
    private final long auditId;
    private final Map<FactTable, Pending> pending = new EnumMap<>(FactTable.class);

    /** Begins a batch inside a write transaction. */
    public Facts(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
        this.auditId = lastId("audit") + 1;
    }

    /** The time that all facts of the batch bear. */
    public String now() {
        return now.toString();
    }

    /** Adds a row and gives it the next number of its table. */
    public long add(FactTable table, Row row) {
        Pending rows = pending.computeIfAbsent(table, t -> new Pending(lastId(t.tableName()) + 1));
        long id = rows.nextId();
        row.integer("id", id).integer("audit_id", auditId);
        rows.rows.add(row);
        return id;
    }

    /**
     * Writes the rows and the audit entry that covers them; nothing when there are no rows.
     *
     * @param action what was done: "import", "freeze"
     * @param subject what it was done to or with
     */
    public void commit(String action, String subject) {
        if (pending.isEmpty()) {
            return;
        }
        MessageDigest all = Digest.sha256();
        List<String> ranges = new ArrayList<>();
        pending.forEach((table, rows) -> {
            rows.rows.forEach(row -> all.update(rows.digest(table, row)));
            ranges.add("\"" + table.tableName() + "\":[" + rows.firstId + "," + (rows.nextId() - 1) + "]");
        });
        AuditChain.append(
                handle, auditId, now.toString(), action, subject, "{" + String.join(",", ranges) + "}", all.digest());
        pending.forEach(this::insert);
    }

    // Through JDBC itself: Jdbi's binding by the type of each argument took a third of the time of an import.
    private void insert(FactTable table, Pending rows) {
        List<String> columns = table.columns();
        try (PreparedStatement batch = handle.getConnection().prepareStatement(table.insert())) {
            for (int i = 0; i < rows.rows.size(); i++) {
                for (int column = 0; column < columns.size(); column++) {
                    batch.setObject(column + 1, rows.rows.get(i).columns().get(columns.get(column)));
                }
                batch.setBytes(columns.size() + 1, rows.digests.get(i));
                batch.addBatch();
            }
            batch.executeBatch();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private long lastId(String table) {
        return handle.createQuery("select coalesce(max(id), 0) from " + table)
                .mapTo(Long.class)
                .one();
    }

    /** The rows of one table that wait to be written. */
    private static final class Pending {
        private final long firstId;
        private final List<Row> rows = new ArrayList<>();
        private final List<byte[]> digests = new ArrayList<>();

        Pending(long firstId) {
            this.firstId = firstId;
        }

        long nextId() {
            return firstId + rows.size();
        }

        byte[] digest(FactTable table, Row row) {
            byte[] digest = RowDigest.of(table.tableName(), row.columns());
            digests.add(digest);
            return digest;
        }
    }
}

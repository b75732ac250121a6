package org.medulla.archive.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.digest.RowDigest;

/**
 * The SHA-256 of what an archive holds, whenever and in however many goes it came there: every fact and derived row without
 * its times and its audit entry, and the digests and lengths of the blobs that rows name. An import that was killed and resumed gives the same
 * as one that was not.
 */
public final class StateDigest {
    private static final Set<String> LEFT_OUT =
            Set.of("audit_id", "row_digest", "at", "started", "finished", "imported", "created");
    private static final List<String> DERIVED = List.of(
            "cell_index", "class_count", "dataset_item", "split_item", "session_item", "prediction", "class_map");

    private static final String NAMED = Sql.of(StateDigest.class, "named-bytes");

    private StateDigest() {}

    /** The digest of the state now. */
    public static Digest of(Database database, Blobs blobs) {
        return database.read(pooled -> pooled.inTransaction(handle -> of(handle, blobs)));
    }

    /** The digest of the state that a transaction sees. */
    public static Digest of(Handle handle, Blobs blobs) {
        MessageDigest all = Digest.sha256();
        for (FactTable table : FactTable.values()) {
            add(handle, table.tableName(), all);
        }
        DERIVED.forEach(table -> add(handle, table, all));
        Set<Digest> named = new HashSet<>();
        handle.createQuery(NAMED)
                .map((row, context) -> new Digest(row.getString("digest")))
                .forEach(named::add);
        SortedMap<Digest, Long> lengths = new TreeMap<>();
        blobs.forEach((digest, length) -> {
            if (named.contains(digest)) {
                lengths.put(digest, length);
            }
        });
        lengths.forEach(
                (digest, length) -> all.update((digest + " " + length + "\n").getBytes(StandardCharsets.UTF_8)));
        return Digest.ofRaw(all.digest());
    }

    private static void add(Handle handle, String table, MessageDigest all) {
        try (Statement statement = handle.getConnection().createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table + " order by 1, 2")) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                SortedMap<String, Object> content = new TreeMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    Object value = rows.getObject(i);
                    if (value != null && !LEFT_OUT.contains(columns.getColumnName(i))) {
                        content.put(columns.getColumnName(i), value);
                    }
                }
                all.update(RowDigest.of(table, content));
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }
}

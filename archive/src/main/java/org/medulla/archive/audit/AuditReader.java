package org.medulla.archive.audit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.medulla.archive.database.Json;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;

/** Reads audit entries from their rows. */
public final class AuditReader {
    private static final String ALL = Sql.of(AuditReader.class, "all");

    static final RowMapper<AuditEntry> ENTRY = (result, context) -> new AuditEntry(
            result.getLong("id"),
            result.getString("at"),
            result.getString("action"),
            result.getString("subject"),
            result.getString("rows"),
            Digest.ofRaw(result.getBytes("rows_digest")),
            Digest.ofRaw(result.getBytes("previous")),
            Digest.ofRaw(result.getBytes("digest")));

    private AuditReader() {}

    /** Every entry, the first one first. */
    public static List<AuditEntry> all(Handle handle) {
        return handle.createQuery(ALL).map(ENTRY).list();
    }

    /** The rows that an entry covers, by table. */
    public static Map<FactTable, Range> ranges(AuditEntry entry) {
        Map<FactTable, Range> ranges = new EnumMap<>(FactTable.class);
        Map<String, List<Long>> byName = Json.readRanges(entry.rows());
        for (FactTable table : FactTable.values()) {
            List<Long> range = byName.get(table.tableName());
            if (range != null) {
                ranges.put(table, new Range(range.getFirst(), range.getLast()));
            }
        }
        return ranges;
    }

    /**
     * Rows that were numbered one after the other.
     *
     * @param first the first row's number
     * @param last the last row's number
     */
    public record Range(long first, long last) {}
}

package org.medulla.archive.audit;

import java.util.List;
import java.util.Optional;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;

/**
 * The log of everything that was written to an archive. Whoever notes the last entry's digest elsewhere, on paper for
 * instance, can prove later that nothing before it was changed.
 */
public final class Audit {
    private static final String LAST = Sql.of(Audit.class, "last");
    private static final String PAGE = Sql.of(Audit.class, "page");

    private final Database database;

    /** Reads the log of a database. */
    public Audit(Database database) {
        this.database = database;
    }

    /** The last entry; none in an empty archive. */
    public Optional<AuditEntry> last() {
        return database.read(h -> h.createQuery(LAST).map(AuditReader.ENTRY).findOne());
    }

    /** Up to {@code limit} entries that come after the one with that number, in order; 0 starts at the first. */
    public List<AuditEntry> after(long id, int limit) {
        return database.read(h -> h.createQuery(PAGE)
                .bind("id", id)
                .bind("limit", limit)
                .map(AuditReader.ENTRY)
                .list());
    }
}

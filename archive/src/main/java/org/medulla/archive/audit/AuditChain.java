package org.medulla.archive.audit;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.digest.RowDigest;

/** How audit entries hang together: each holds the digest of the one before and the digest of its own content. */
public final class AuditChain {
    private static final String APPEND = Sql.of(AuditChain.class, "append");
    private static final String LAST = Sql.of(AuditChain.class, "last");

    /** What the first entry holds as the digest before it. */
    public static final Digest START = new Digest("0".repeat(64));

    private AuditChain() {}

    static void append(
            Handle handle, long id, String at, String action, String subject, String rows, byte[] rowsDigest) {
        Digest previous = handle.createQuery(LAST)
                .map((result, context) -> Digest.ofRaw(result.getBytes("digest")))
                .findOne()
                .orElse(START);
        Digest digest = digestOf(id, at, action, subject, rows, Digest.ofRaw(rowsDigest), previous);
        handle.createUpdate(APPEND)
                .bind("id", id)
                .bind("at", at)
                .bind("action", action)
                .bind("subject", subject)
                .bind("rows", rows)
                .bind("rows_digest", rowsDigest)
                .bind("previous", previous.raw())
                .bind("digest", digest.raw())
                .execute();
    }

    /** What the digest of an entry with that content must be. */
    public static Digest digestOf(
            long id, String at, String action, String subject, String rows, Digest rowsDigest, Digest previous) {
        SortedMap<String, Object> content = new TreeMap<>();
        content.put("id", id);
        content.put("at", at);
        content.put("action", action);
        content.put("subject", subject);
        content.put("rows", rows);
        content.put("rows_digest", rowsDigest.raw());
        content.put("previous", previous.raw());
        return Digest.ofRaw(RowDigest.of("audit", content));
    }
}

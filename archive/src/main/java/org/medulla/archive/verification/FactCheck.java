package org.medulla.archive.verification;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.audit.AuditChain;
import org.medulla.archive.audit.AuditEntry;
import org.medulla.archive.audit.AuditReader;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.database.Database;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.Progress;

/**
 * Follows the audit log from its start: each entry's own digest and the one before, and for each the rows it covers, whose
 * content is digested again. A row's number says which are missing, since they are given without gaps.
 */
final class FactCheck {
    private final Findings findings;

    FactCheck(Findings findings) {
        this.findings = findings;
    }

    static void run(Database database, Findings findings, Progress progress) {
        database.read(pooled -> pooled.inTransaction(handle -> {
            new FactCheck(findings).run(handle, progress);
            return findings;
        }));
    }

    /** Checks what a transaction sees. */
    void run(Handle handle, Progress progress) {
        Map<FactTable, RowCursor> cursors = new HashMap<>();
        try (Progress.Stage stage = progress.stage("Checking rows", count(handle))) {
            for (FactTable table : FactTable.values()) {
                cursors.put(table, new RowCursor(handle, table));
            }
            Digest previous = AuditChain.START;
            long expectedId = 1;
            for (AuditEntry entry : AuditReader.all(handle)) {
                checkEntry(entry, expectedId, previous);
                checkRows(entry, cursors, stage);
                previous = entry.digest();
                expectedId = entry.id() + 1;
            }
            cursors.values().forEach(this::reportRest);
        } finally {
            cursors.values().forEach(RowCursor::close);
        }
    }

    private void checkEntry(AuditEntry entry, long expectedId, Digest previous) {
        findings.auditEntries.incrementAndGet();
        Digest computed = AuditChain.digestOf(
                entry.id(),
                entry.at(),
                entry.action(),
                entry.subject(),
                entry.rows(),
                entry.rowsDigest(),
                entry.previous());
        if (!computed.equals(entry.digest())) {
            broken(entry, "was changed");
        }
        if (entry.id() != expectedId) {
            broken(entry, "follows on a gap: entries " + expectedId + " to " + (entry.id() - 1) + " were removed");
        } else if (!entry.previous().equals(previous)) {
            broken(entry, "does not follow on the entry before it");
        }
    }

    private void checkRows(AuditEntry entry, Map<FactTable, RowCursor> cursors, Progress.Stage stage) {
        MessageDigest covered = Digest.sha256();
        boolean explained = false;
        for (Map.Entry<FactTable, AuditReader.Range> rows :
                AuditReader.ranges(entry).entrySet()) {
            RowCursor cursor = cursorOf(cursors, rows.getKey());
            for (long id = rows.getValue().first(); id <= rows.getValue().last(); id++) {
                explained |= checkRow(rows.getKey(), cursor, id, covered);
                stage.advance(1);
            }
        }
        if (!explained && !Digest.ofRaw(covered.digest()).equals(entry.rowsDigest())) {
            broken(entry, "covers other rows than there are: some were rewritten together with their digests");
        }
    }

    // Says whether it reported the row, which then explains why the entry's digest of its rows differs.
    private boolean checkRow(FactTable table, RowCursor cursor, long id, MessageDigest covered) {
        reportUncovered(cursor, id);
        if (!cursor.isAt(id)) {
            findings.add(
                    Finding.Kind.DELETED_ROW,
                    table.tableName() + " " + id,
                    "The row was removed; restore the home from a copy.");
            return true;
        }
        findings.rows.incrementAndGet();
        byte[] written = cursor.rowDigest();
        covered.update(written);
        boolean edited = !Arrays.equals(cursor.computedDigest(), written);
        if (edited) {
            findings.add(
                    Finding.Kind.EDITED_ROW,
                    table.tableName() + " " + id,
                    "The row's content was changed after it was written; restore the home from a copy.");
        }
        cursor.advance();
        return edited;
    }

    private void reportUncovered(RowCursor cursor, long before) {
        while (cursor.isBefore(before)) {
            findings.add(
                    Finding.Kind.ADDED_ROW,
                    cursor.which(),
                    "The row is covered by no audit entry: it was not written by Medulla.");
            cursor.advance();
        }
    }

    private void reportRest(RowCursor cursor) {
        reportUncovered(cursor, Long.MAX_VALUE);
    }

    private void broken(AuditEntry entry, String words) {
        findings.add(
                Finding.Kind.BROKEN_AUDIT,
                "audit " + entry.id(),
                "The entry of " + entry.at() + " (" + entry.action() + ") " + words
                        + "; restore the home from a copy.");
    }

    private static RowCursor cursorOf(Map<FactTable, RowCursor> cursors, FactTable table) {
        RowCursor cursor = cursors.get(table);
        if (cursor == null) {
            throw new IllegalStateException("No cursor for " + table);
        }
        return cursor;
    }

    private static long count(Handle handle) {
        long rows = 0;
        for (FactTable table : FactTable.values()) {
            rows += handle.createQuery("select count(*) from " + table.tableName())
                    .mapTo(Long.class)
                    .one();
        }
        return rows;
    }
}

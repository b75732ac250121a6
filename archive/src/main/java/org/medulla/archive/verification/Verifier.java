package org.medulla.archive.verification;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.database.Database;
import org.medulla.cytology.job.Progress;

/**
 * Computes every digest of an archive again and compares it with what was written: the database's own check, the rows and the
 * audit log, dataset versions, reading sessions, the index, and the bytes of every blob and of every file that was imported in place. It changes
 * nothing.
 *
 * <p>What it cannot see: the last entries of the audit log removed together with all their rows, or the whole log written anew.
 * Against that, keep the digest of {@link org.medulla.archive.audit.Audit#last} elsewhere.
 */
public final class Verifier {
    private final Database database;
    private final Blobs blobs;

    /** Verifies what a database and its blobs hold. */
    public Verifier(Database database, Blobs blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /** What is not as it was written in the rows and the audit log that a transaction sees. */
    public static List<Finding> rowsOf(Handle handle, Progress progress) {
        Findings findings = new Findings();
        new FactCheck(findings).run(handle, progress);
        return findings.report().findings();
    }

    /** Looks at everything; cancelled through its progress. */
    public VerificationReport verify(Progress progress) {
        Findings findings = new Findings();
        DatabaseCheck.run(database, findings);
        FactCheck.run(database, findings, progress);
        new DatasetCheck(database, blobs, findings).run(progress);
        new ItemCheck(database, findings).run();
        new IndexCheck(database, findings).run(progress);
        new ByteCheck(database, blobs, findings).run(progress);
        return findings.report();
    }
}

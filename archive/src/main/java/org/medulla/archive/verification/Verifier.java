package org.medulla.archive.verification;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.contribution.Contributions;
import org.medulla.archive.database.Database;
import org.medulla.cytology.job.Progress;

/**
 * Computes every digest of an archive again and compares it with what was written: the database's own check, the rows and the
 * audit log, dataset versions, reading sessions, the nomenclature, the index, and the bytes of every blob, of every file that was imported in
 * place and of every contributed picture that waits. It changes nothing.
 *
 * <p>What it cannot see: the last entries of the audit log removed together with all their rows, or the whole log written anew.
 * Against that, keep the digest of {@link org.medulla.archive.audit.Audit#last} elsewhere.
 */
public final class Verifier {
    private final Database database;
    private final Blobs blobs;
    private final Contributions contributions;

    /** Verifies what a database, its blobs and the inbox hold. */
    public Verifier(Database database, Blobs blobs, Contributions contributions) {
        this.database = database;
        this.blobs = blobs;
        this.contributions = contributions;
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
        new NomenclatureCheck(database, findings).run();
        new IndexCheck(database, findings).run(progress);
        new ByteCheck(database, blobs, findings).run(progress);
        new ContributionCheck(contributions, findings).run(progress);
        return findings.report();
    }
}

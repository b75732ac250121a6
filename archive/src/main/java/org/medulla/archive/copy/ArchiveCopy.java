package org.medulla.archive.copy;

import org.jdbi.v3.core.Handle;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.verification.StateDigest;
import org.medulla.archive.verification.Verifier;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

/**
 * Brings an archive to another place as it is at one moment, while others go on writing to it. A place with an earlier copy gains
 * what is new since; one with anything else is refused.
 *
 * <p>Blobs go first, one by one: after a kill those that arrived are not sent again. Rows follow from one snapshot, in one
 * transaction, which is kept only when the log there hangs together and the state is the same: who looks there sees all of the
 * archive or none of it.
 */
public final class ArchiveCopy {
    private static final String LAST = Sql.of(ArchiveCopy.class, "last-entry");
    private static final String SAME = Sql.of(ArchiveCopy.class, "same-entry");

    private final Database from;
    private final Blobs fromBlobs;
    private final Database to;
    private final Blobs toBlobs;

    /** Copies from a database and its blobs to others. */
    public ArchiveCopy(Database from, Blobs fromBlobs, Database to, Blobs toBlobs) {
        this.from = from;
        this.fromBlobs = fromBlobs;
        this.to = to;
        this.toBlobs = toBlobs;
    }

    /**
     * Copies what is not there yet.
     *
     * @throws MedullaException USER when something else is there, DATA when the archive is damaged, RESOURCES when a disk or a
     *     server refuses
     */
    public CopyReport run(Progress progress) {
        if (from.where().equals(to.where())) {
            throw MedullaException.user("The archive is in " + to.where() + " already: name another place.");
        }
        from.read(here -> to.read(there -> refuseAnother(here, there)));
        BlobCopy blobs = new BlobCopy(fromBlobs, toBlobs);
        blobs.copy(from.read(BlobCopy::named), progress);
        return from.read(pooled -> pooled.inTransaction(here -> {
            blobs.copy(BlobCopy.named(here), progress);
            return to.write(there -> rows(here, there, blobs, progress));
        }));
    }

    private CopyReport rows(Handle here, Handle there, BlobCopy blobs, Progress progress) {
        refuseAnother(here, there);
        long rows = new RowCopy(here, there).run(progress);
        Verifier.rowsOf(there, progress).stream().findFirst().ifPresent(finding -> {
            throw MedullaException.data(
                    "The archive is not as it was written (" + finding.which() + ": " + finding.words()
                            + "); nothing was stored in " + to.where() + ". `medulla verify` shows everything.");
        });
        Digest state = StateDigest.of(here, fromBlobs);
        Digest copied = StateDigest.of(there, toBlobs);
        if (!copied.equals(state)) {
            throw MedullaException.data("The copy has the state " + copied + ", the archive " + state
                    + ": nothing was stored in " + to.where() + ". Run `medulla verify` on the archive.");
        }
        return new CopyReport(rows, blobs.blobs(), blobs.bytes(), blobs.inPlace(), state);
    }

    // Each entry of the log stands for all before it, so one that both have tells that there is an earlier copy.
    private boolean refuseAnother(Handle here, Handle there) {
        there.createQuery(LAST)
                .map((row, context) -> new Entry(row.getLong("id"), Digest.ofRaw(row.getBytes("digest"))))
                .findOne()
                .filter(last -> here.createQuery(SAME)
                        .bind("id", last.id())
                        .map((row, context) -> Digest.ofRaw(row.getBytes("digest")))
                        .findOne()
                        .filter(last.digest()::equals)
                        .isEmpty())
                .ifPresent(last -> {
                    throw MedullaException.user(
                            to.where() + " holds another archive, or more than this one (entry " + last.id()
                                    + " of its log is not here): name a place that is empty or holds an earlier copy.");
                });
        return true;
    }

    private record Entry(long id, Digest digest) {}
}

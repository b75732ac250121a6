package org.medulla.archive.intake;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.JobLock;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.cytology.job.MedullaException;

/**
 * One import into an archive, alone on its home. It can be killed at any moment: run again with the same plan and the same
 * files in the same order it goes on where it stopped, and ends in the same state as an undisturbed run.
 *
 * <p>The order of work, for each file of the layout: ask {@link #known}; read and decode what is not, in as many threads as
 * there are, each giving its bytes to {@link #keep}; hand the outcomes to {@link #store} in batches of some thousand, <em>in the
 * layout's order</em> (the first path of an image, and the first class, are the ones that count); at the end {@link #finish}.
 * {@code keep} and {@code known} are safe for use by many threads; {@code store} is called by one at a time.
 */
public final class Intake implements AutoCloseable {
    private final ImportPlan plan;
    private final Database database;
    private final Blobs blobs;
    private final InstantSource clock;
    private final JobLock lock;
    private final ImportRun run;
    private final KnownFiles known;
    private final IntakeBatch batch;

    private Intake(ImportPlan plan, Database database, Blobs blobs, InstantSource clock, JobLock lock) {
        this.plan = plan;
        this.database = database;
        this.blobs = blobs;
        this.clock = clock;
        this.lock = lock;
        this.run = ImportRun.beginOrResume(database, plan, clock);
        this.known = KnownFiles.load(database, blobs, plan, run);
        this.batch = new IntakeBatch(plan, run.id());
    }

    /**
     * Begins an import, or resumes the unfinished one with the same plan.
     *
     * @throws MedullaException USER while another import runs on the home
     */
    public static Intake open(ImportPlan plan, Database database, Blobs blobs, InstantSource clock) {
        JobLock lock = database.lock("import");
        try {
            return new Intake(plan, database, blobs, clock, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Whether an unfinished import is being resumed. */
    public boolean resumed() {
        return run.resumed();
    }

    /**
     * Whether a file was taken in before under the same class and has not changed since, or was set aside earlier in this very
     * import; such a file need not be read again.
     */
    public boolean known(LabelledFile file, FileStamp stamp) {
        return known.contains(file, stamp);
    }

    /**
     * Names the bytes of a file by their digest and, unless files stay in place, stores them as a blob. Call it for an image
     * that decoded well, before it is stored.
     *
     * @throws MedullaException RESOURCES when the disk is full
     */
    public Digest keep(byte[] bytes) {
        Digest digest = Digest.of(bytes);
        if (!plan.inPlace()) {
            blobs.put(digest, bytes);
        }
        return digest;
    }

    /** Writes a batch in one transaction; when it returns, the batch survives a kill. */
    public void store(List<Incoming> incoming) {
        store(incoming, "import", plan.source(), facts -> {});
    }

    /**
     * Writes a batch in one transaction with further facts that come to be with it.
     *
     * @param action what is done, for the audit log
     * @param subject what it is done to or with
     * @param alongside adds the further facts
     */
    public void store(List<Incoming> incoming, String action, String subject, Consumer<Facts> alongside) {
        if (incoming.isEmpty()) {
            return;
        }
        database.write(handle -> {
            Facts facts = new Facts(handle, clock.instant());
            batch.store(handle, facts, incoming);
            alongside.accept(facts);
            facts.commit(action, subject);
            return incoming.size();
        });
    }

    /** Writes cells of another archive in one transaction, with their readings as they were there. */
    public void restore(List<RestoredCell> cells) {
        if (cells.isEmpty()) {
            return;
        }
        database.write(handle -> {
            Facts facts = new Facts(handle, clock.instant());
            new RestoreBatch(run.id()).store(handle, facts, cells);
            facts.commit("restore", plan.source());
            return cells.size();
        });
    }

    /** Ends the import: sweeps what interrupted runs left behind, writes the totals, and brings everything onto the disk. */
    public ImportSummary finish() {
        lock.confirm();
        if (run.resumed()) {
            BlobSweep.sweep(database, blobs);
        }
        ImportTotals totals = ImportTotals.of(database, run.id());
        database.write(handle -> {
            Facts facts = new Facts(handle, clock.instant());
            facts.add(FactTable.IMPORT_END, totals.row(run.id()).text("finished", facts.now()));
            facts.commit("import finished", plan.source());
            return run.id();
        });
        database.checkpoint();
        return new Imports(database).summary(run.id(), known.earlier());
    }

    /** Lets go of the home. Without {@link #finish} the import stays unfinished, to be resumed. */
    @Override
    public void close() {
        lock.close();
    }
}

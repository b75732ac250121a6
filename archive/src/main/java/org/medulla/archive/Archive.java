package org.medulla.archive;

import java.nio.file.Path;
import java.time.InstantSource;
import org.medulla.archive.annotation.Annotations;
import org.medulla.archive.audit.Audit;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.cell.CellImages;
import org.medulla.archive.cell.Cells;
import org.medulla.archive.contribution.Contributions;
import org.medulla.archive.copy.ArchiveCopy;
import org.medulla.archive.copy.CopyReport;
import org.medulla.archive.database.Database;
import org.medulla.archive.dataset.Datasets;
import org.medulla.archive.dataset.Splits;
import org.medulla.archive.decision.Decisions;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.intake.Imports;
import org.medulla.archive.intake.Intake;
import org.medulla.archive.model.Models;
import org.medulla.archive.nomenclature.Nomenclatures;
import org.medulla.archive.patch.Patching;
import org.medulla.archive.prediction.Embeddings;
import org.medulla.archive.prediction.Predictions;
import org.medulla.archive.search.CellSearch;
import org.medulla.archive.session.Sessions;
import org.medulla.archive.verification.StateDigest;
import org.medulla.archive.verification.VerificationReport;
import org.medulla.archive.verification.Verifier;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * The database of cell images: facts in {@code medulla.sqlite} in a home or on a PostgreSQL server, bytes in {@code blobs/} in
 * a home or in an S3 bucket, as its {@link Place} says. Several processes may have it open; reading is never blocked, writing is one at a time. Safe for use by many threads.
 */
public final class Archive implements AutoCloseable {
    private final Place place;
    private final InstantSource clock;
    private final Database database;
    private final Blobs blobs;

    private Archive(Place place, InstantSource clock) {
        this.place = place;
        this.clock = clock;
        this.database = place.openDatabase();
        this.blobs = place.openBlobs();
    }

    /** Opens the archive in a home, with the time of the system. */
    public static Archive open(Path home) {
        return open(home, InstantSource.system());
    }

    /**
     * Opens the archive in a home, which is made when it is not there.
     *
     * @param clock what tells the time of each fact
     * @throws MedullaException USER when a newer Medulla wrote the home, DATA when it is damaged, RESOURCES when the disk refuses
     */
    public static Archive open(Path home, InstantSource clock) {
        return open(Place.home(home), clock);
    }

    /** Opens an archive wherever it is, with the time of the system. */
    public static Archive open(Place place) {
        return open(place, InstantSource.system());
    }

    /**
     * Opens an archive wherever it is; tables and folders are made when they are not there.
     *
     * @param clock what tells the time of each fact
     * @throws MedullaException USER when a newer Medulla wrote it or the place names what is not there, DATA when it is damaged,
     *     RESOURCES when a disk or a server refuses
     */
    public static Archive open(Place place, InstantSource clock) {
        return new Archive(place, clock);
    }

    /** Where it is. */
    public Place place() {
        return place;
    }

    /** The folder it lives in, absolute. */
    public Path home() {
        return place.home();
    }

    /** The cells: one by one, by pages, counted. */
    public Cells cells() {
        return new Cells(database);
    }

    /** The bytes of cell images, wherever they are kept. */
    public CellImages images() {
        return new CellImages(database, blobs);
    }

    /** The bytes of images, models and manifests. */
    public Blobs blobs() {
        return blobs;
    }

    /**
     * Begins an import, or resumes the unfinished one with the same plan.
     *
     * @throws MedullaException USER while another import runs on the home
     */
    public Intake intake(ImportPlan plan) {
        return Intake.open(plan, database, blobs, clock);
    }

    /** What other laboratories offer, and what was decided of it. */
    public Contributions contributions() {
        return new Contributions(database, place.home(), clock);
    }

    /** The classes that readers gave cells. */
    public Annotations annotations() {
        return new Annotations(database, clock);
    }

    /** The reading sessions, in which several readers name the same cells. */
    public Sessions sessions() {
        return new Sessions(database, clock);
    }

    /** What was decided of cells from several readings. */
    public Decisions decisions() {
        return new Decisions(database, clock);
    }

    /** Corrections of labels as files: made here, or applied and taken back. */
    public Patching patching() {
        return new Patching(database, clock);
    }

    /** What models gave cells. */
    public Predictions predictions() {
        return new Predictions(database, clock);
    }

    /** The embeddings by which models compare cells. */
    public Embeddings embeddings() {
        return new Embeddings(database);
    }

    /** Finds cells by any combination of what is known of them; reads an index into memory when it is first asked. */
    public CellSearch search() {
        return new CellSearch(database);
    }

    /** Its nomenclature now. */
    public Nomenclature nomenclature() {
        return nomenclatures().current();
    }

    /** How its nomenclature grew, and grows. */
    public Nomenclatures nomenclatures() {
        return new Nomenclatures(database, clock);
    }

    /** The dataset versions. */
    public Datasets datasets() {
        return new Datasets(database, blobs, clock);
    }

    /** The splits of dataset versions. */
    public Splits splits() {
        return new Splits(database, clock);
    }

    /** The models. */
    public Models models() {
        return new Models(database, blobs, clock);
    }

    /** What past imports brought. */
    public Imports imports() {
        return new Imports(database);
    }

    /** The log of everything that was written. */
    public Audit audit() {
        return new Audit(database);
    }

    /** Computes every digest again and says what is not as it was written; changes nothing. */
    public VerificationReport verify(Progress progress) {
        return new Verifier(database, blobs, contributions()).verify(progress);
    }

    /**
     * Brings this archive to another place as it is now, while others go on writing to it; a place with an earlier copy gains
     * what is new since.
     *
     * @throws MedullaException USER when something else is there, DATA when the archive is damaged
     */
    public CopyReport copyTo(Archive other, Progress progress) {
        return new ArchiveCopy(database, blobs, other.database, other.blobs).run(progress);
    }

    /** The digest of all contents but for times and the audit log: equal for two archives that hold the same. */
    public Digest stateDigest() {
        return StateDigest.of(database, blobs);
    }

    @Override
    public void close() {
        database.close();
    }
}

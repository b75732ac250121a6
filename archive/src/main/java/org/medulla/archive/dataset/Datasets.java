package org.medulla.archive.dataset;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.audit.Row;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.cell.CellFilter;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.nomenclature.Nomenclatures;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;

/** The dataset versions of an archive: freezes them and reads them back. */
public final class Datasets {
    private static final String CANDIDATES = Sql.of(Datasets.class, "candidates");
    private static final String CONTRADICTED = Sql.of(Datasets.class, "contradicted");
    private static final String INSERT_ITEM = Sql.of(Datasets.class, "insert-item");
    private static final String BY_NAME = Sql.of(Datasets.class, "by-name");
    private static final String LIST = Sql.of(Datasets.class, "list");
    private static final String ITEMS = Sql.of(Datasets.class, "items");
    private static final String NOMENCLATURE = Sql.of(Datasets.class, "nomenclature");

    private final Database database;
    private final Blobs blobs;
    private final InstantSource clock;

    /** Reads and writes the dataset versions of a database. */
    public Datasets(Database database, Blobs blobs, InstantSource clock) {
        this.database = database;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Dataset versions for reading only. */
    public static Datasets readingFrom(Database database, Blobs blobs) {
        return new Datasets(database, blobs, InstantSource.system());
    }

    /**
     * Freezes the cells that answer a query, with their current classes; cells without consensus have none and are left out. Freezing the same cells under the same name again
     * changes nothing.
     *
     * @throws MedullaException USER when the name is taken by other cells, or when no cell answers the query
     */
    public DatasetVersion freeze(String name, CellQuery query) {
        return freeze(name, query.describe(), query, _ -> true);
    }

    /**
     * Freezes the cells that were found for a question, as {@link #freeze(String, CellQuery)} does.
     *
     * @param question what was asked, in words that stay the same for the same question
     */
    public DatasetVersion freeze(String name, String question, Collection<CellId> found) {
        Set<CellId> wanted = new HashSet<>(found);
        return freeze(name, question, CellQuery.all(), wanted::contains);
    }

    private DatasetVersion freeze(String name, String question, CellQuery query, Predicate<CellId> wanted) {
        return database.write(handle -> {
            List<FrozenCell> cells = candidates(handle, query, wanted);
            if (cells.isEmpty()) {
                throw MedullaException.user("No cell answers the query (" + question
                        + "): see what there is with `medulla cells`, then freeze that.");
            }
            byte[] manifest = Manifest.write(cells);
            Digest digest = Digest.of(manifest);
            Optional<DatasetVersion> before = find(handle, name);
            if (before.isPresent()) {
                return sameAs(before.get(), digest);
            }
            blobs.put(digest, manifest);
            return write(handle, name, question, cells, digest);
        });
    }

    /**
     * Writes a version that was frozen elsewhere, with its name, digest and time. Its cells are here already; writing it again
     * changes nothing.
     *
     * @param cells in the order of the manifest, by their numbers here
     * @param nomenclature the version of the nomenclature that it was frozen with
     * @throws MedullaException USER when the name is taken by other cells, DATA when the cells do not make the version's digest
     */
    public DatasetVersion restore(DatasetVersion version, List<FrozenCell> cells, String nomenclature) {
        return database.write(handle -> {
            Optional<DatasetVersion> before = find(handle, version.name());
            if (before.isPresent()) {
                return sameAs(before.get(), version.digest());
            }
            byte[] manifest = Manifest.write(cells);
            if (!Digest.of(manifest).equals(version.digest())) {
                throw MedullaException.data("The cells of the dataset \"" + version.name()
                        + "\" do not make its digest here: some are in this home already under another file name, source,"
                        + " patient or smear. Import it into a home of its own with --home.");
            }
            blobs.put(version.digest(), manifest);
            insert(handle, version, "restore", grown(nomenclature), cells);
            return version;
        });
    }

    /** The version with that name. */
    public Optional<DatasetVersion> find(String name) {
        return database.read(handle -> find(handle, name));
    }

    /**
     * The version with that name.
     *
     * @throws MedullaException USER when there is none, naming those there are
     */
    public DatasetVersion get(String name) {
        return find(name).orElseThrow(() -> {
            List<String> names = list().stream().map(DatasetVersion::name).toList();
            return MedullaException.user("There is no dataset \"" + name + "\" ("
                    + (names.isEmpty() ? "there is none yet" : "there are " + String.join(", ", names))
                    + "): make it with `medulla freeze " + name + "`.");
        });
    }

    /** All versions, the oldest first. */
    public List<DatasetVersion> list() {
        return database.read(handle ->
                handle.createQuery(LIST).map((row, context) -> version(row)).list());
    }

    /** The cells of a version in the order of its manifest. */
    public List<FrozenCell> cells(DatasetVersion version) {
        return database.read(handle -> handle.createQuery(ITEMS)
                .bind("name", version.name())
                .map((row, context) -> cell(row, row.getInt("position")))
                .list());
    }

    /** The name of the nomenclature that a version was frozen with. */
    public String nomenclature(DatasetVersion version) {
        return database.read(handle -> handle.createQuery(NOMENCLATURE)
                .bind("name", version.name())
                .mapTo(String.class)
                .findOne()
                .orElse(Nomenclature.standard().version()));
    }

    /** The manifest of a version: a CSV that needs no Medulla to be read. */
    public byte[] manifest(DatasetVersion version) {
        return blobs.get(version.digest());
    }

    /** What the digest of a version's cells is now; it differs from its own when rows were changed. */
    public Digest computedDigest(DatasetVersion version) {
        return Digest.of(Manifest.write(cells(version)));
    }

    private static List<FrozenCell> candidates(Handle handle, CellQuery query, Predicate<CellId> wanted) {
        CellFilter filter = new CellFilter(query, true);
        Query candidates = handle.createQuery(CANDIDATES).define("filter", filter.clause());
        int[] position = {0};
        List<FrozenCell> cells = new ArrayList<>();
        filter.bind(candidates)
                .map((row, context) -> wanted.test(new CellId(row.getLong("cell_id")))
                        ? Optional.of(cell(row, position[0]++))
                        : Optional.<FrozenCell>empty())
                .forEach(found -> found.ifPresent(cells::add));
        return cells;
    }

    private DatasetVersion write(Handle handle, String name, String question, List<FrozenCell> cells, Digest digest) {
        Set<Long> contradicted =
                new HashSet<>(handle.createQuery(CONTRADICTED).mapTo(Long.class).list());
        long contradictions = cells.stream()
                .filter(cell -> contradicted.contains(cell.cell().value()))
                .count();
        DatasetVersion version =
                new DatasetVersion(name, digest, question, cells.size(), contradictions, clock.instant());
        insert(handle, version, "freeze", Nomenclatures.grownVersion(handle), cells);
        return version;
    }

    private void insert(
            Handle handle,
            DatasetVersion version,
            String action,
            Optional<String> nomenclature,
            List<FrozenCell> cells) {
        Facts facts = new Facts(handle, clock.instant());
        long id = facts.add(
                FactTable.DATASET,
                new Row()
                        .text("name", version.name())
                        .text("digest", version.digest().hex())
                        .text("query", version.query())
                        .integer("cells", version.cells())
                        .integer("contradictions", version.contradictions())
                        .text("created", version.created().toString())
                        .text("nomenclature", nomenclature));
        facts.commit(action, version.name());
        insertItems(handle, id, cells);
    }

    private static Optional<String> grown(String nomenclature) {
        return Optional.of(nomenclature)
                .filter(name -> !name.equals(Nomenclature.standard().version()));
    }

    private static void insertItems(Handle handle, long datasetId, List<FrozenCell> cells) {
        try (PreparedStatement batch = handle.getConnection().prepareStatement(INSERT_ITEM)) {
            for (FrozenCell cell : cells) {
                batch.setLong(1, datasetId);
                batch.setInt(2, cell.position());
                batch.setLong(3, cell.cell().value());
                batch.setString(4, cell.classCode());
                batch.addBatch();
            }
            batch.executeBatch();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private static DatasetVersion sameAs(DatasetVersion before, Digest digest) {
        if (!before.digest().equals(digest)) {
            throw MedullaException.user("The dataset \"" + before.name() + "\" was frozen on " + before.created()
                    + " with other cells or classes, and never changes: choose another name.");
        }
        return before;
    }

    private static Optional<DatasetVersion> find(Handle handle, String name) {
        return handle.createQuery(BY_NAME)
                .bind("name", name)
                .map((row, context) -> version(row))
                .findOne();
    }

    private static DatasetVersion version(ResultSet row) throws SQLException {
        return new DatasetVersion(
                row.getString("name"),
                new Digest(row.getString("digest")),
                row.getString("query"),
                row.getLong("cells"),
                row.getLong("contradictions"),
                Instant.parse(row.getString("created")));
    }

    private static FrozenCell cell(ResultSet row, int position) throws SQLException {
        return new FrozenCell(
                position,
                new CellId(row.getLong("cell_id")),
                new Digest(row.getString("sha256")),
                row.getString("class_code"),
                row.getString("file_name"),
                row.getString("source"),
                Optional.ofNullable(row.getString("patient")),
                Optional.ofNullable(row.getString("smear")));
    }
}

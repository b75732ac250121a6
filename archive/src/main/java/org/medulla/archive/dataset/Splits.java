package org.medulla.archive.dataset;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.audit.Row;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.dataset.Split;
import org.medulla.cytology.dataset.SplitPlan;
import org.medulla.cytology.dataset.SplitUnit;
import org.medulla.cytology.job.MedullaException;

/** The splits of dataset versions. A version may have several; the one stored last is the one in use. */
public final class Splits {
    private static final String OF_DATASET = Sql.of(Splits.class, "splits-of");
    private static final String INSERT_ITEM = Sql.of(Splits.class, "insert-split-item");
    private static final String FOLDS = Sql.of(Splits.class, "folds");
    private static final String DATASET_ID = Sql.of(Splits.class, "dataset-id");
    private static final String DIGESTS = Sql.of(Splits.class, "digests");

    private final Database database;
    private final InstantSource clock;

    /** Reads and writes the splits of a database. */
    public Splits(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Splits for reading only. */
    public static Splits readingFrom(Database database) {
        return new Splits(database, InstantSource.system());
    }

    /** Stores a split of a dataset version and puts it in use; storing the one in use again changes nothing. */
    public StoredSplit store(DatasetVersion version, Split split) {
        Optional<StoredSplit> inUse = newest(version);
        if (inUse.filter(stored -> stored.split().equals(split)).isPresent()) {
            return inUse.get();
        }
        return write(version, split, clock.instant());
    }

    /** Writes a split that was made elsewhere at that time, and puts it in use; one that is here already stays as it is. */
    public StoredSplit restore(DatasetVersion version, Split split, Instant created) {
        return of(version).stream()
                .filter(stored -> stored.split().equals(split))
                .findFirst()
                .orElseGet(() -> write(version, split, created));
    }

    private StoredSplit write(DatasetVersion version, Split split, Instant created) {
        return database.write(handle -> {
            Facts facts = new Facts(handle, clock.instant());
            long id = facts.add(
                    FactTable.SPLIT,
                    new Row()
                            .integer("dataset_id", datasetId(handle, version))
                            .text("unit", split.plan().unit().word())
                            .integer("folds", split.plan().folds())
                            .integer("seed", split.plan().seed())
                            .text("digest", split.digest())
                            .text("created", created.toString()));
            facts.commit("split", version.name());
            insertItems(handle, id, digests(handle, version), split);
            return new StoredSplit(version.name(), split, new Digest(split.digest()), created);
        });
    }

    /**
     * The splits of a dataset version, the oldest first.
     *
     * @throws MedullaException DATA when one was tampered with so that it is no split any more
     */
    public List<StoredSplit> of(DatasetVersion version) {
        return database.read(handle -> handle.createQuery(OF_DATASET)
                .bind("name", version.name())
                .map((row, context) -> stored(handle, version, row))
                .list());
    }

    /** The split in use: the one stored last. */
    public Optional<StoredSplit> newest(DatasetVersion version) {
        return of(version).stream().reduce((first, last) -> last);
    }

    private static StoredSplit stored(Handle handle, DatasetVersion version, ResultSet row) throws SQLException {
        try {
            SplitPlan plan =
                    new SplitPlan(row.getInt("folds"), row.getLong("seed"), SplitUnit.of(row.getString("unit")));
            return new StoredSplit(
                    version.name(),
                    new Split(plan, folds(handle, row.getLong("id"))),
                    new Digest(row.getString("digest")),
                    Instant.parse(row.getString("created")));
        } catch (IllegalArgumentException e) {
            throw MedullaException.data("A split of the dataset \"" + version.name() + "\" does not add up ("
                    + e.getMessage() + "): restore the home from a copy, or split again.");
        }
    }

    private static SortedMap<String, Integer> folds(Handle handle, long splitId) {
        SortedMap<String, Integer> folds = new TreeMap<>();
        handle.createQuery(FOLDS)
                .bind("split_id", splitId)
                .map((row, context) -> folds.put(row.getString("sha256"), row.getInt("fold")))
                .forEach(before -> {});
        return folds;
    }

    private static long datasetId(Handle handle, DatasetVersion version) {
        return handle.createQuery(DATASET_ID)
                .bind("name", version.name())
                .mapTo(Long.class)
                .one();
    }

    private static List<String> digests(Handle handle, DatasetVersion version) {
        return handle.createQuery(DIGESTS)
                .bind("name", version.name())
                .mapTo(String.class)
                .list();
    }

    private static void insertItems(Handle handle, long splitId, List<String> digests, Split split) {
        try (PreparedStatement batch = handle.getConnection().prepareStatement(INSERT_ITEM)) {
            for (int position = 0; position < digests.size(); position++) {
                OptionalInt fold = split.foldOf(digests.get(position));
                if (fold.isPresent()) {
                    batch.setLong(1, splitId);
                    batch.setInt(2, position);
                    batch.setInt(3, fold.getAsInt());
                    batch.addBatch();
                }
            }
            batch.executeBatch();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }
}

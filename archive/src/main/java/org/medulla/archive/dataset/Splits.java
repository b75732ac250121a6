package org.medulla.archive.dataset;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.audit.Row;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;

/** The splits of dataset versions. A version may have several; the one stored last is the one in use. */
public final class Splits {
    private static final String OF_DATASET = Sql.of(Splits.class, "splits-of");
    private static final String INSERT_ITEM = Sql.of(Splits.class, "insert-split-item");
    private static final String FOLDS = Sql.of(Splits.class, "folds");
    private static final String DATASET_ID = Sql.of(Splits.class, "dataset-id");

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

    /**
     * Stores a split. Storing the same split of the same version again changes nothing but puts it in use.
     *
     * @param version the dataset version
     * @param plan how it was made, in words that stay the same for the same plan
     * @param digest the digest that the splitter gave it
     * @param foldOfEach the fold of each cell in the order of the version's manifest, counting from 0; -1 for a cell in no fold
     */
    public StoredSplit store(DatasetVersion version, String plan, Digest digest, List<Integer> foldOfEach) {
        if (foldOfEach.size() != version.cells()) {
            throw new IllegalArgumentException(
                    "The dataset has " + version.cells() + " cells, the split " + foldOfEach.size());
        }
        Digest itemsDigest = StoredSplit.digestOf(foldOfEach);
        Optional<StoredSplit> inUse = of(version).stream().reduce((first, last) -> last);
        if (inUse.filter(s -> s.digest().equals(digest)
                        && s.itemsDigest().equals(itemsDigest)
                        && s.plan().equals(plan))
                .isPresent()) {
            return inUse.get();
        }
        int folds = foldOfEach.stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
        return database.write(handle -> {
            Instant now = clock.instant();
            Facts facts = new Facts(handle, now);
            long id = facts.add(
                    FactTable.SPLIT,
                    new Row()
                            .integer("dataset_id", datasetId(handle, version))
                            .text("plan", plan)
                            .integer("folds", folds)
                            .text("digest", digest.hex())
                            .text("items_digest", itemsDigest.hex())
                            .text("created", facts.now()));
            facts.commit("split", version.name());
            insertItems(handle, id, foldOfEach);
            return new StoredSplit(version.name(), plan, folds, digest, itemsDigest, now);
        });
    }

    /** The splits of a dataset version, the oldest first. */
    public List<StoredSplit> of(DatasetVersion version) {
        return database.read(handle -> handle.createQuery(OF_DATASET)
                .bind("name", version.name())
                .map((row, context) -> split(row))
                .list());
    }

    /** The split in use: the one stored last. */
    public Optional<StoredSplit> newest(DatasetVersion version) {
        return of(version).stream().reduce((first, last) -> last);
    }

    /** The fold of each cell in the order of the version's manifest, counting from 0; -1 for a cell in no fold. */
    public List<Integer> folds(StoredSplit split) {
        return database.read(handle -> handle.createQuery(FOLDS)
                .bind("name", split.dataset())
                .bind("digest", split.digest().hex())
                .bind("items_digest", split.itemsDigest().hex())
                .bind("created", split.created().toString())
                .mapTo(Integer.class)
                .list());
    }

    /** What the digest of the folds is now; it differs from the stored one when rows were changed. */
    public Digest computedDigest(StoredSplit split) {
        return StoredSplit.digestOf(folds(split));
    }

    private static long datasetId(Handle handle, DatasetVersion version) {
        return handle.createQuery(DATASET_ID)
                .bind("name", version.name())
                .mapTo(Long.class)
                .one();
    }

    private static void insertItems(Handle handle, long splitId, List<Integer> foldOfEach) {
        try (PreparedStatement batch = handle.getConnection().prepareStatement(INSERT_ITEM)) {
            for (int position = 0; position < foldOfEach.size(); position++) {
                batch.setLong(1, splitId);
                batch.setInt(2, position);
                batch.setInt(3, foldOfEach.get(position));
                batch.addBatch();
            }
            batch.executeBatch();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private static StoredSplit split(ResultSet row) throws SQLException {
        return new StoredSplit(
                row.getString("name"),
                row.getString("plan"),
                row.getInt("folds"),
                new Digest(row.getString("digest")),
                new Digest(row.getString("items_digest")),
                Instant.parse(row.getString("created")));
    }
}

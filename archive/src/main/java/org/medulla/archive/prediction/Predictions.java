package org.medulla.archive.prediction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.audit.Row;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;

/** The predictions of an archive. They come in batches, each of one model; of several for one cell the newest counts. */
public final class Predictions {
    private static final String INSERT = Sql.of(Predictions.class, "insert");
    private static final String NEWEST = Sql.of(Predictions.class, "newest");
    private static final String BATCHES = Sql.of(Predictions.class, "batches");
    private static final String OF_BATCH = Sql.of(Predictions.class, "of-batch");

    private static final Comparator<Prediction> BY_CELL =
            Comparator.comparingLong(prediction -> prediction.cell().value());

    private final Database database;
    private final InstantSource clock;

    /** Reads and writes the predictions of a database. */
    public Predictions(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds what a model gave cells, each cell once: all of it or nothing. */
    public void add(Digest model, List<Prediction> predictions) {
        if (!predictions.isEmpty()) {
            List<Prediction> sorted = predictions.stream().sorted(BY_CELL).toList();
            write(model, sorted, (facts, batch) -> {});
        }
    }

    /** Adds what a model gave cells with their embeddings, each cell once: all of it or nothing. */
    public void addEmbedded(Digest model, List<Embedded> cells) {
        if (!cells.isEmpty()) {
            List<Embedded> sorted = cells.stream()
                    .sorted(Comparator.comparing(Embedded::prediction, BY_CELL))
                    .toList();
            byte[] vectors =
                    Embedding.bytes(sorted.stream().map(Embedded::embedding).toList());
            write(
                    model,
                    sorted.stream().map(Embedded::prediction).toList(),
                    (facts, batch) -> facts.add(
                            FactTable.EMBEDDING,
                            new Row()
                                    .integer("batch_id", batch)
                                    .integer(
                                            "dimensions",
                                            sorted.getFirst().embedding().dimensions())
                                    .bytes("vectors", vectors)));
        }
    }

    private void write(Digest model, List<Prediction> sorted, ObjLongConsumer<Facts> more) {
        database.write(handle -> {
            Facts facts = new Facts(handle, clock.instant());
            long id = facts.add(
                    FactTable.PREDICTION_BATCH,
                    new Row()
                            .text("model_digest", model.hex())
                            .integer("cells", sorted.size())
                            .text("digest", digest(sorted).hex())
                            .text("at", facts.now()));
            more.accept(facts, id);
            facts.commit("predict", sorted.size() + " cells by model " + model.hex());
            insert(handle, id, sorted);
            return sorted;
        });
    }

    /** The newest prediction for a cell by any model. */
    public Optional<Prediction> newest(CellId cell) {
        return database.read(handle -> handle.createQuery(NEWEST)
                .bind("cell_id", cell.value())
                .map((row, context) -> prediction(row))
                .findOne());
    }

    /** The numbers of batches whose predictions do not make their digest any more. */
    public List<Long> changedBatches() {
        return database.read(handle -> handle
                .createQuery(BATCHES)
                .map((row, context) -> new Batch(row.getLong("id"), row.getString("digest")))
                .list()
                .stream()
                .filter(batch ->
                        !batch.digest.equals(digest(ofBatch(handle, batch.id)).hex()))
                .map(Batch::id)
                .toList());
    }

    private static List<Prediction> ofBatch(Handle handle, long batch) {
        return handle.createQuery(OF_BATCH)
                .bind("batch_id", batch)
                .map((row, context) -> prediction(row))
                .list();
    }

    private static Digest digest(List<Prediction> predictions) {
        MessageDigest sha256 = Digest.sha256();
        predictions.forEach(prediction -> sha256.update(prediction.line().getBytes(StandardCharsets.UTF_8)));
        return Digest.ofRaw(sha256.digest());
    }

    private static Prediction prediction(ResultSet row) throws SQLException {
        return new Prediction(
                new CellId(row.getLong("cell_id")),
                row.getString("class_code"),
                (float) row.getDouble("probability"),
                row.getString("second_code"),
                (float) row.getDouble("second_probability"),
                row.getInt("accepted") != 0,
                (float) row.getDouble("oddness"));
    }

    private static void insert(Handle handle, long batch, List<Prediction> predictions) {
        try (PreparedStatement insert = handle.getConnection().prepareStatement(INSERT)) {
            for (Prediction prediction : predictions) {
                insert.setLong(1, batch);
                insert.setLong(2, prediction.cell().value());
                insert.setString(3, prediction.classCode());
                insert.setDouble(4, prediction.probability());
                insert.setString(5, prediction.secondCode());
                insert.setDouble(6, prediction.secondProbability());
                insert.setInt(7, prediction.accepted() ? 1 : 0);
                insert.setDouble(8, prediction.oddness());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private record Batch(long id, String digest) {}
}

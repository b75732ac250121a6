package org.medulla.archive.prediction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;

/** The embeddings of an archive's cells, written with their predictions by {@link Predictions#addEmbedded}. */
public final class Embeddings {
    private static final String MODEL = Sql.of(Embeddings.class, "embedding-model");
    private static final String EMBEDDED = Sql.of(Embeddings.class, "embedded");
    private static final String SIZE = Sql.of(Embeddings.class, "embedding-size");
    private static final String VECTORS = Sql.of(Embeddings.class, "vectors");
    private static final String BATCH_CELLS = Sql.of(Embeddings.class, "batch-cells");
    private static final String OF_CELL = Sql.of(Embeddings.class, "batches-of-cell");

    private final Database database;

    /** Reads the embeddings of a database. */
    public Embeddings(Database database) {
        this.database = database;
    }

    /** The model whose embeddings were written last. */
    public Optional<Digest> newestModel() {
        return database.read(handle ->
                handle.createQuery(MODEL).mapTo(String.class).findOne().map(Digest::new));
    }

    /** How many embeddings there are by a model. */
    public long count(Digest model) {
        return database.read(handle -> handle.createQuery(SIZE)
                .bind("model_digest", model.hex())
                .mapTo(Long.class)
                .one());
    }

    /** The cells that have an embedding by a model, in the order in which {@link #forEach} shows them. */
    public List<CellId> embeddedBy(Digest model) {
        return database.read(handle -> handle.createQuery(EMBEDDED)
                .bind("model_digest", model.hex())
                .mapTo(Long.class)
                .map(CellId::new)
                .list());
    }

    /** The embedding of a cell by a model. */
    public Optional<Embedding> find(Digest model, CellId cell) {
        return database.read(handle -> handle.createQuery(OF_CELL)
                .bind("model_digest", model.hex())
                .bind("cell_id", cell.value())
                .map((row, context) -> block(handle, row))
                .findOne()
                .map(block -> block.embedding(block.cells().indexOf(cell))));
    }

    /** Shows all embeddings by a model, block by block in the order in which they were written. */
    public void forEach(Digest model, Consumer<EmbeddingBlock> consumer) {
        forEach(model, 0, consumer);
    }

    /** The same without the blocks up to a number. */
    public void forEach(Digest model, long after, Consumer<EmbeddingBlock> consumer) {
        database.read(handle -> {
            handle.createQuery(VECTORS)
                    .bind("model_digest", model.hex())
                    .bind("after", after)
                    .map((row, context) -> block(handle, row))
                    .forEach(consumer);
            return model;
        });
    }

    private static EmbeddingBlock block(Handle handle, ResultSet row) throws SQLException {
        List<CellId> cells = handle.createQuery(BATCH_CELLS)
                .bind("batch_id", row.getLong("batch_id"))
                .mapTo(Long.class)
                .map(CellId::new)
                .list();
        return new EmbeddingBlock(row.getLong("id"), cells, row.getInt("dimensions"), row.getBytes("vectors"));
    }
}

package org.medulla.laboratory.similarity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.prediction.Embedding;
import org.medulla.archive.prediction.Embeddings;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

/**
 * "Cells like this one": the cells of an archive that a model finds most similar. Up to {@link #EXACT_UP_TO} cells are compared one
 * by one; of more, those that were there first are found by an index on disk, and only those that came since are compared one by
 * one, until they are so many that the index is made again. Safe for use by many threads.
 */
public final class SimilarCells implements AutoCloseable {
    /** So many cells are compared one by one. */
    public static final int EXACT_UP_TO = 200_000;

    private final Embeddings embeddings;
    private final Digest model;
    private final Optional<IndexedCells> indexed;
    private final Map<Integer, ExactScan> scans = new HashMap<>();
    private long lastBlock;

    private SimilarCells(Embeddings embeddings, Digest model, Optional<IndexedCells> indexed) {
        this.embeddings = embeddings;
        this.model = model;
        this.indexed = indexed;
        this.lastBlock = indexed.map(IndexedCells::lastBlock).orElse(0L);
    }

    /**
     * Opens the search by the model that cells were asked about last.
     *
     * @throws MedullaException USER when no model was asked about any cell
     */
    public static SimilarCells open(Archive archive, Progress progress) {
        return open(
                archive,
                archive.embeddings()
                        .newestModel()
                        .orElseThrow(() -> MedullaException.user(
                                "No cell has been compared yet: run `medulla predict` first, which"
                                        + " keeps what a model sees in each cell.")),
                progress);
    }

    /**
     * Opens the search by a model, making the index where one is needed.
     *
     * @throws MedullaException USER when the model was asked about no cell
     */
    public static SimilarCells open(Archive archive, Digest model, Progress progress) {
        return open(archive, model, EXACT_UP_TO, progress);
    }

    static SimilarCells open(Archive archive, Digest model, int exactUpTo, Progress progress) {
        long count = archive.embeddings().count(model);
        if (count == 0) {
            throw MedullaException.user("The model " + model.hex().substring(0, 8)
                    + " was asked about no cell yet: run `medulla predict --model` with it first.");
        }
        SimilarCells cells = new SimilarCells(
                archive.embeddings(),
                model,
                count <= exactUpTo
                        ? Optional.empty()
                        : Optional.of(IndexedCells.open(archive, model, exactUpTo, progress)));
        cells.update(progress);
        return cells;
    }

    /** Takes in the cells that the model was asked about since; the index stays as it is. */
    public synchronized void update(Progress progress) {
        long waiting = embeddings.count(model) - size();
        try (Progress.Stage stage = progress.stage("Reading embeddings", waiting)) {
            embeddings.forEach(model, lastBlock, block -> {
                scans.computeIfAbsent(block.dimensions(), ExactScan::new).add(block);
                lastBlock = block.id();
                stage.advance(block.cells().size());
            });
        }
    }

    /** By which model cells are compared. */
    public Digest model() {
        return model;
    }

    /** Among how many cells it searches. */
    public synchronized int size() {
        return indexed.map(IndexedCells::size).orElse(0)
                + scans.values().stream().mapToInt(ExactScan::size).sum();
    }

    /** Whether every cell is compared, so that the answer is exact. */
    public boolean isExact() {
        return indexed.isEmpty();
    }

    /**
     * The cells most similar to a cell of the archive, without itself.
     *
     * @param wanted which cells, by number, may be found
     * @throws MedullaException USER when the model was not asked about that cell
     */
    public List<SimilarCell> like(CellId cell, int count, LongPredicate wanted) {
        Embedding embedding = embedding(cell)
                .orElseThrow(() -> MedullaException.user("The model was not asked about cell " + cell.value()
                        + " yet: run `medulla predict` first, or name a cell that `medulla cells` lists."));
        return like(embedding, count, other -> other != cell.value() && wanted.test(other));
    }

    /** The embedding of a cell of the archive, where the model was asked about it. */
    public synchronized Optional<Embedding> embedding(CellId cell) {
        return scans.values().stream()
                .flatMap(scan -> scan.find(cell.value()).stream())
                .findFirst()
                .or(() -> embeddings.find(model, cell));
    }

    /** The cells most similar to a picture of which the same model gave this embedding, the most similar first. */
    public synchronized List<SimilarCell> like(Embedding embedding, int count, LongPredicate wanted) {
        if (count < 1) {
            throw new IllegalArgumentException("At least one cell is asked for, not " + count);
        }
        List<SimilarCell> found = new ArrayList<>();
        // One more for each index, since a cell that two runs asked about at once stands there twice.
        indexed.ifPresent(index -> found.addAll(index.nearest(embedding, count + 1, wanted)));
        ExactScan scan = scans.get(embedding.dimensions());
        if (scan != null) {
            found.addAll(scan.nearest(embedding, count + 1, wanted));
        }
        found.sort(SimilarCell.ORDER);
        Map<CellId, SimilarCell> once = new LinkedHashMap<>();
        found.forEach(cell -> once.putIfAbsent(cell.cell(), cell));
        return once.values().stream().limit(count).toList();
    }

    @Override
    public void close() {
        indexed.ifPresent(IndexedCells::close);
    }
}

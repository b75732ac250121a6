package org.medulla.laboratory.prediction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.prediction.Embedded;
import org.medulla.archive.prediction.Embedding;
import org.medulla.archive.prediction.Prediction;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.classification.Acquaintance;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.laboratory.picture.CellPicture;
import org.medulla.laboratory.pipeline.OrderedWork;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.inference.Expectation;
import org.medulla.vision.inference.Picture;

/**
 * Asks a model about cells of the archive, source by source, and keeps what it says and the embeddings in batches: after a kill the
 * next run goes on with the cells that it has not been asked about. Cells that were predicted before embeddings were kept are asked
 * about once more.
 */
public final class CellPredictor {
    private static final int BATCH = 1_000;
    private static final int AHEAD = 8;

    private final Archive archive;
    private final OpenModel model;

    /** Asks this model about cells of this archive. */
    public CellPredictor(Archive archive, OpenModel model) {
        this.archive = archive;
        this.model = model;
    }

    /**
     * Asks about those of the cells that this model was not asked about before.
     *
     * @return how many cells it was asked about now
     */
    public int predict(List<CellId> cells, Progress progress) {
        Digest digest = new Digest(model.file().digest());
        Set<CellId> known = new HashSet<>(archive.embeddings().embeddedBy(digest));
        Map<String, List<Cell>> bySource = new TreeMap<>();
        archive.cells()
                .find(cells.stream().filter(cell -> !known.contains(cell)).toList())
                .forEach(cell -> bySource.computeIfAbsent(cell.source(), _ -> new ArrayList<>())
                        .add(cell));
        int total = bySource.values().stream().mapToInt(List::size).sum();
        try (Progress.Stage stage = progress.stage("Predicting", total)) {
            bySource.values().forEach(ofSource -> predict(ofSource, digest, stage));
        }
        return total;
    }

    private void predict(List<Cell> cells, Digest digest, Progress.Stage stage) {
        Acquaintance acquaintance = acquaintance(cells);
        Expectation expectation = acquaintance.expectation(model);
        int threads = model.classifier().threads();
        List<Embedded> batch = new ArrayList<>();
        new OrderedWork("Predicting", threads, AHEAD * threads)
                .run(
                        cells.stream()
                                .gather(Gatherers.windowFixed(model.classifier().together()))
                                .iterator(),
                        (List<Cell> some) -> answers(some, acquaintance, expectation),
                        answers -> {
                            batch.addAll(answers);
                            stage.advance(answers.size());
                            if (batch.size() >= BATCH) {
                                archive.predictions().addEmbedded(digest, batch);
                                batch.clear();
                            }
                        });
        archive.predictions().addEmbedded(digest, batch);
    }

    private Acquaintance acquaintance(List<Cell> cells) {
        int count = Math.min(Acquaintance.PICTURES, cells.size());
        return Acquaintance.of(
                IntStream.range(0, count)
                        .mapToObj(i -> CellPicture.of(archive, cells.get((int) ((long) i * cells.size() / count))))
                        .toList(),
                OptionalDouble.empty(),
                model);
    }

    private List<Embedded> answers(List<Cell> cells, Acquaintance acquaintance, Expectation expectation) {
        List<Picture> pictures = new ArrayList<>();
        for (Cell cell : cells) {
            Decoded.Image image = CellPicture.of(archive, cell);
            pictures.add(new Picture(image.pixels(), acquaintance.scale().of(image)));
        }
        List<org.medulla.vision.inference.Prediction> said = model.classifier().classify(pictures, expectation);
        return IntStream.range(0, cells.size())
                .mapToObj(i -> embedded(cells.get(i).id(), said.get(i)))
                .toList();
    }

    private static Embedded embedded(CellId cell, org.medulla.vision.inference.Prediction said) {
        return new Embedded(
                new Prediction(
                        cell,
                        said.bestClass(),
                        Math.min(1, said.probability(said.best())),
                        said.secondClass(),
                        said.probability(said.second()),
                        said.judgement().accepted(),
                        (float) said.judgement().oddness()),
                Embedding.of(said.embedding()));
    }
}

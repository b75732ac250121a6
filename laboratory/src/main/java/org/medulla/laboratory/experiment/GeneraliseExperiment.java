package org.medulla.laboratory.experiment;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.medulla.archive.Archive;
import org.medulla.archive.database.HomeLock;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.json.Json;
import org.medulla.laboratory.report.DirectionFigures;
import org.medulla.laboratory.training.FileDigest;
import org.medulla.laboratory.training.FrozenPictures;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.model.Provenance;
import tools.jackson.databind.node.ObjectNode;

/**
 * How well networks that learn in one laboratory name another's cells, there and back, with each method for carrying over
 * switched on or off by itself. What is finished is kept in the experiment's folder and never made again; a training run that
 * was stopped goes on.
 */
public final class GeneraliseExperiment {
    private final Archive archive;
    private final String programVersion;
    private final InstantSource clock;
    private final Consumer<String> teller;

    /**
     * Studies datasets of an archive.
     *
     * @param programVersion which Medulla this is, for the provenance
     * @param teller hears, a sentence each, what a person should know
     */
    public GeneraliseExperiment(Archive archive, String programVersion, InstantSource clock, Consumer<String> teller) {
        this.archive = archive;
        this.programVersion = programVersion;
        this.clock = clock;
        this.teller = teller;
    }

    /**
     * Runs the study, or goes on with it.
     *
     * @throws MedullaException USER for a dataset that is not there or not split, for two that share an image or fewer than two
     *     classes, and while another experiment runs on the home
     */
    public GeneraliseResult run(GeneraliseRequest request, Progress progress) {
        FoldedDataset first = FoldedDataset.read(archive, request.train());
        FoldedDataset second = FoldedDataset.read(archive, request.test());
        List<Direction> directions = List.of(Direction.of(first, second), Direction.of(second, first));
        try (HomeLock _ = HomeLock.take(archive.home(), "experiment")) {
            ExperimentFolder folder = ExperimentFolder.of(
                    archive.home(),
                    "generalise-" + request.train() + "-" + request.test(),
                    words(request, first, second));
            List<String> cautions = new ArrayList<>();
            List<Variant> variants = possible(request, directions.getFirst(), cautions);
            List<DirectionFigures> figures = new ArrayList<>();
            for (Direction direction : directions) {
                VariantFolder place = VariantFolder.of(folder, direction);
                finish(request, direction, variants, place, progress);
                figures.add(new GeneraliseFigures(direction, place, variants).compute(progress));
                fewAtHome(direction, cautions);
            }
            if (directions.getFirst().trained().cells().stream()
                    .anyMatch(cell -> cell.patient().isEmpty())) {
                cautions.add(
                        "The patients of these cells are not all known: at home, cells of one smear can stand on both"
                                + " sides of the split, which flatters the figure there and widens the gap to abroad; intervals that"
                                + " draw single images are too narrow.");
            }
            return new GeneraliseResult(
                    request, List.of(first, second), figures, cautions, folder.path(), programVersion);
        }
    }

    private void finish(
            GeneraliseRequest request,
            Direction direction,
            List<Variant> variants,
            VariantFolder folder,
            Progress progress) {
        VariantTraining training =
                new VariantTraining(archive, request, direction, folder, programVersion, clock, teller);
        ModelFile standard = training.finish(Variant.Trained.STANDARD, progress);
        VariantTesting testing = new VariantTesting(archive, direction, folder, standard);
        for (Variant variant : variants) {
            teller.accept(direction.words() + ": " + variant.title() + " (" + (variants.indexOf(variant) + 1) + " of "
                    + variants.size() + ")");
            switch (variant) {
                case Variant.Trained trained -> testing.finish(trained, training.finish(trained, progress), progress);
                case Variant.Tested tested -> testing.finish(tested, progress);
            }
        }
    }

    /** All variants that were asked for but one that could not differ from the standard. */
    private List<Variant> possible(GeneraliseRequest request, Direction direction, List<String> cautions) {
        if (!request.variants().contains(Variant.Trained.SCALE_NOT_USED)
                || knowsScale(direction.trained())
                || knowsScale(direction.tested())) {
            return request.variants();
        }
        cautions.add(
                "The microns per pixel of none of these cells are known, so that the standard does not use them either: the"
                        + " variant \"" + Variant.Trained.SCALE_NOT_USED.title() + "\" is left out.");
        return request.variants().stream()
                .filter(variant -> variant != Variant.Trained.SCALE_NOT_USED)
                .toList();
    }

    private boolean knowsScale(FoldedDataset dataset) {
        List<FrozenCell> cells = dataset.cells();
        FrozenPictures pictures = new FrozenPictures(archive, cells);
        for (int cell = 0; cell < cells.size(); cell++) {
            if (pictures.micronsPerPixel(cell).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static void fewAtHome(Direction direction, List<String> cautions) {
        Set<String> few = new HashSet<>(direction.shared());
        few.removeIf(code -> direction.home().stream()
                        .filter(cell -> cell.classCode().equals(code))
                        .count()
                >= Evaluation.USUAL_MINIMUM_SUPPORT);
        if (!few.isEmpty()) {
            cautions.add("Fold 0 of " + direction.trained().version().name() + " has fewer than "
                    + Evaluation.USUAL_MINIMUM_SUPPORT + " cells of "
                    + String.join(
                            ", ",
                            direction.shared().stream().filter(few::contains).toList())
                    + ": the figures at home say little.");
        }
    }

    /** What decides the outcome but for the variants, each of which has a folder of its own. */
    private static ObjectNode words(GeneraliseRequest request, FoldedDataset first, FoldedDataset second) {
        ObjectNode words = Json.object()
                .put("experiment", "generalise")
                .put("network", request.architecture().title())
                .put(
                        "initial_weights",
                        request.initial()
                                .map(FileDigest::of)
                                .map(Provenance.Source::digest)
                                .orElse(""))
                .put(
                        "length",
                        request.length().map(PublishedExperiment::inWords).orElse("usual"))
                .put("size", request.size().map(size -> size + " px").orElse("usual"))
                .put("seed", request.seed());
        words.set("first", words(first));
        words.set("second", words(second));
        return words;
    }

    private static ObjectNode words(FoldedDataset dataset) {
        return Json.object()
                .put("dataset", dataset.version().name())
                .put("dataset_digest", dataset.version().digest().hex())
                .put("split", dataset.planInWords())
                .put("split_digest", dataset.split().digest());
    }
}

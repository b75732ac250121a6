package org.medulla.laboratory.experiment;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.medulla.archive.Archive;
import org.medulla.archive.database.HomeLock;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.dataset.Splitting;
import org.medulla.laboratory.json.Json;
import org.medulla.laboratory.training.TrainingRuns;
import org.medulla.vision.augmentation.Augmentation;
import org.medulla.vision.training.Length;
import tools.jackson.databind.node.ObjectNode;

/**
 * The comparison of Matek C et al., Blood 2021;138:1917-1927, on any dataset: every method learns from all folds but one and names
 * the cells of that one, fold by fold. The folds, the changes to training pictures (as published) and the class-balanced sampling are the same for
 * all networks. What is finished is kept in the experiment's folder and never made again; a training run that was stopped goes on.
 */
public final class PublishedExperiment {
    private static final long SPLIT_SEED = 2026;

    private final Archive archive;
    private final String programVersion;
    private final InstantSource clock;
    private final Consumer<String> teller;

    /**
     * Compares on datasets of an archive.
     *
     * @param programVersion which Medulla this is, for the provenance
     * @param teller hears, a sentence each, what a person should know
     */
    public PublishedExperiment(Archive archive, String programVersion, InstantSource clock, Consumer<String> teller) {
        this.archive = archive;
        this.programVersion = programVersion;
        this.clock = clock;
        this.teller = teller;
    }

    /**
     * Runs the comparison, or goes on with it.
     *
     * @throws MedullaException USER for a dataset that is not there or is split into another number of folds, and while another
     *     experiment runs on the home
     */
    public PublishedResult run(PublishedRequest request, Progress progress) {
        FoldedDataset dataset = folded(request);
        try (HomeLock _ = HomeLock.take(archive.home(), "experiment")) {
            ExperimentFolder folder = finished(request, dataset, progress);
            return new PublishedFigures(archive, request, dataset, folder, programVersion).compute(progress);
        }
    }

    /**
     * What the methods together say of each cell, none having learned from it. Folds that a comparison finished before are taken from
     * there, and the other way round.
     *
     * @throws MedullaException as {@link #run}
     */
    public OutOfFold outOfFold(PublishedRequest request, Progress progress) {
        FoldedDataset dataset = folded(request);
        try (HomeLock _ = HomeLock.take(archive.home(), "experiment")) {
            return OutOfFold.of(request.methods(), dataset, finished(request, dataset, progress));
        }
    }

    private ExperimentFolder finished(PublishedRequest request, FoldedDataset dataset, Progress progress) {
        ExperimentFolder folder =
                ExperimentFolder.of(archive.home(), "published-" + request.dataset(), words(request, dataset));
        finishFolds(request, dataset, folder, progress);
        return folder;
    }

    /** The dataset in its folds; one without folds is split, by patient where all patients are known. */
    private FoldedDataset folded(PublishedRequest request) {
        String name = request.dataset();
        if (archive.splits().newest(archive.datasets().get(name)).isEmpty()) {
            int folds = request.folds().orElse(PublishedRequest.USUAL_FOLDS);
            new Splitting(archive).deal(name, folds, SPLIT_SEED, Optional.empty());
            teller.accept("The dataset had no folds yet; it is now split "
                    + FoldedDataset.read(archive, name).planInWords() + ".");
        }
        FoldedDataset dataset = FoldedDataset.read(archive, name);
        OptionalInt wanted = request.folds();
        if (wanted.isPresent() && wanted.getAsInt() != dataset.folds()) {
            throw MedullaException.user(String.format(
                    Locale.ROOT,
                    "The dataset \"%s\" is split into %d folds, not %d: leave out --folds to take these, or run"
                            + " `medulla split %s --folds %d` first.",
                    name,
                    dataset.folds(),
                    wanted.getAsInt(),
                    name,
                    wanted.getAsInt()));
        }
        for (int fold = 0; fold < dataset.folds(); fold++) {
            if (dataset.fold(fold).isEmpty()) {
                throw MedullaException.user(
                        "Fold " + fold + " of \"" + name + "\" holds no cells: split the dataset into fewer folds.");
            }
        }
        return dataset;
    }

    private void finishFolds(
            PublishedRequest request, FoldedDataset dataset, ExperimentFolder folder, Progress progress) {
        TrainingRuns runs = new TrainingRuns(archive, programVersion, clock, teller);
        NetworkFolds networks = new NetworkFolds(archive, runs, request);
        FeatureFolds measured = new FeatureFolds(archive, request.seed());
        for (int fold = 0; fold < dataset.folds(); fold++) {
            List<FrozenCell> heldOut = dataset.fold(fold);
            for (Method method : request.methods()) {
                if (!folder.has(method, fold)) {
                    teller.accept(
                            method.title() + ": fold " + fold + ", the last one being fold " + (dataset.folds() - 1));
                    Path predictions = folder.predictions(method, fold);
                    FoldRecord record = switch (method) {
                        case Method.Network network ->
                            networks.finish(network.architecture(), fold, heldOut, predictions, progress);
                        case Method.Features features ->
                            measured.finish(features, dataset, fold, predictions, progress);
                    };
                    ExperimentFolder.write(folder.record(method, fold), record.text());
                }
            }
        }
    }

    /** What decides the outcome but for the methods, each of which has a folder of its own. */
    private static ObjectNode words(PublishedRequest request, FoldedDataset dataset) {
        ObjectNode words = Json.object()
                .put("experiment", "published")
                .put("dataset", dataset.version().name())
                .put("dataset_digest", dataset.version().digest().hex())
                .put("split", dataset.planInWords())
                .put("split_digest", dataset.split().digest())
                .put(
                        "length",
                        request.length().map(PublishedExperiment::inWords).orElse("usual"))
                .put("size", request.size().map(size -> size + " px").orElse("usual"))
                .put("augmentation", Augmentation.asPublished().toString())
                .put("seed", request.seed());
        return words;
    }

    static String inWords(Length length) {
        return switch (length) {
            case Length.Epochs(double epochs) -> count(epochs, "epoch");
            case Length.Minutes(double minutes, double mostEpochs) -> count(minutes, "minute");
        };
    }

    private static String count(double value, String of) {
        String number = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        return number + " " + of + (value == 1 ? "" : "s");
    }
}

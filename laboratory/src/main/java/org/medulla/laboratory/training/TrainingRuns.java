package org.medulla.laboratory.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.medulla.archive.Archive;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.evaluation.HeldOutFigures;
import org.medulla.laboratory.json.Json;
import org.medulla.laboratory.model.ModelShelf;
import org.medulla.vision.model.HeldOut;
import org.medulla.vision.model.ModelDescription;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.model.PlanWords;
import org.medulla.vision.model.Provenance;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.training.TrainedNetwork;
import org.medulla.vision.training.Trainer;
import org.medulla.vision.training.TrainingCurves;
import org.medulla.vision.training.TrainingLog;
import org.medulla.vision.training.TrainingPlan;
import org.medulla.vision.weights.InitialWeights;
import tools.jackson.databind.node.ObjectNode;

/**
 * The training runs of a home. Each has a folder below {@code runs}, from which it is taken up after a kill; the model that comes
 * out is kept in the archive.
 */
public final class TrainingRuns {
    private static final String MODEL = "model" + ModelFile.EXTENSION;
    private static final String LOG = "log.csv";

    private final Archive archive;
    private final String programVersion;
    private final InstantSource clock;
    private final Consumer<String> teller;

    /**
     * Trains on datasets of an archive.
     *
     * @param programVersion which Medulla this is, for the provenance of the models
     * @param teller hears, a sentence each, what a person should know about the run
     */
    public TrainingRuns(Archive archive, String programVersion, InstantSource clock, Consumer<String> teller) {
        this.archive = archive;
        this.programVersion = programVersion;
        this.clock = clock;
        this.teller = teller;
    }

    /** How many folds a dataset has. */
    public int folds(String dataset) {
        return FoldedDataset.read(archive, dataset).folds();
    }

    /**
     * Trains a model, or goes on with a run of the same request.
     *
     * @param resume whether to go on with the newest run of the same request; one that is finished gives its model again
     */
    public TrainedModel run(TrainingRequest request, boolean resume, Progress progress) {
        FoldedDataset dataset = FoldedDataset.read(archive, request.dataset());
        List<FrozenCell> cells = dataset.without(request.fold());
        TrainingPlan plan = request.plan(classesOf(cells, dataset.nomenclature()));
        ObjectNode words = words(request, dataset, plan);
        Path runs = archive.home().resolve("runs");
        Optional<RunFolder> before = RunFolder.newest(runs, words);
        RunFolder folder = before.filter(b -> resume).orElseGet(() -> RunFolder.next(runs, words));
        if (!resume && before.filter(b -> b.model().isEmpty()).isPresent()) {
            teller.accept("There is an unfinished run of the same kind in "
                    + before.get().path() + "; --resume would have gone on with it.");
        }
        Path file = folder.path().resolve(MODEL);
        if (!Files.exists(file)) {
            Trainer trainer = new Trainer(plan, new FrozenPictures(archive, cells, plan.classes()), folder.path());
            TrainedNetwork trained = train(trainer, request, plan, resume, progress);
            folder.write(LOG, trained.log().toCsv());
            folder.write("curves.svg", TrainingCurves.svg(trained.log()));
            folder.write(CostFile.NAME, CostFile.text(trained.cost()));
            describe(file, request, dataset, trained, progress);
        }
        return keep(folder, file, request);
    }

    /** Writes the model with what its recipe does on cells that were left out. */
    private void describe(
            Path file, TrainingRequest request, FoldedDataset dataset, TrainedNetwork trained, Progress progress) {
        ModelDescription description = ModelDescription.of(trained, provenance(request, dataset, trained))
                .with(dataset.nomenclature());
        HeldOutFigures figures = new HeldOutFigures(archive, request.dataset(), programVersion);
        Path draft = file.resolveSibling("draft" + ModelFile.EXTENSION);
        List<ModelFile> models = request.fold().isPresent()
                ? List.of(ModelFile.write(draft, description, trained.parameters()))
                : figures.siblings(description.provenance());
        Optional<HeldOut> heldOut = figures.of(models, progress);
        ModelFile.write(file, heldOut.map(description::withHeldOut).orElse(description), trained.parameters());
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw MedullaException.resources("The file " + draft + " could not be deleted.", e);
        }
    }

    private TrainedNetwork train(
            Trainer trainer, TrainingRequest request, TrainingPlan plan, boolean resume, Progress progress) {
        if (resume && trainer.canResume()) {
            return trainer.resume(progress);
        }
        Map<String, Tensor> initial = Map.of();
        if (request.initial().isPresent()) {
            InitialWeights weights = InitialWeights.load(
                    request.initial().get(),
                    request.architecture().network(plan.classes().size()));
            weights.report().forEach(teller);
            initial = weights.parameters();
        }
        return trainer.train(initial, progress);
    }

    private TrainedModel keep(RunFolder folder, Path file, TrainingRequest request) {
        String wanted = request.dataset() + "-" + request.architecture().title()
                + (request.fold().isPresent() ? "-fold" + request.fold().getAsInt() : "-all");
        String name = ModelShelf.keep(archive, file, wanted).name();
        folder.finish(name);
        ModelDescription description = ModelFile.read(file).description();
        double balancedAccuracy = description.validation().figures().getOrDefault("balanced accuracy", Double.NaN);
        return new TrainedModel(
                name,
                file,
                folder.path(),
                TrainingLog.parse(folder.read(LOG)),
                CostFile.read(folder.path()),
                balancedAccuracy);
    }

    private Provenance provenance(TrainingRequest request, FoldedDataset dataset, TrainedNetwork trained) {
        return new Provenance(
                new Provenance.Source(
                        dataset.version().name(), dataset.version().digest().hex()),
                new Provenance.Source(dataset.planInWords(), dataset.split().digest()),
                dataset.foldsWithout(request.fold()),
                request.fold().stream().boxed().toList(),
                trained.learnedPictures(),
                trained.trainingPriors(),
                request.initial().map(FileDigest::of),
                request.seed(),
                PlanWords.of(trained.plan()),
                programVersion,
                clock.instant());
    }

    /** What decides the outcome of a run, in words that stay the same for the same request. */
    private static ObjectNode words(TrainingRequest request, FoldedDataset dataset, TrainingPlan plan) {
        ObjectNode words = Json.object()
                .put("dataset", dataset.version().name())
                .put("dataset_digest", dataset.version().digest().hex())
                .put("split_digest", dataset.split().digest())
                .put(
                        "fold",
                        request.fold().isPresent()
                                ? Integer.toString(request.fold().getAsInt())
                                : "none")
                .put("seed", plan.seed())
                .put("classes", String.join(",", plan.classes()))
                .put("preprocessing", plan.preprocessing().toString())
                .put(
                        "initial_weights",
                        request.initial()
                                .map(FileDigest::of)
                                .map(Provenance.Source::digest)
                                .orElse(""));
        ObjectNode settings = words.putObject("plan");
        PlanWords.of(plan).forEach(settings::put);
        return words;
    }

    private static List<String> classesOf(List<FrozenCell> cells, Nomenclature nomenclature) {
        Set<String> present = new HashSet<>();
        cells.forEach(cell -> present.add(cell.classCode()));
        if (present.size() < 2) {
            throw MedullaException.user("The folds to learn from hold cells of fewer than two classes (" + present
                    + "): freeze a dataset with more.");
        }
        return nomenclature.inOrder(present);
    }
}

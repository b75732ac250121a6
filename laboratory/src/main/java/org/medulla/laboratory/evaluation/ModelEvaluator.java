package org.medulla.laboratory.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.LayoutEntry;
import org.medulla.archive.layout.Layouts;
import org.medulla.archive.layout.SetAside;
import org.medulla.cytology.evaluation.Abstention;
import org.medulla.cytology.evaluation.Bootstrap;
import org.medulla.cytology.evaluation.ConfusionMatrix;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.cytology.evaluation.Scores;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.cytology.nomenclature.NomenclatureHistory;
import org.medulla.laboratory.classification.Acquaintance;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.laboratory.pipeline.OrderedWork;
import org.medulla.vision.familiarity.Judgement;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.inference.Expectation;
import org.medulla.vision.inference.Picture;
import org.medulla.vision.inference.Prediction;
import org.medulla.vision.model.Provenance;

/** Evaluates a model on a fold of a dataset or on a tree of labelled files. */
public final class ModelEvaluator {
    private static final int TOGETHER = 128;

    private final OpenModel model;
    private final String programVersion;

    /** Evaluates this model. */
    public ModelEvaluator(OpenModel model, String programVersion) {
        this.model = model;
        this.programVersion = programVersion;
    }

    /**
     * Evaluates on a fold.
     *
     * @throws MedullaException USER when the model was trained on cells of that fold, since the figures would be worthless
     */
    public ModelEvaluation onFold(Archive archive, String dataset, int fold, Progress progress) {
        FoldedDataset folded = FoldedDataset.read(archive, dataset);
        List<String> cautions = new ArrayList<>();
        checkNotTrainedOn(folded, fold, cautions);
        ClassComparison comparison = ClassComparison.of(
                archive.nomenclatures().history(),
                folded.nomenclature(),
                folded.cells().stream().map(FrozenCell::classCode).toList(),
                nomenclature(),
                model.classes());
        cautions.addAll(comparison.remarks());
        List<Known> known = new ArrayList<>();
        for (FrozenCell frozen : folded.fold(fold)) {
            known.add(of(archive, frozen));
        }
        if (known.stream().anyMatch(one -> one.group().isEmpty())) {
            cautions.add("The patients of these cells are not known: cells of one smear can stand on both sides of the"
                    + " split, which flatters every figure.");
        }
        return evaluate(
                known,
                List.of(),
                comparison,
                "fold " + fold + " of " + dataset + " (" + folded.planInWords() + ")",
                folded.version().digest().hex(),
                cautions,
                Acquaintance.NONE,
                progress);
    }

    /** Evaluates on a folder with a folder for each class of the model's nomenclature, or on one with a manifest. */
    public ModelEvaluation onFolder(Path folder, Progress progress) {
        return onFolder(folder, nomenclature(), Optional.empty(), progress);
    }

    /** Evaluates on a folder with a folder for each class of an archive's nomenclature, or on one with a manifest. */
    public ModelEvaluation onFolder(Archive archive, Path folder, Progress progress) {
        NomenclatureHistory history = archive.nomenclatures().history();
        return onFolder(folder, history.current(), Optional.of(history), progress);
    }

    private ModelEvaluation onFolder(
            Path folder, Nomenclature ofFolder, Optional<NomenclatureHistory> history, Progress progress) {
        Layout layout = Layouts.of(ofFolder).detect(folder);
        List<Known> known = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        try (Stream<LayoutEntry> entries = layout.entries()) {
            entries.forEach(entry -> {
                switch (entry) {
                    case LabelledFile file -> {
                        known.add(of(file));
                        files.add(file.path());
                    }
                    case SetAside setAside -> unreadable.add(setAside.path() + ": " + setAside.words());
                    case LayoutEntry.Ignored ignored -> {}
                }
            });
        }
        List<String> cautions = new ArrayList<>();
        cautions.add("Whether the model was trained on these very images is not checked for a folder.");
        Acquaintance acquaintance = Acquaintance.with(files, OptionalDouble.empty(), model, progress);
        if (acquaintance.strange()) {
            cautions.add(
                    "These pictures come from a laboratory that is strange to the model, as it seems from some of them: every"
                            + " class was held to be possible, and those that are not counted to be less likely.");
        }
        ClassComparison comparison = history.map(grown -> ClassComparison.of(
                        grown,
                        ofFolder,
                        known.stream().map(Known::classCode).toList(),
                        nomenclature(),
                        model.classes()))
                .orElseGet(() -> ClassComparison.asTheModelHasIt(nomenclature(), model.classes()));
        cautions.addAll(comparison.remarks());
        return evaluate(known, unreadable, comparison, folder.toString(), "", cautions, acquaintance, progress);
    }

    private Nomenclature nomenclature() {
        return model.file().description().nomenclature();
    }

    private void checkNotTrainedOn(FoldedDataset folded, int fold, List<String> cautions) {
        Provenance from = model.file().description().provenance();
        String dataset = folded.version().digest().hex();
        if (!from.dataset().digest().equals(dataset)) {
            cautions.add("The model was trained on another dataset ("
                    + from.dataset().name() + "); whether it saw some of these cells is not known.");
            return;
        }
        boolean sameSplit = from.split().digest().equals(folded.split().digest());
        if (sameSplit && from.trainingFolds().contains(fold)) {
            throw MedullaException.user("The model " + model.name() + " was trained on fold " + fold + " of "
                    + folded.version().name() + ", so its figures there would be worthless: evaluate it on "
                    + (from.reportedFolds().isEmpty()
                            ? "other cells"
                            : "fold " + from.reportedFolds().getFirst()) + ".");
        }
        if (!sameSplit) {
            throw MedullaException.user("The model " + model.name() + " was trained on another split of "
                    + folded.version().name() + " (" + from.split().name()
                    + "), so this fold holds cells that it has seen: split the dataset so again, or train anew.");
        }
    }

    private ModelEvaluation evaluate(
            List<Known> known,
            List<String> setAside,
            ClassComparison comparison,
            String subject,
            String subjectDigest,
            List<String> cautions,
            Acquaintance acquaintance,
            Progress progress) {
        Expectation expectation = acquaintance.expectation(model);
        Scores.Builder scores = Scores.builder(comparison.classes());
        List<EvaluatedCell> cells = new ArrayList<>();
        List<Abstention.Verdict> verdicts = new ArrayList<>();
        List<String> unreadable = new ArrayList<>(setAside);
        List<Known> waiting = new ArrayList<>();
        List<Picture> pictures = new ArrayList<>();
        Runnable ask = () -> {
            List<Prediction> predictions = model.classifier().classify(pictures, expectation);
            for (int i = 0; i < predictions.size(); i++) {
                Known one = waiting.get(i);
                float[] probabilities = comparison.fold(predictions.get(i).probabilities());
                String truth = comparison.current(one.classCode());
                one.group()
                        .ifPresentOrElse(
                                group -> scores.add(truth, probabilities, group),
                                () -> scores.add(truth, probabilities));
                cells.add(new EvaluatedCell(one.name(), one.bytes()));
                verdicts.add(verdict(predictions.get(i), comparison));
            }
            waiting.clear();
            pictures.clear();
        };
        try (Progress.Stage stage = progress.stage("Evaluating", known.size())) {
            OrderedWork.onAllCores("Decoding").run(known.iterator(), Looked::at, looked -> {
                switch (looked.decoded()) {
                    case Decoded.Image image -> {
                        waiting.add(looked.known());
                        pictures.add(new Picture(image.pixels(), looked.known().scale(image, acquaintance)));
                    }
                    case Decoded.Rejected rejected ->
                        unreadable.add(looked.known().name() + ": " + rejected.words());
                }
                if (pictures.size() == TOGETHER) {
                    ask.run();
                }
                stage.advance(1);
            });
            ask.run();
        }
        Scores built = scores.build();
        List<String> told = new ArrayList<>(cautions);
        int minimumSupport = Evaluation.USUAL_MINIMUM_SUPPORT;
        if (everyClassIsSparse(built)) {
            told.add("Every class has fewer than " + minimumSupport
                    + " cells; all of them count in balanced accuracy and macro figures, which say little.");
            minimumSupport = 1;
        }
        Evaluation evaluation =
                Evaluation.of(built, comparison.nomenclature(), Bootstrap.standard(), minimumSupport, progress);
        return new ModelEvaluation(
                model.name(),
                model.file(),
                subject,
                subjectDigest,
                evaluation,
                Abstention.of(built, verdicts, Bootstrap.standard(), minimumSupport),
                built,
                cells,
                unreadable,
                told,
                comparison.nomenclature(),
                programVersion);
    }

    private static Abstention.Verdict verdict(Prediction prediction, ClassComparison comparison) {
        Judgement judgement = prediction.judgement();
        return new Abstention.Verdict(
                judgement.oddness(),
                judgement.accepted(),
                judgement.set().stream()
                        .map(prediction.classes()::get)
                        .map(comparison::current)
                        .distinct()
                        .toList());
    }

    private static boolean everyClassIsSparse(Scores scores) {
        ConfusionMatrix confusion = ConfusionMatrix.of(scores);
        return scores.truths().stream().noneMatch(code -> confusion.support(code) >= Evaluation.USUAL_MINIMUM_SUPPORT);
    }

    private static Known of(Archive archive, FrozenCell frozen) {
        Cell cell = archive.cells()
                .find(frozen.cell())
                .orElseThrow(() -> MedullaException.data("Cell " + frozen.cell().value()
                        + " of the dataset is no longer in the archive: run `medulla verify`."));
        return new Known(
                frozen.fileName(),
                frozen.classCode(),
                frozen.patient().or(frozen::smear),
                cell.details().micronsPerPixel(),
                () -> archive.images().bytes(cell));
    }

    private static Known of(LabelledFile file) {
        return new Known(
                file.path().toString(),
                file.classCode(),
                file.details().patient().or(() -> file.details().smear()),
                file.details().micronsPerPixel(),
                () -> read(file.path()));
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw MedullaException.resources("The file " + path + " could not be read.", e);
        }
    }

    /** A cell whose class is known. */
    private record Known(
            String name,
            String classCode,
            Optional<String> group,
            OptionalDouble micronsPerPixel,
            Supplier<byte[]> bytes) {
        /** What was said of the scale when the cell was filed, else what its file or its likes say. */
        OptionalDouble scale(Decoded.Image image, Acquaintance acquaintance) {
            return micronsPerPixel.isPresent()
                    ? micronsPerPixel
                    : acquaintance.scale().of(image);
        }
    }

    private record Looked(Known known, Decoded decoded) {
        static Looked at(Known known) {
            return new Looked(known, ImageDecoder.decode(known.bytes().get()));
        }
    }
}

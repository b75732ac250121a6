package org.medulla.laboratory.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.medulla.archive.Archive;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.evaluation.Bootstrap;
import org.medulla.cytology.evaluation.ConfusionMatrix;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.cytology.evaluation.Metric;
import org.medulla.cytology.evaluation.Scores;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.vision.inference.Classifier;
import org.medulla.vision.model.HeldOut;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.model.Provenance;

/** Measures a recipe on the folds that its models left out, each model on its own fold, all cells together. */
public final class HeldOutFigures {
    private final Archive archive;
    private final String dataset;
    private final String programVersion;

    /** Measures on a dataset. */
    public HeldOutFigures(Archive archive, String dataset, String programVersion) {
        this.archive = archive;
        this.dataset = dataset;
        this.programVersion = programVersion;
    }

    /** The models of the home that differ from a model in the fold that they left out, in the order of their folds. */
    public List<ModelFile> siblings(Provenance recipe) {
        Map<Integer, ModelFile> byFold = new TreeMap<>();
        archive.models().list().stream()
                .map(version -> archive.models().path(version))
                .flatMap(path -> readable(path).stream())
                .filter(model -> isSibling(model.description().provenance(), recipe))
                .forEach(model -> byFold.put(
                        model.description().provenance().reportedFolds().getFirst(), model));
        return List.copyOf(byFold.values());
    }

    /** A model that is damaged or newer than this program is nobody's sibling; hours of training should not end with its error. */
    private static Optional<ModelFile> readable(Path path) {
        try {
            return Optional.of(ModelFile.read(path));
        } catch (MedullaException e) {
            return Optional.empty();
        }
    }

    private static boolean isSibling(Provenance one, Provenance recipe) {
        return one.reportedFolds().size() == 1
                && one.dataset().equals(recipe.dataset())
                && one.split().equals(recipe.split())
                && one.initialWeights().equals(recipe.initialWeights())
                && one.seed() == recipe.seed()
                && one.plan().equals(recipe.plan());
    }

    /** The figures of models that left out a fold each; none without a model. */
    public Optional<HeldOut> of(List<ModelFile> models, Progress progress) {
        if (models.isEmpty()) {
            return Optional.empty();
        }
        FoldedDataset folded = FoldedDataset.read(archive, dataset);
        List<Integer> folds = new ArrayList<>();
        Map<String, Scores.Builder> bySource = new TreeMap<>();
        Optional<Scores.Builder> pooled = Optional.empty();
        for (ModelFile model : models) {
            int fold = model.description().provenance().reportedFolds().getFirst();
            folds.add(fold);
            List<FrozenCell> cells = folded.fold(fold);
            Scores scores = scores(model, fold, progress);
            Scores.Builder all = pooled.orElseGet(() -> Scores.builder(scores.classes()));
            pooled = Optional.of(all);
            for (int i = 0; i < cells.size(); i++) {
                add(all, scores, i, cells.get(i));
                add(
                        bySource.computeIfAbsent(cells.get(i).source(), _ -> Scores.builder(scores.classes())),
                        scores,
                        i,
                        cells.get(i));
            }
        }
        Evaluation evaluation =
                Evaluation.of(pooled.orElseThrow().build(), folded.nomenclature(), Bootstrap.standard());
        return Optional.of(new HeldOut(
                folds,
                folded.folds(),
                evaluation.cells(),
                figures(evaluation),
                classes(evaluation),
                bySource.size() < 2 ? List.of() : sources(bySource, folded.nomenclature())));
    }

    private Scores scores(ModelFile model, int fold, Progress progress) {
        try (OpenModel open = new OpenModel("of fold " + fold, Classifier.open(model))) {
            return new ModelEvaluator(open, programVersion)
                    .onFold(archive, dataset, fold, progress)
                    .scores();
        }
    }

    private static void add(Scores.Builder builder, Scores scores, int cell, FrozenCell known) {
        float[] row = new float[scores.classes().size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) scores.probability(cell, i);
        }
        known.patient()
                .or(known::smear)
                .ifPresentOrElse(
                        patient -> builder.add(scores.truth(cell), row, patient),
                        () -> builder.add(scores.truth(cell), row));
    }

    private static List<HeldOut.Figure> figures(Evaluation evaluation) {
        List<HeldOut.Figure> figures = new ArrayList<>();
        evaluation.figures().forEach((metric, estimate) -> figures.add(new HeldOut.Figure(metric.title(), estimate)));
        return figures;
    }

    private static List<HeldOut.OfClass> classes(Evaluation evaluation) {
        List<HeldOut.OfClass> classes = new ArrayList<>();
        evaluation
                .filled()
                .forEach(score -> score.strict()
                        .recall()
                        .ifPresent(recall -> classes.add(new HeldOut.OfClass(
                                score.code(),
                                score.support(),
                                recall,
                                score.strict().precision()))));
        return classes;
    }

    private static List<HeldOut.OfSource> sources(Map<String, Scores.Builder> bySource, Nomenclature nomenclature) {
        List<HeldOut.OfSource> sources = new ArrayList<>();
        bySource.forEach((source, builder) -> {
            Scores scores = builder.build();
            ConfusionMatrix confusion = ConfusionMatrix.of(scores);
            if (scores.truths().stream()
                    .anyMatch(code -> confusion.support(code) >= Evaluation.USUAL_MINIMUM_SUPPORT)) {
                Evaluation.of(scores, nomenclature, Bootstrap.standard())
                        .figure(Metric.BALANCED_ACCURACY)
                        .ifPresent(estimate -> sources.add(new HeldOut.OfSource(source, scores.size(), estimate)));
            }
        });
        return sources;
    }
}

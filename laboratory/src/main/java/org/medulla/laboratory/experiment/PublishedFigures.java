package org.medulla.laboratory.experiment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.medulla.archive.Archive;
import org.medulla.cytology.evaluation.Bootstrap;
import org.medulla.cytology.evaluation.ConfusionMatrix;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.cytology.evaluation.FoldFigures;
import org.medulla.cytology.evaluation.McNemar;
import org.medulla.cytology.evaluation.Metric;
import org.medulla.cytology.evaluation.PairedFigures;
import org.medulla.cytology.evaluation.Scores;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.report.MapPicture;
import org.medulla.laboratory.report.MethodFigures;
import org.medulla.laboratory.report.MethodPair;

/** Computes all figures of a comparison from the predictions and records of finished folds, and from nothing else. */
final class PublishedFigures {
    private static final int MAPPED_FOLD = 0;

    private final Archive archive;
    private final PublishedRequest request;
    private final FoldedDataset dataset;
    private final ExperimentFolder folder;
    private final String programVersion;

    PublishedFigures(
            Archive archive,
            PublishedRequest request,
            FoldedDataset dataset,
            ExperimentFolder folder,
            String programVersion) {
        this.archive = archive;
        this.request = request;
        this.dataset = dataset;
        this.folder = folder;
        this.programVersion = programVersion;
    }

    PublishedResult compute(Progress progress) {
        List<Scores> pooled = new ArrayList<>();
        List<List<Scores>> byFold = new ArrayList<>();
        for (Method method : request.methods()) {
            List<FoldPredictions> folds = IntStream.range(0, dataset.folds())
                    .mapToObj(fold -> PredictionsCsv.read(folder.predictions(method, fold)))
                    .toList();
            pooled.add(FoldPredictions.pooled(folds, dataset.nomenclature()));
            byFold.add(folds.stream().map(FoldPredictions::scores).toList());
        }
        List<String> cautions = new ArrayList<>();
        int minimumSupport = minimumSupport(pooled.getFirst(), cautions);
        List<MethodFigures> methods = new ArrayList<>();
        List<List<String>> models = new ArrayList<>();
        for (int m = 0; m < pooled.size(); m++) {
            Method method = request.methods().get(m);
            List<FoldRecord> records = records(method);
            methods.add(new MethodFigures(
                    method.title(),
                    Evaluation.of(
                            pooled.get(m), dataset.nomenclature(), Bootstrap.standard(), minimumSupport, progress),
                    FoldFigures.of(byFold.get(m), dataset.nomenclature(), minimumSupport),
                    records.stream().map(FoldRecord::cost).toList(),
                    records.stream().map(FoldRecord::log).toList()));
            models.add(records.stream().flatMap(r -> r.model().stream()).toList());
        }
        if (dataset.cells().stream().anyMatch(cell -> cell.patient().isEmpty())) {
            cautions.add(
                    "The patients of these cells are not all known: cells of one smear can stand on both sides of the"
                            + " split, which flatters every figure.");
        }
        return new PublishedResult(
                request,
                dataset,
                methods,
                pairs(pooled, minimumSupport, progress),
                models,
                map(progress),
                cautions,
                folder.path(),
                programVersion);
    }

    private List<FoldRecord> records(Method method) {
        return IntStream.range(0, dataset.folds())
                .mapToObj(fold -> FoldRecord.read(folder.record(method, fold)))
                .toList();
    }

    private static int minimumSupport(Scores scores, List<String> cautions) {
        ConfusionMatrix confusion = ConfusionMatrix.of(scores);
        if (scores.truths().stream().anyMatch(code -> confusion.support(code) >= Evaluation.USUAL_MINIMUM_SUPPORT)) {
            return Evaluation.USUAL_MINIMUM_SUPPORT;
        }
        cautions.add("Every class has fewer than " + Evaluation.USUAL_MINIMUM_SUPPORT
                + " cells; all of them count in balanced accuracy and macro figures, which say little.");
        return 1;
    }

    private List<MethodPair> pairs(List<Scores> pooled, int minimumSupport, Progress progress) {
        if (pooled.size() < 2) {
            return List.of();
        }
        PairedFigures paired =
                PairedFigures.of(pooled, dataset.nomenclature(), Bootstrap.standard(), minimumSupport, progress);
        List<MethodPair> pairs = new ArrayList<>();
        for (int first = 0; first < pooled.size(); first++) {
            for (int second = first + 1; second < pooled.size(); second++) {
                Map<Metric, Estimate> differences = new EnumMap<>(Metric.class);
                for (Metric metric : Metric.values()) {
                    paired.difference(first, second, metric).ifPresent(estimate -> differences.put(metric, estimate));
                }
                pairs.add(new MethodPair(
                        request.methods().get(first).title(),
                        request.methods().get(second).title(),
                        differences,
                        McNemar.of(pooled.get(first), pooled.get(second))));
            }
        }
        return pairs;
    }

    /** The first network's model of the first fold, of the cells that it has not seen. */
    private Optional<MapPicture> map(Progress progress) {
        for (Method method : request.methods()) {
            FoldRecord record = FoldRecord.read(folder.record(method, MAPPED_FOLD));
            if (record.model().isPresent()) {
                return Optional.of(new CellMapping(archive, dataset, folder)
                        .draw(method, MAPPED_FOLD, record.model().get(), progress));
            }
        }
        return Optional.empty();
    }
}

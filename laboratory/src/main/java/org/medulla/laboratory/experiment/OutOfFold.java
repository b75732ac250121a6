package org.medulla.laboratory.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.evaluation.Scores;
import org.medulla.laboratory.dataset.FoldedDataset;

/**
 * What methods say of every cell of a dataset, each fold named by methods that learned from the others.
 *
 * @param cells the digests of the cells' images
 * @param scores the classes and probabilities of the same cells in the same order; with several methods, the mean of theirs
 */
public record OutOfFold(List<Digest> cells, Scores scores) {
    public OutOfFold {
        cells = List.copyOf(cells);
    }

    static OutOfFold of(List<Method> methods, FoldedDataset dataset, ExperimentFolder folder) {
        List<List<FoldPredictions>> byMethod = methods.stream()
                .map(method -> IntStream.range(0, dataset.folds())
                        .mapToObj(fold -> PredictionsCsv.read(folder.predictions(method, fold)))
                        .toList())
                .toList();
        List<String> classes = dataset.nomenclature().codes().stream()
                .filter(code -> byMethod.stream()
                        .flatMap(List::stream)
                        .anyMatch(fold -> fold.classes().contains(code)))
                .toList();
        Map<String, float[]> sums = new HashMap<>();
        for (FoldPredictions fold : byMethod.stream().flatMap(List::stream).toList()) {
            for (PredictedCell cell : fold.cells()) {
                float[] sum = sums.computeIfAbsent(cell.digest(), _ -> new float[classes.size()]);
                for (int i = 0; i < fold.classes().size(); i++) {
                    sum[classes.indexOf(fold.classes().get(i))] +=
                            cell.probabilities().get(i) / methods.size();
                }
            }
        }
        List<Digest> cells = new ArrayList<>();
        Scores.Builder scores = Scores.builder(classes);
        for (FoldPredictions fold : byMethod.getFirst()) {
            for (PredictedCell cell : fold.cells()) {
                cells.add(new Digest(cell.digest()));
                scores.add(cell.truth(), sums.getOrDefault(cell.digest(), new float[classes.size()]));
            }
        }
        return new OutOfFold(cells, scores.build());
    }
}

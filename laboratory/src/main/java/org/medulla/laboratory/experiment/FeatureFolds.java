package org.medulla.laboratory.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.medulla.archive.Archive;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.pipeline.OrderedWork;
import org.medulla.laboratory.training.FrozenPictures;
import org.medulla.vision.feature.CellFeatures;
import org.medulla.vision.feature.FeatureVector;
import org.medulla.vision.feature.classifier.FeatureClassifier;
import org.medulla.vision.training.TrainingCost;
import org.medulla.vision.training.TrainingLog;

/** Folds of classifiers on hand-made features: measures each cell once, learns from the other folds, names the held-out cells. */
final class FeatureFolds {
    private final Archive archive;
    private final long seed;
    private final Map<String, FeatureVector> byDigest = new HashMap<>();

    FeatureFolds(Archive archive, long seed) {
        this.archive = archive;
        this.seed = seed;
    }

    /**
     * Finishes a fold.
     *
     * @param predictions where they go
     * @return the record of the fold; its cost is that of learning, measuring the cells left out
     */
    FoldRecord finish(Method.Features method, FoldedDataset dataset, int fold, Path predictions, Progress progress) {
        List<FrozenCell> known = dataset.without(OptionalInt.of(fold));
        List<FrozenCell> heldOut = dataset.fold(fold);
        measure(known, progress);
        measure(heldOut, progress);
        List<String> classes = dataset.nomenclature()
                .inOrder(known.stream().map(FrozenCell::classCode).toList());
        TrainingCost before = TrainingCost.now();
        FeatureClassifier classifier = FeatureClassifier.train(
                method.method(),
                known.stream().map(this::features).toList(),
                known.stream()
                        .mapToInt(cell -> classes.indexOf(cell.classCode()))
                        .toArray(),
                classes,
                seed,
                progress);
        TrainingCost cost = TrainingCost.NONE.plusSince(before);
        try (PredictionsDraft draft = new PredictionsDraft(predictions, classes, heldOut)) {
            draft.add(heldOut.subList(draft.done(), heldOut.size()).stream()
                    .map(cell -> PredictedCell.of(cell, classifier.probabilities(features(cell))))
                    .toList());
            draft.finish();
        }
        return new FoldRecord(Optional.empty(), "", Optional.of(cost), new TrainingLog(List.of()));
    }

    private FeatureVector features(FrozenCell cell) {
        FeatureVector features = byDigest.get(cell.digest().hex());
        if (features == null) {
            throw new IllegalStateException("The cell " + cell.cell().value() + " was not measured");
        }
        return features;
    }

    private void measure(List<FrozenCell> cells, Progress progress) {
        List<FrozenCell> missing = cells.stream()
                .filter(cell -> !byDigest.containsKey(cell.digest().hex()))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        FrozenPictures pictures = new FrozenPictures(archive, missing);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < missing.size(); i++) {
            numbers.add(i);
        }
        try (Progress.Stage stage = progress.stage("Measuring cells", missing.size())) {
            int[] next = {0};
            OrderedWork.onAllCores("Measuring cells")
                    .run(numbers.iterator(), (Integer i) -> features(pictures, i), features -> {
                        byDigest.put(missing.get(next[0]++).digest().hex(), features);
                        stage.advance(1);
                    });
        }
    }

    private static FeatureVector features(FrozenPictures pictures, int index) {
        OptionalDouble scale = pictures.micronsPerPixel(index);
        return scale.isPresent()
                ? CellFeatures.of(pictures.image(index), scale.getAsDouble())
                : CellFeatures.of(pictures.image(index));
    }
}

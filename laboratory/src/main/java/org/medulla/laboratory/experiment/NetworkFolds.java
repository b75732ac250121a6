package org.medulla.laboratory.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.medulla.archive.Archive;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.training.TrainedModel;
import org.medulla.laboratory.training.TrainingRequest;
import org.medulla.laboratory.training.TrainingRuns;
import org.medulla.vision.augmentation.Augmentation;
import org.medulla.vision.inference.Classifier;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.training.Device;

/** Folds of networks: trains on the other folds, goes on with a training run that was stopped, and names the held-out cells. */
final class NetworkFolds {
    private final Archive archive;
    private final TrainingRuns runs;
    private final PublishedRequest request;

    NetworkFolds(Archive archive, TrainingRuns runs, PublishedRequest request) {
        this.archive = archive;
        this.runs = runs;
        this.request = request;
    }

    /**
     * Finishes a fold.
     *
     * @param heldOut the cells of the fold
     * @param predictions where they go
     * @return the record of the fold
     */
    FoldRecord finish(
            Architecture architecture, int fold, List<FrozenCell> heldOut, Path predictions, Progress progress) {
        TrainedModel trained = runs.run(
                new TrainingRequest(
                        request.dataset(),
                        OptionalInt.of(fold),
                        architecture,
                        Optional.empty(),
                        request.size(),
                        request.length(),
                        Optional.of(Augmentation.asPublished()),
                        Device.AUTO,
                        request.seed()),
                true,
                progress);
        ModelFile model = ModelFile.read(trained.file());
        List<String> classes = model.description().classes();
        try (Classifier classifier = Classifier.open(model);
                PredictionsDraft draft = new PredictionsDraft(predictions, classes, heldOut)) {
            new Asking(archive, classifier)
                    .about(
                            heldOut.subList(draft.done(), heldOut.size()),
                            "Naming fold " + fold,
                            progress,
                            (cells, answers) -> {
                                List<PredictedCell> rows = new ArrayList<>();
                                for (int i = 0; i < cells.size(); i++) {
                                    rows.add(PredictedCell.of(
                                            cells.get(i), answers.get(i).probabilities()));
                                }
                                draft.add(rows);
                            });
            draft.finish();
        }
        return new FoldRecord(Optional.of(trained.name()), model.digest(), trained.cost(), trained.log());
    }
}

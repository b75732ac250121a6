package org.medulla.laboratory.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.medulla.archive.Archive;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.pipeline.OrderedWork;
import org.medulla.laboratory.training.FrozenPictures;
import org.medulla.vision.inference.Classifier;
import org.medulla.vision.inference.Expectation;
import org.medulla.vision.inference.Picture;
import org.medulla.vision.inference.Prediction;
import org.medulla.vision.training.TrainingData;

/** Asks a model about cells of a dataset, some at a time, while the next ones are being decoded. */
final class Asking {
    private static final int TOGETHER = 128;

    private final Archive archive;
    private final Classifier classifier;
    private final Expectation expectation;

    Asking(Archive archive, Classifier classifier) {
        this(archive, classifier, Expectation.HOME);
    }

    Asking(Archive archive, Classifier classifier, Expectation expectation) {
        this.archive = archive;
        this.classifier = classifier;
        this.expectation = expectation;
    }

    /**
     * Asks about the cells.
     *
     * @param what is being done, for the progress: "Naming fold 0"
     * @param answers is given some cells with the answers to them, in the order of the cells
     */
    void about(
            List<FrozenCell> cells,
            String what,
            Progress progress,
            BiConsumer<List<FrozenCell>, List<Prediction>> answers) {
        about(cells, new FrozenPictures(archive, cells), what, progress, answers);
    }

    /**
     * Asks about the cells by pictures that were changed.
     *
     * @param images the picture of each cell, in the order of the cells
     */
    void about(
            List<FrozenCell> cells,
            TrainingData images,
            String what,
            Progress progress,
            BiConsumer<List<FrozenCell>, List<Prediction>> answers) {
        List<Picture> pictures = new ArrayList<>();
        try (Progress.Stage stage = progress.stage(what, cells.size())) {
            int[] given = {0};
            Runnable ask = () -> {
                int from = given[0];
                answers.accept(
                        cells.subList(from, from + pictures.size()),
                        classifier.classify(List.copyOf(pictures), expectation));
                given[0] += pictures.size();
                stage.advance(pictures.size());
                pictures.clear();
            };
            OrderedWork.onAllCores("Decoding")
                    .run(
                            IntStream.range(0, cells.size()).iterator(),
                            (Integer cell) -> new Picture(images.image(cell), images.micronsPerPixel(cell)),
                            picture -> {
                                pictures.add(picture);
                                if (pictures.size() == TOGETHER) {
                                    ask.run();
                                }
                            });
            ask.run();
        }
    }
}

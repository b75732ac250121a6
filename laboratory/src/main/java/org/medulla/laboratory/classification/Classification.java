package org.medulla.laboratory.classification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.laboratory.pipeline.OrderedWork;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.inference.Picture;
import org.medulla.vision.inference.Prediction;

/** Asks a model about files: some threads read and decode while the network works on the files before. */
public final class Classification {
    private static final int TOGETHER = 128;

    private final OpenModel model;
    private final List<Looked> waiting = new ArrayList<>();
    private int pictures;

    /** Classifies with this model. */
    public Classification(OpenModel model) {
        this.model = model;
    }

    /**
     * Classifies files.
     *
     * @param answers gets one answer per file, in the order of the files
     * @return how many files were unreadable
     */
    public long run(List<Path> files, Consumer<Answer> answers, Progress progress) {
        long[] unreadable = {0};
        try (Progress.Stage stage = progress.stage("Classifying", files.size())) {
            Consumer<Answer> counted = answer -> {
                unreadable[0] += answer instanceof Answer.Unreadable ? 1 : 0;
                answers.accept(answer);
                stage.advance(1);
            };
            OrderedWork.onAllCores("Decoding").run(files.iterator(), Classification::look, looked -> {
                waiting.add(looked);
                pictures += looked instanceof Seen ? 1 : 0;
                if (pictures == TOGETHER) {
                    answer(counted);
                }
            });
            answer(counted);
        }
        return unreadable[0];
    }

    private void answer(Consumer<Answer> answers) {
        List<Picture> seen = new ArrayList<>();
        for (Looked looked : waiting) {
            if (looked instanceof Seen one) {
                seen.add(one.picture());
            }
        }
        Iterator<Prediction> predictions = model.classifier().classify(seen).iterator();
        for (Looked looked : waiting) {
            answers.accept(
                    switch (looked) {
                        case Seen one -> classified(one.path(), predictions.next());
                        case Failed one -> new Answer.Unreadable(one.path(), one.reason());
                    });
        }
        waiting.clear();
        pictures = 0;
    }

    private static Looked look(Path path) {
        try {
            return switch (ImageDecoder.decode(Files.readAllBytes(path))) {
                case Decoded.Image image -> new Seen(path, new Picture(image.pixels(), image.micronsPerPixel()));
                case Decoded.Rejected rejected -> new Failed(path, rejected.words());
            };
        } catch (IOException e) {
            String reason =
                    Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
            return new Failed(path, "could not be read: " + reason);
        }
    }

    private static Answer classified(Path path, Prediction prediction) {
        return new Answer.Classified(path, list(prediction), prediction.judgement());
    }

    private static List<Float> list(Prediction prediction) {
        List<Float> list = new ArrayList<>();
        for (float probability : prediction.probabilities()) {
            list.add(probability);
        }
        return list;
    }

    /** A file after a look at it. */
    private sealed interface Looked {}

    private record Seen(Path path, Picture picture) implements Looked {}

    private record Failed(Path path, String reason) implements Looked {}
}

package org.medulla.laboratory.classification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.laboratory.pipeline.OrderedWork;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.inference.Expectation;
import org.medulla.vision.inference.Picture;
import org.medulla.vision.inference.Prediction;

/**
 * Asks a model about files. Each thread takes a few files the whole way, from their bytes to their answers, so that all cores are
 * busy all the time and no more pictures are in memory than are being looked at.
 */
public final class Classification {
    /** How many batches each thread may be ahead of the answers: enough that none waits for a slow one. */
    private static final int AHEAD = 8;

    private final OpenModel model;
    private final OptionalDouble micronsPerPixel;

    /** Classifies with this model. */
    public Classification(OpenModel model) {
        this(model, OptionalDouble.empty());
    }

    /**
     * Classifies with this model.
     *
     * @param micronsPerPixel the scale of the files that do not say it, in micrometres a pixel, where it is known
     */
    public Classification(OpenModel model, OptionalDouble micronsPerPixel) {
        this.model = model;
        this.micronsPerPixel = micronsPerPixel;
    }

    /**
     * Classifies files.
     *
     * @param answers gets one answer per file, in the order of the files
     * @return how many files were unreadable
     * @throws CancelledException when the thread is interrupted
     */
    public long run(List<Path> files, Consumer<Answer> answers, Progress progress) {
        int threads = model.classifier().threads();
        int together = model.classifier().together();
        long[] unreadable = {0};
        Acquaintance acquaintance = Acquaintance.with(files, micronsPerPixel, model, progress);
        Expectation expectation = acquaintance.expectation(model);
        try (Progress.Stage stage = progress.stage("Classifying", files.size())) {
            Iterator<List<Path>> batches =
                    files.stream().gather(Gatherers.windowFixed(together)).iterator();
            new OrderedWork("Classifying", threads, AHEAD * threads)
                    .run(batches, batch -> answer(batch, acquaintance.scale(), expectation), batch -> {
                        for (Answer answer : batch) {
                            unreadable[0] += answer instanceof Answer.Unreadable ? 1 : 0;
                            answers.accept(answer);
                            stage.advance(1);
                        }
                    });
        }
        return unreadable[0];
    }

    private List<Answer> answer(List<Path> files, SharedScale scale, Expectation expectation) {
        List<Looked> looked = files.stream().map(file -> look(file, scale)).toList();
        List<Picture> seen = new ArrayList<>();
        for (Looked one : looked) {
            if (one instanceof Seen image) {
                seen.add(image.picture());
            }
        }
        Iterator<Prediction> predictions =
                model.classifier().classify(seen, expectation).iterator();
        List<Answer> answers = new ArrayList<>();
        for (Looked one : looked) {
            answers.add(
                    switch (one) {
                        case Seen image -> classified(image.path(), predictions.next());
                        case Failed failed -> new Answer.Unreadable(failed.path(), failed.reason());
                    });
        }
        return answers;
    }

    private static Looked look(Path path, SharedScale scale) {
        try {
            return switch (ImageDecoder.decode(Files.readAllBytes(path))) {
                case Decoded.Image image -> new Seen(path, new Picture(image.pixels(), scale.of(image)));
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

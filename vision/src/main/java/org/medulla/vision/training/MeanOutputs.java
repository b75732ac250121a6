package org.medulla.vision.training;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.medulla.cytology.job.Progress;
import org.medulla.vision.preprocessing.Preprocessing;

/** What a network that has learned gives for training pictures without augmentation, averaged over the views as in any later use. */
final class MeanOutputs {
    private static final int PICTURES_PER_BATCH = 4;
    private static final int BATCHES_TOGETHER = 16;

    private final List<float[]> logits = new ArrayList<>();
    private final List<float[]> embeddings = new ArrayList<>();

    private MeanOutputs() {}

    /** Computes with the learner's averaged weights; progress advances by a picture each. */
    static MeanOutputs of(
            Learner learner,
            TrainingData data,
            Preprocessing preprocessing,
            SourcePriors priors,
            List<Integer> indices,
            Progress.Stage stage) {
        MeanOutputs outputs = new MeanOutputs();
        int together = PICTURES_PER_BATCH * BATCHES_TOGETHER;
        for (int from = 0; from < indices.size(); from += together) {
            List<Integer> some = indices.subList(from, Math.min(from + together, indices.size()));
            int batches = Math.ceilDiv(some.size(), PICTURES_PER_BATCH);
            Iterator<Integer> next = some.iterator();
            for (Replica.Outputs batch : learner.outputs(
                    batches,
                    i -> batch(
                            data,
                            preprocessing,
                            some.subList(
                                    i * PICTURES_PER_BATCH, Math.min((i + 1) * PICTURES_PER_BATCH, some.size()))))) {
                outputs.addMeans(batch, preprocessing.views(), () -> priors.atHome(next.next()));
            }
            stage.advance(some.size());
        }
        return outputs;
    }

    /** A batch of all views of some pictures. */
    private static Batch batch(TrainingData data, Preprocessing preprocessing, List<Integer> pictures) {
        int size = preprocessing.size();
        int inputs = pictures.size() * preprocessing.views();
        ByteBuffer images = EngineMemory.allocate(Batch.bytes(inputs, size));
        for (int index : pictures) {
            for (float[] planes : preprocessing.applyAll(data.image(index), data.micronsPerPixel(index))) {
                for (int pixel = 0; pixel < size * size; pixel++) {
                    for (int channel = 0; channel < 3; channel++) {
                        images.putFloat(planes[channel * size * size + pixel]);
                    }
                }
            }
        }
        return new Batch(size, images.flip(), new int[inputs]);
    }

    private void addMeans(Replica.Outputs batch, int views, Supplier<float[]> priors) {
        for (int first = 0; first < batch.count; first += views) {
            float[] prior = priors.get();
            boolean sure = FirstLook.isSure(sum(mean(batch.logits, batch.count, first, 1), prior));
            int looked = sure ? 1 : views;
            logits.add(sum(mean(batch.logits, batch.count, first, looked), prior));
            embeddings.add(mean(batch.embeddings, batch.count, first, looked));
        }
    }

    /** Adds to the first, which it gives back. */
    private static float[] sum(float[] values, float[] more) {
        for (int i = 0; i < values.length; i++) {
            values[i] += more[i];
        }
        return values;
    }

    private static float[] mean(float[] values, int inputs, int first, int views) {
        int width = values.length / inputs;
        float[] mean = new float[width];
        for (int at = 0; at < views * width; at++) {
            mean[at % width] += values[first * width + at] / views;
        }
        return mean;
    }

    /** The mean logits of each picture with what its source says, in order. */
    List<float[]> logits() {
        return List.copyOf(logits);
    }

    /** The mean embedding of each picture, in order. */
    List<float[]> embeddings() {
        return List.copyOf(embeddings);
    }
}

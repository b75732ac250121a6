package org.medulla.vision.training;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.medulla.vision.preprocessing.Preprocessing;

/** The pictures of the validation part, prepared as for any later use and kept in memory as bytes. */
final class ValidationSet {
    private static final int BATCH = 32;

    private final TrainingData data;
    private final Preprocessing preprocessing;
    private final List<Integer> indices;
    private final SourcePriors priors;
    private final int classes;

    ValidationSet(
            TrainingData data, Preprocessing preprocessing, List<Integer> indices, SourcePriors priors, int classes) {
        this.data = data;
        this.preprocessing = preprocessing;
        this.indices = List.copyOf(indices);
        this.priors = priors;
        this.classes = classes;
    }

    /** The right classes. */
    List<Integer> labels() {
        return indices.stream().map(data::label).toList();
    }

    /** How the learner's averaged weights do on single views. */
    ValidationResult evaluate(Learner learner) {
        return ValidationResult.of(logits(learner), labels(), classes);
    }

    /** The logits of each picture's upright view, with what its source says. */
    private List<float[]> logits(Learner learner) {
        List<float[]> logits = new ArrayList<>();
        indices.forEach(index -> logits.add(priors.atHome(index).clone()));
        List<Batch> batches = new ArrayList<>();
        int at = 0;
        for (int from = 0; from < indices.size(); from += BATCH) {
            batches.add(batch(indices.subList(from, Math.min(from + BATCH, indices.size()))));
        }
        for (float[] rows : learner.logits(batches)) {
            for (int i = 0; i < rows.length; i++) {
                logits.get(at + i / classes)[i % classes] += rows[i];
            }
            at += rows.length / classes;
        }
        return logits;
    }

    private Batch batch(List<Integer> part) {
        int size = preprocessing.size();
        ByteBuffer images = EngineMemory.allocate(Batch.bytes(part.size(), size));
        int[] labels = new int[part.size()];
        for (int i = 0; i < labels.length; i++) {
            int index = part.get(i);
            labels[i] = data.label(index);
            float[] planes = preprocessing.apply(data.image(index), data.micronsPerPixel(index), 0);
            for (int pixel = 0; pixel < size * size; pixel++) {
                for (int channel = 0; channel < 3; channel++) {
                    images.putFloat(planes[channel * size * size + pixel]);
                }
            }
        }
        return new Batch(size, images.flip(), labels);
    }
}

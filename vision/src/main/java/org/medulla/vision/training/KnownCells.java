package org.medulla.vision.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medulla.cytology.job.Progress;
import org.medulla.vision.familiarity.Familiarity;

/** What the kept weights give for the validation part, and for some pictures of each class that they learned from. */
final class KnownCells {
    private final MeanOutputs learned;
    private final MeanOutputs validation;
    private final List<Integer> learnedLabels;
    private final List<Integer> validationLabels;
    private final List<Integer> learnedSources;
    private final SourcePriors priors;
    private final int classes;

    private KnownCells(
            MeanOutputs learned,
            MeanOutputs validation,
            List<Integer> learnedLabels,
            List<Integer> validationLabels,
            List<Integer> learnedSources,
            SourcePriors priors,
            int classes) {
        this.learned = learned;
        this.validation = validation;
        this.learnedLabels = learnedLabels;
        this.validationLabels = validationLabels;
        this.learnedSources = learnedSources;
        this.priors = priors;
        this.classes = classes;
    }

    static KnownCells look(
            Learner learner,
            TrainingPlan plan,
            TrainingData data,
            ValidationPart split,
            SourcePriors priors,
            Progress progress) {
        int classes = plan.classes().size();
        List<Integer> sample = sample(split.learned(), data, priors, plan.seed());
        try (Progress.Stage stage = progress.stage(
                "Calibrating", (long) sample.size() + split.validation().size())) {
            return new KnownCells(
                    MeanOutputs.of(learner, data, plan.preprocessing(), priors, sample, stage),
                    MeanOutputs.of(learner, data, plan.preprocessing(), priors, split.validation(), stage),
                    sample.stream().map(data::label).toList(),
                    split.validation().stream().map(data::label).toList(),
                    sample.stream().map(priors::place).toList(),
                    priors,
                    classes);
        }
    }

    /** The logits of the validation part with what the sources say, averaged over the views. */
    List<float[]> validationLogits() {
        return validation.logits();
    }

    /** The familiarity of the weights when logits are divided by that temperature. */
    Optional<Familiarity> familiarity(double temperature) {
        List<float[]> probabilities = new ArrayList<>();
        for (float[] logits : validation.logits()) {
            double[] exact = Temperature.probabilities(logits, temperature);
            float[] row = new float[exact.length];
            for (int label = 0; label < row.length; label++) {
                row[label] = (float) exact[label];
            }
            probabilities.add(row);
        }
        return Familiarity.of(
                new Familiarity.Seen(learned.embeddings(), List.of(), learnedLabels, learnedSources),
                new Familiarity.Seen(validation.embeddings(), probabilities, validationLabels),
                classes,
                priors.sources());
    }

    private static List<Integer> sample(List<Integer> learned, TrainingData data, SourcePriors priors, long seed) {
        int[] order = learned.stream().mapToInt(Integer::intValue).toArray();
        SampleOrder.shuffle(order, Randomness.of(seed, Randomness.Purpose.FAMILIARITY, 0));
        Map<List<Integer>, Integer> taken = new HashMap<>();
        List<Integer> sample = new ArrayList<>();
        for (int index : order) {
            List<Integer> kind = List.of(data.label(index), priors.place(index));
            if (taken.merge(kind, 1, Integer::sum) <= Familiarity.SAMPLE_OF_EACH_CLASS) {
                sample.add(index);
            }
        }
        return sample;
    }
}

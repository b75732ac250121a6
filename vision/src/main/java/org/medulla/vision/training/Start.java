package org.medulla.vision.training;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;

/** Where a run begins: at the first step, or where a checkpoint was written. */
record Start(
        ValidationPart split,
        Network network,
        ParameterLayout layout,
        Learner learner,
        long step,
        long steps,
        Best best,
        TrainingCost cost,
        TrainingLog log) {
    private static final ValidationResult WORST = new ValidationResult(Double.POSITIVE_INFINITY, 0);

    /** The start of a new run; the number of its steps is fixed here. */
    static Start fresh(TrainingPlan plan, TrainingData data, Map<String, Tensor> initial) {
        ValidationPart split = split(plan, data);
        Network network = plan.architecture().network(plan.classes().size());
        ParameterLayout layout = new ParameterLayout(network);
        float[] learned = layout.initialLearned(initial, plan.seed());
        float[] running = layout.initialRunning(initial);
        int parts = Learner.parts(plan);
        double batches = (double) split.learned().size() / plan.recipe().batchSize();
        long steps = switch (plan.length()) {
            case Length.Epochs(double epochs) -> (long) Math.ceil(epochs * batches);
            case Length.Minutes(double minutes, double mostEpochs) -> {
                double fitting;
                try (Learner probe = Learner.begin(plan, network, layout, learned, running, parts)) {
                    fitting = new SpeedProbe(plan, split).steps(probe, 60 * minutes);
                }
                yield (long) Math.min(fitting, Math.ceil(mostEpochs * batches));
            }
        };
        return new Start(
                split,
                network,
                layout,
                Learner.begin(plan, network, layout, learned, running, parts),
                0,
                Math.max(1, steps),
                new Best(0, WORST, learned, running),
                TrainingCost.NONE,
                new TrainingLog(List.of()));
    }

    /**
     * The start out of a checkpoint.
     *
     * @throws MedullaException when the checkpoint was made by another plan or from other pictures
     */
    static Start from(TrainingPlan plan, TrainingData data, CheckpointFile file) {
        Checkpoint checkpoint = file.read();
        if (!checkpoint.fingerprint().equals(fingerprint(plan, data))) {
            throw MedullaException.user("The checkpoint " + file.path()
                    + " was made with other options or pictures, or by another version of Medulla: resume with the same"
                    + " ones, train without resuming, or delete that file to begin this run anew.");
        }
        Network network = plan.architecture().network(plan.classes().size());
        ParameterLayout layout = new ParameterLayout(network);
        Map<String, float[]> vectors = checkpoint.vectors();
        return new Start(
                split(plan, data),
                network,
                layout,
                Learner.resume(plan, network, layout, vectors, checkpoint.parts()),
                checkpoint.step(),
                checkpoint.steps(),
                new Best(
                        checkpoint.bestStep(),
                        checkpoint.best(),
                        Checkpoint.vector(vectors, "best_learned"),
                        Checkpoint.vector(vectors, "best_running")),
                checkpoint.cost(),
                checkpoint.log());
    }

    private static ValidationPart split(TrainingPlan plan, TrainingData data) {
        int classes = plan.classes().size();
        for (int label : labels(data)) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("There are " + classes + " classes but a label " + label);
            }
        }
        ValidationPart split =
                ValidationPart.choose(data, classes, plan.selection().validationShare(), plan.seed());
        if (split.validation().isEmpty()
                || split.learned().size() < plan.recipe().batchSize()) {
            throw MedullaException.data("There are too few pictures to train from: " + data.size()
                    + "; freeze a data set with at least a few dozen of each class.");
        }
        return split;
    }

    /** The class of every picture. */
    static int[] labels(TrainingData data) {
        int[] labels = new int[data.size()];
        Arrays.setAll(labels, data::label);
        return labels;
    }

    /** What a checkpoint belongs to: a digest of the plan and of the classes and sources of all pictures. */
    static String fingerprint(TrainingPlan plan, TrainingData data) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(plan.toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Arrays.toString(labels(data)).getBytes(StandardCharsets.UTF_8));
            for (int index = 0; index < data.size(); index++) {
                digest.update(data.source(index).orElse("").getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

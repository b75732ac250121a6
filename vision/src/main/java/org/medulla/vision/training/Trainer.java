package org.medulla.vision.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.vision.network.Libtorch;
import org.medulla.vision.network.Tensor;

/**
 * Trains a network by a plan and keeps checkpoints in a folder, so that a run that was killed can be taken up and ends with the
 * very weights of an undisturbed one.
 */
public final class Trainer {
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(60);

    private final TrainingPlan plan;
    private final TrainingData data;
    private final CheckpointFile checkpoint;
    private final Duration betweenCheckpoints;

    /**
     * A trainer that has not begun.
     *
     * @param folder where the checkpoint is kept: {@code checkpoint.safetensors}
     */
    public Trainer(TrainingPlan plan, TrainingData data, Path folder) {
        this(plan, data, folder, BETWEEN_CHECKPOINTS);
    }

    /** A trainer that writes checkpoints at other intervals; zero means after every step. */
    Trainer(TrainingPlan plan, TrainingData data, Path folder, Duration betweenCheckpoints) {
        this.plan = plan;
        this.data = data;
        this.checkpoint = new CheckpointFile(folder.resolve("checkpoint.safetensors"));
        this.betweenCheckpoints = betweenCheckpoints;
    }

    /** Whether there is a checkpoint from which {@link #resume} would go on. */
    public boolean canResume() {
        return checkpoint.exists();
    }

    /**
     * How many steps the run of the checkpoint has from its first to its last, taken or not.
     *
     * @throws MedullaException when there is no checkpoint
     */
    public long steps() {
        return checkpoint.read().steps();
    }

    /** Trains from the first step, whatever checkpoint there is. */
    public TrainedNetwork train(Progress progress) {
        return train(Map.of(), progress);
    }

    /**
     * Trains from the first step.
     *
     * @param initial weights to start from, by name; what is not among them starts at random
     */
    public TrainedNetwork train(Map<String, Tensor> initial, Progress progress) {
        Libtorch.load();
        try (TrainingRun run = TrainingRun.begin(plan, data, initial, checkpoint, betweenCheckpoints)) {
            return run.finish(progress);
        }
    }

    /**
     * Goes on from the checkpoint.
     *
     * @throws MedullaException when there is none, or when it was made by another plan or from other pictures
     */
    public TrainedNetwork resume(Progress progress) {
        if (!checkpoint.exists()) {
            throw MedullaException.user("There is no checkpoint to resume from; train without resuming.");
        }
        Libtorch.load();
        try (TrainingRun run = TrainingRun.resume(plan, data, checkpoint, betweenCheckpoints)) {
            return run.finish(progress);
        }
    }
}

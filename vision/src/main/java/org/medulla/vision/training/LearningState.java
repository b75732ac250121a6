package org.medulla.vision.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that steps change, as vectors: with these and the number of the step a run can be taken up as if nothing had been.
 *
 * @param learned the weights that gradients change
 * @param running the running statistics of the batch normalisations
 * @param averageLearned the running average of {@code learned}, which is what is evaluated and kept
 * @param averageRunning the running average of {@code running}
 * @param first the optimiser's average gradient, or its momentum
 * @param second the optimiser's average squared gradient
 */
record LearningState(
        NDArray learned,
        NDArray running,
        NDArray averageLearned,
        NDArray averageRunning,
        NDArray first,
        NDArray second) {
    private static final float EPSILON = 1e-8f;

    /** The state before the first step. */
    static LearningState begin(NDManager manager, float[] learned, float[] running) {
        Shape shape = new Shape(learned.length);
        return new LearningState(
                manager.create(learned),
                manager.create(running),
                manager.create(learned),
                manager.create(running),
                manager.zeros(shape),
                manager.zeros(shape));
    }

    /** The state out of the vectors of a checkpoint. */
    static LearningState of(NDManager manager, Map<String, float[]> vectors) {
        return new LearningState(
                manager.create(Checkpoint.vector(vectors, "learned")),
                manager.create(Checkpoint.vector(vectors, "running")),
                manager.create(Checkpoint.vector(vectors, "average_learned")),
                manager.create(Checkpoint.vector(vectors, "average_running")),
                manager.create(Checkpoint.vector(vectors, "first_moment")),
                manager.create(Checkpoint.vector(vectors, "second_moment")));
    }

    /** The vectors for a checkpoint, by name. */
    Map<String, float[]> vectors() {
        Map<String, float[]> vectors = new LinkedHashMap<>();
        vectors.put("learned", learned.toFloatArray());
        vectors.put("running", running.toFloatArray());
        vectors.put("average_learned", averageLearned.toFloatArray());
        vectors.put("average_running", averageRunning.toFloatArray());
        vectors.put("first_moment", first.toFloatArray());
        vectors.put("second_moment", second.toFloatArray());
        return vectors;
    }

    /** The same memory under another manager, so that what is computed from it is freed with that one. */
    LearningState borrowedBy(NDManager manager) {
        return new LearningState(
                borrow(manager, learned),
                borrow(manager, running),
                borrow(manager, averageLearned),
                borrow(manager, averageRunning),
                borrow(manager, first),
                borrow(manager, second));
    }

    static NDArray borrow(NDManager manager, NDArray array) {
        NDArray borrowed = array.stopGradient();
        borrowed.attach(manager);
        return borrowed;
    }

    /**
     * Changes the weights in place; call it on a borrowed state.
     *
     * @param gradient is used up
     * @param decaying 1 where weight decay acts, 0 elsewhere
     * @param step counted from 0
     */
    void descend(Optimiser optimiser, NDArray gradient, NDArray decaying, double rate, long step) {
        if (optimiser.weightDecay() > 0) {
            learned.subi(learned.mul(decaying).muli((float) (rate * optimiser.weightDecay())));
        }
        switch (optimiser) {
            case Optimiser.AdamW adam -> {
                double firstCorrection = 1 - Math.pow(adam.firstDecay(), step + 1.0);
                double secondCorrection = 1 - Math.pow(adam.secondDecay(), step + 1.0);
                first.muli((float) adam.firstDecay()).addi(gradient.mul((float) (1 - adam.firstDecay())));
                second.muli((float) adam.secondDecay()).addi(gradient.square().muli((float) (1 - adam.secondDecay())));
                NDArray size = second.sqrt().muli((float) (1 / Math.sqrt(secondCorrection)));
                learned.subi(first.div(size.addi(EPSILON)).muli((float) (rate / firstCorrection)));
            }
            case Optimiser.GradientDescent descent -> {
                first.muli((float) descent.momentum()).addi(gradient);
                learned.subi(
                        gradient.addi(first.mul((float) descent.momentum())).muli((float) rate));
            }
        }
    }

    /** Moves the averages towards the present weights; call it on a borrowed state. */
    void average(double decay, long step) {
        float kept = (float) Math.min(decay, (step + 1.0) / (step + 10.0));
        averageLearned.addi(learned.sub(averageLearned).muli(1 - kept));
        averageRunning.addi(running.sub(averageRunning).muli(1 - kept));
    }
}

package org.medulla.vision.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SplittableRandom;
import org.medulla.vision.network.ForwardPass;
import org.medulla.vision.network.Network;

/**
 * One worker's copy of the running statistics and its way through forward and backward pass. Replicas share the learned vector;
 * each works on its part of the batch on a thread of its own, which is faster than many threads inside each operation and does
 * not stall when the processor is shared.
 */
final class Replica implements AutoCloseable {
    private final Network network;
    private final ParameterLayout layout;
    private final NDManager manager;
    private final NDArray running;
    private final int threads;

    /** What one part of a batch gives: the gradient belongs to the manager it was asked for. */
    record Outcome(NDArray gradient, double lossSum, int correct) {}

    /** What the network gives for {@code count} inputs, one after the other in each row. */
    static final class Outputs {
        final int count;
        final float[] logits;
        final float[] embeddings;

        private Outputs(int count, float[] logits, float[] embeddings) {
            this.count = count;
            this.logits = logits;
            this.embeddings = embeddings;
        }
    }

    Replica(Network network, ParameterLayout layout, NDManager parent, NDArray running, int threads) {
        this.network = network;
        this.layout = layout;
        this.manager = parent.newSubManager();
        this.running = running.duplicate();
        this.running.attach(manager);
        this.threads = threads;
    }

    /** Its running statistics, updated in place by every step. */
    NDArray running() {
        return running;
    }

    /**
     * The gradient of the smoothed cross-entropy, divided by the size of the whole batch, so that parts can be added.
     *
     * @param results where the gradient is kept
     */
    Outcome learn(
            NDArray learned, Batch part, int batchSize, double smoothing, SplittableRandom dropout, NDManager results) {
        JniUtils.setNumThreads(threads);
        try (NDManager step = manager.newSubManager()) {
            NDArray leaf = LearningState.borrow(step, learned);
            leaf.setRequiresGradient(true);
            try (GradientMode gradients = new GradientMode()) {
                Map<String, NDArray> parameters = layout.views(leaf, LearningState.borrow(step, running));
                NDArray logits =
                        ForwardPass.training(network, parameters, dropout).logits(images(step, part));
                int classes = (int) logits.getShape().get(1);
                NDArray loss = logits.add(priors(part, classes, step))
                        .logSoftmax(1)
                        .mul(targets(part, classes, smoothing, step))
                        .sum()
                        .neg();
                gradients.backward(loss.div(batchSize));
                int correct = correct(logits.stopGradient(), part);
                NDArray gradient = leaf.getGradient();
                gradient.attach(results);
                return new Outcome(gradient, loss.getFloat(), correct);
            }
        }
    }

    /** The logits of a batch, [count][classes] in one row, with the running statistics given. */
    float[] logits(NDArray learned, NDArray statistics, Batch batch) {
        JniUtils.setNumThreads(threads);
        try (NDManager step = manager.newSubManager()) {
            Map<String, NDArray> parameters =
                    layout.views(LearningState.borrow(step, learned), LearningState.borrow(step, statistics));
            return ForwardPass.inference(network, parameters)
                    .logits(images(step, batch))
                    .toFloatArray();
        }
    }

    /**
     * The logits and embeddings of a batch with the running statistics given.
     *
     * @return [count][classes] in one row and [count][channels] in another
     */
    Outputs outputs(NDArray learned, NDArray statistics, Batch batch) {
        JniUtils.setNumThreads(threads);
        try (NDManager step = manager.newSubManager()) {
            Map<String, NDArray> parameters =
                    layout.views(LearningState.borrow(step, learned), LearningState.borrow(step, statistics));
            ForwardPass pass = ForwardPass.inference(network, parameters);
            NDArray embeddings = pass.upTo(network.embeddingLayer(), images(step, batch));
            return new Outputs(
                    batch.count(),
                    pass.logitsFrom(network.embeddingLayer(), embeddings).toFloatArray(),
                    embeddings.toFloatArray());
        }
    }

    private static NDArray images(NDManager step, Batch batch) {
        Shape shape = new Shape(batch.count(), batch.size(), batch.size(), 3);
        return step.create(batch.images(), shape, DataType.FLOAT32).transpose(0, 3, 1, 2);
    }

    /** What the sources of the pictures say, [count][classes]. */
    private static NDArray priors(Batch part, int classes, NDManager step) {
        ByteBuffer buffer = EngineMemory.allocate(part.count() * classes * Float.BYTES);
        for (int i = 0; i < part.count(); i++) {
            float[] prior = part.prior(i);
            for (int label = 0; label < classes; label++) {
                buffer.putFloat(prior.length == 0 ? 0 : prior[label]);
            }
        }
        return step.create(buffer.flip(), new Shape(part.count(), classes), DataType.FLOAT32);
    }

    /** Nearly 1 for the class of a picture; the rest is spread over all classes as its source has them. */
    private static NDArray targets(Batch part, int classes, double smoothing, NDManager step) {
        ByteBuffer buffer = EngineMemory.allocate(part.count() * classes * Float.BYTES);
        for (int i = 0; i < part.count(); i++) {
            double[] shares = shares(part.prior(i), classes);
            for (int label = 0; label < classes; label++) {
                double hit = label == part.label(i) ? 1 - smoothing : 0;
                buffer.putFloat((float) (hit + smoothing * shares[label]));
            }
        }
        return step.create(buffer.flip(), new Shape(part.count(), classes), DataType.FLOAT32);
    }

    private static double[] shares(float[] prior, int classes) {
        double[] shares = new double[classes];
        double sum = 0;
        for (int label = 0; label < classes; label++) {
            shares[label] = prior.length == 0 ? 1 : Math.exp(prior[label]);
            sum += shares[label];
        }
        for (int label = 0; label < classes; label++) {
            shares[label] /= sum;
        }
        return shares;
    }

    private static int correct(NDArray logits, Batch part) {
        long[] best = logits.argMax(1).toLongArray();
        int correct = 0;
        for (int i = 0; i < best.length; i++) {
            correct += best[i] == part.label(i) ? 1 : 0;
        }
        return correct;
    }

    @Override
    public void close() {
        manager.close();
    }
}

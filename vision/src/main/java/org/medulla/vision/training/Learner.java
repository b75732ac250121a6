package org.medulla.vision.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.network.Libtorch;
import org.medulla.vision.network.Network;

/** A network in the engine's memory that learns step by step; each step's batch is shared out over a few replicas. */
final class Learner implements AutoCloseable {
    private static final int LEAST_PART = 8;
    private static final int MOST_REPLICAS = 4;

    private final TrainingPlan plan;
    private final NDManager manager;
    private final LearningState state;
    private final NDArray decaying;
    private final List<Replica> replicas = new ArrayList<>();
    private final ExecutorService threads;

    /** What a step showed: the mean loss of its batch and the share of right answers. */
    record StepResult(double loss, double accuracy) {}

    private Learner(
            TrainingPlan plan,
            Network network,
            ParameterLayout layout,
            NDManager manager,
            LearningState state,
            int parts) {
        this.plan = plan;
        this.manager = manager;
        this.state = state;
        this.decaying = manager.create(layout.decaying());
        int perReplica = Math.max(1, Runtime.getRuntime().availableProcessors() / parts);
        for (int i = 0; i < parts; i++) {
            replicas.add(new Replica(network, layout, manager, state.running(), perReplica));
        }
        this.threads = Executors.newFixedThreadPool(
                parts, Thread.ofPlatform().daemon().name("training-", 1).factory());
    }

    /** A learner before its first step. */
    static Learner begin(
            TrainingPlan plan, Network network, ParameterLayout layout, float[] learned, float[] running, int parts) {
        NDManager manager = NDManager.newBaseManager(plan.device().resolve(), Libtorch.ENGINE);
        return new Learner(plan, network, layout, manager, LearningState.begin(manager, learned, running), parts);
    }

    /** A learner as a checkpoint left it. */
    static Learner resume(
            TrainingPlan plan, Network network, ParameterLayout layout, Map<String, float[]> vectors, int parts) {
        NDManager manager = NDManager.newBaseManager(plan.device().resolve(), Libtorch.ENGINE);
        return new Learner(plan, network, layout, manager, LearningState.of(manager, vectors), parts);
    }

    /** Into how many parts this machine divides a batch; it is part of what a checkpoint fixes. */
    static int parts(TrainingPlan plan) {
        if (plan.device().resolve().isGpu()) {
            return 1;
        }
        int most = Math.min(MOST_REPLICAS, plan.recipe().batchSize() / LEAST_PART);
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, Math.max(1, most));
    }

    /** Learns from one batch. */
    StepResult step(Batch batch, double rate, long step) {
        try (NDManager results = manager.newSubManager()) {
            List<Replica.Outcome> outcomes = onAll(part -> {
                int from = batch.count() * part / replicas.size();
                int to = batch.count() * (part + 1) / replicas.size();
                return replicas.get(part)
                        .learn(
                                state.learned(),
                                batch.part(from, to),
                                batch.count(),
                                plan.recipe().labelSmoothing(),
                                Randomness.of(plan.seed(), Randomness.Purpose.DROPOUT, step * replicas.size() + part),
                                results);
            });
            LearningState borrowed = state.borrowedBy(results);
            NDArray gradient = outcomes.getFirst().gradient();
            outcomes.stream().skip(1).forEach(outcome -> gradient.addi(outcome.gradient()));
            borrowed.descend(plan.recipe().optimiser(), gradient, decaying, rate, step);
            joinStatistics(borrowed);
            borrowed.average(plan.recipe().averageDecay(), step);
            double loss =
                    outcomes.stream().mapToDouble(Replica.Outcome::lossSum).sum() / batch.count();
            double correct =
                    outcomes.stream().mapToInt(Replica.Outcome::correct).sum();
            return new StepResult(loss, correct / batch.count());
        }
    }

    /** Makes the running statistics of all replicas their mean. */
    private void joinStatistics(LearningState borrowed) {
        borrowed.running().subi(borrowed.running());
        replicas.forEach(replica -> borrowed.running().addi(replica.running()));
        borrowed.running().divi(replicas.size());
        replicas.forEach(replica -> borrowed.running().copyTo(replica.running()));
    }

    /** The logits of batches by the averaged weights, [count][classes] in one row for each batch. */
    List<float[]> logits(List<Batch> batches) {
        List<List<float[]>> parts = onAll(part -> {
            List<float[]> logits = new ArrayList<>();
            for (int i = part; i < batches.size(); i += replicas.size()) {
                logits.add(replicas.get(part).logits(state.averageLearned(), state.averageRunning(), batches.get(i)));
            }
            return logits;
        });
        return IntStream.range(0, batches.size())
                .mapToObj(i -> parts.get(i % replicas.size()).get(i / replicas.size()))
                .toList();
    }

    /**
     * The logits and embeddings of batches by the averaged weights, in order.
     *
     * @param batch gives the batch of a number below {@code count}; called by many threads
     */
    List<Replica.Outputs> outputs(int count, IntFunction<Batch> batch) {
        List<List<Replica.Outputs>> parts = onAll(part -> {
            List<Replica.Outputs> outputs = new ArrayList<>();
            for (int i = part; i < count; i += replicas.size()) {
                outputs.add(replicas.get(part).outputs(state.averageLearned(), state.averageRunning(), batch.apply(i)));
            }
            return outputs;
        });
        return IntStream.range(0, count)
                .mapToObj(i -> parts.get(i % replicas.size()).get(i / replicas.size()))
                .toList();
    }

    /** What a checkpoint has to hold of it. */
    Map<String, float[]> vectors() {
        return state.vectors();
    }

    /** A copy of the averaged weights. */
    float[] averageLearned() {
        return state.averageLearned().toFloatArray();
    }

    /** A copy of the averaged running statistics. */
    float[] averageRunning() {
        return state.averageRunning().toFloatArray();
    }

    /** Puts other averages in their place, to evaluate them. */
    void restoreAverages(float[] learned, float[] running) {
        state.averageLearned().set(learned);
        state.averageRunning().set(running);
    }

    /** Into how many parts it divides each batch. */
    int parts() {
        return replicas.size();
    }

    private interface Part<T> {
        T work(int part);
    }

    private <T> List<T> onAll(Part<T> work) {
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < replicas.size(); i++) {
            int part = i;
            tasks.add(() -> work.work(part));
        }
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Training");
        } catch (ExecutionException e) {
            throw new MedullaException(ErrorCode.INTERNAL, "A training step failed in the engine.", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        replicas.forEach(Replica::close);
        manager.close();
    }
}

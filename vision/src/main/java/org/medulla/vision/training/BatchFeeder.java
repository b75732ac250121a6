package org.medulla.vision.training;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.augmentation.Augmenter;

/** Makes batches in background threads, a few ahead of the step that needs them and always in the same order. */
final class BatchFeeder implements AutoCloseable {
    private static final int AHEAD = 4;

    private final PictureStore store;
    private final Augmenter augmenter;
    private final SampleOrder order;
    private final TrainingData data;
    private final SourcePriors priors;
    private final TrainingPlan plan;
    private final ExecutorService threads;
    private final Queue<Future<Batch>> coming = new ArrayDeque<>();
    private final Queue<ByteBuffer> free = new ConcurrentLinkedQueue<>();
    private long nextStep;
    private long waitedNanos;

    BatchFeeder(
            TrainingPlan plan,
            TrainingData data,
            Augmenter augmenter,
            PictureStore store,
            SampleOrder order,
            SourcePriors priors,
            long step) {
        this.plan = plan;
        this.data = data;
        this.priors = priors;
        this.augmenter = augmenter;
        this.store = store;
        this.order = order;
        this.nextStep = step;
        int count = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 8);
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("augmentation-", 1).factory());
        for (int i = 0; i < AHEAD; i++) {
            order();
        }
    }

    private void order() {
        long step = nextStep++;
        coming.add(threads.submit(() -> make(step)));
    }

    private Batch make(long step) {
        int count = plan.recipe().batchSize();
        int size = plan.preprocessing().size();
        long position = step * count;
        int[] indices = order.from(position, count);
        ByteBuffer recycled = free.poll();
        ByteBuffer images = recycled != null ? recycled : EngineMemory.allocate(Batch.bytes(count, size));
        FloatBuffer target = images.asFloatBuffer();
        int[] labels = new int[count];
        float[][] prior = new float[count][];
        for (int i = 0; i < count; i++) {
            labels[i] = data.label(indices[i]);
            prior[i] = priors.learning(indices[i]);
            SplittableRandom random = Randomness.of(plan.seed(), Randomness.Purpose.AUGMENTATION, position + i);
            augmenter.draw(store.get(indices[i]), another -> store.get(order.any(another)), random, target);
        }
        return new Batch(size, images, labels, prior);
    }

    /** The batch of the next step. */
    Batch take() {
        long before = System.nanoTime();
        try {
            Batch batch = coming.remove().get();
            order();
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Training");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MedullaException known) {
                throw known;
            }
            throw new MedullaException(ErrorCode.INTERNAL, "A training picture could not be prepared.", e);
        } finally {
            waitedNanos += System.nanoTime() - before;
        }
    }

    /** Gives the memory of a batch back once no step needs it any more. */
    void release(Batch batch) {
        free.add(batch.images());
    }

    /** How long steps have waited for batches since this was last asked. */
    long takeWaitedNanos() {
        long waited = waitedNanos;
        waitedNanos = 0;
        return waited;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package org.medulla.vision.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.network.Network;
import org.medulla.vision.onnx.OnnxWriter;

/**
 * A network in ONNX Runtime: prepared inputs go in, logits and embeddings come out. Safe for use by many threads, which run side
 * by side on the same weights: each run computes in one thread.
 */
public final class NetworkSession implements AutoCloseable {
    /** Pixels per run beyond which a run is no faster, but leaves the processor's cache: four pictures of 128 x 128. */
    private static final int MOST_PIXELS = 4 * 128 * 128;

    private static final int MOST_INPUTS = 16;
    private static final int CHANNELS = 3;

    private final OrtSession session;
    private final int size;
    private final int capacity;
    private final Workers workers;
    /** Runs share it; closing waits until it is free, since the runtime would crash under a run. */
    private final ReadWriteLock life = new ReentrantReadWriteLock();

    private boolean closed;

    private NetworkSession(OrtSession session, int size, int threads) {
        this.session = session;
        this.size = size;
        this.capacity = Math.clamp(MOST_PIXELS / ((long) size * size), 1, MOST_INPUTS);
        this.workers = new Workers(threads);
    }

    /**
     * Prepares the network of a model for running.
     *
     * @param threads among how many many inputs are shared out, at least 1
     */
    public static NetworkSession open(ModelFile model, int threads) {
        return open(model.onnx(), model.description().preprocessing().size(), threads);
    }

    /**
     * Prepares a network for running.
     *
     * @param onnx as {@link OnnxWriter} writes it
     * @param size pixels on each side of an input
     * @param threads among how many many inputs are shared out, at least 1
     */
    public static NetworkSession open(ByteBuffer onnx, int size, int threads) {
        ByteBuffer direct = ByteBuffer.allocateDirect(onnx.remaining())
                .put(onnx.duplicate())
                .flip();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = OrtEnvironment.getEnvironment().createSession(direct, options);
            return new NetworkSession(session, size, threads);
        } catch (OrtException e) {
            throw failure(e);
        }
    }

    /** How many inputs one run takes at most; more are divided among runs. */
    public int capacity() {
        return capacity;
    }

    /** How many numbers an input of that size has. */
    static int valuesPerInput(int size) {
        return Math.multiplyExact(CHANNELS, Math.multiplyExact(size, size));
    }

    /** The threads among which many runs are shared out. */
    Workers workers() {
        return workers;
    }

    /** What the network gives for one input. */
    interface Output {
        void accept(float[] logits, float[] embedding);
    }

    /** The logits of each input [3, size, size], in order. */
    public List<float[]> logits(List<float[]> inputs) {
        List<Supplier<List<float[]>>> runs = new ArrayList<>();
        for (int from = 0; from < inputs.size(); from += capacity) {
            List<float[]> some = inputs.subList(from, Math.min(inputs.size(), from + capacity));
            runs.add(() -> logitsTogether(some));
        }
        return workers.all(runs).stream().flatMap(List::stream).toList();
    }

    private List<float[]> logitsTogether(List<float[]> inputs) {
        FloatBuffer batch = ByteBuffer.allocateDirect(inputs.size() * valuesPerInput(size) * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        inputs.forEach(batch::put);
        List<float[]> logits = new ArrayList<>();
        run(batch.flip(), Set.of(OnnxWriter.LOGITS), (row, embedding) -> logits.add(row));
        return logits;
    }

    /**
     * Gives the logits and embedding of each input to {@code output}, in order; computes in the calling thread.
     *
     * @param inputs any number of inputs [3, size, size], in direct memory
     */
    void run(FloatBuffer inputs, Output output) {
        run(inputs, Set.of(OnnxWriter.LOGITS, OnnxWriter.EMBEDDING), output);
    }

    private void run(FloatBuffer inputs, Set<String> wanted, Output output) {
        int each = valuesPerInput(size);
        int count = inputs.remaining() / each;
        for (int from = 0; from < count; from += capacity) {
            int some = Math.min(count - from, capacity);
            runOnce(inputs.slice(inputs.position() + from * each, some * each), some, wanted, output);
        }
    }

    private void runOnce(FloatBuffer inputs, int count, Set<String> wanted, Output output) {
        life.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The network is closed");
            }
            long[] shape = {count, CHANNELS, size, size};
            try (OnnxTensor batch = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), inputs, shape);
                    OrtSession.Result result = session.run(Map.of(Network.INPUT, batch), wanted)) {
                FloatBuffer logits = values(result, OnnxWriter.LOGITS);
                FloatBuffer embeddings = wanted.contains(OnnxWriter.EMBEDDING)
                        ? values(result, OnnxWriter.EMBEDDING)
                        : FloatBuffer.allocate(0);
                for (int i = 0; i < count; i++) {
                    output.accept(next(logits, count), next(embeddings, count));
                }
            }
        } catch (OrtException e) {
            throw failure(e);
        } finally {
            life.readLock().unlock();
        }
    }

    private static FloatBuffer values(OrtSession.Result result, String name) {
        OnnxTensor tensor = (OnnxTensor)
                result.get(name).orElseThrow(() -> new IllegalStateException("The network has no output " + name));
        return tensor.getFloatBuffer();
    }

    private static float[] next(FloatBuffer values, int count) {
        float[] row = new float[values.capacity() / count];
        values.get(row);
        return row;
    }

    private static MedullaException failure(OrtException e) {
        return new MedullaException(
                ErrorCode.INTERNAL,
                "ONNX Runtime could not run the model (" + e.getMessage() + "); report this with the model's card.",
                e);
    }

    /** Frees the session's memory once the runs in progress have ended; nothing may run on it later. */
    @Override
    public void close() {
        workers.close();
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw failure(e);
        } finally {
            life.writeLock().unlock();
        }
    }
}

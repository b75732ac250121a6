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
import java.util.concurrent.locks.ReentrantLock;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.network.Network;
import org.medulla.vision.onnx.OnnxWriter;

/**
 * A network in ONNX Runtime: prepared inputs go in, logits and embeddings come out. Safe for use by many threads, which take
 * turns: one run already uses all of the session's threads.
 */
public final class NetworkSession implements AutoCloseable {
    /** Pixels per run beyond which a larger batch is no faster and only takes memory: sixteen pictures of 224 x 224. */
    private static final int MOST_PIXELS = 16 * 224 * 224;

    private static final int MOST_INPUTS = 64;
    private static final int CHANNELS = 3;

    private final OrtSession session;
    private final int size;
    private final int capacity;
    private final FloatBuffer buffer;
    private final ReentrantLock turn = new ReentrantLock();

    private NetworkSession(OrtSession session, int size) {
        this.session = session;
        this.size = size;
        this.capacity = Math.clamp(MOST_PIXELS / ((long) size * size), 1, MOST_INPUTS);
        this.buffer = ByteBuffer.allocateDirect(capacity * CHANNELS * size * size * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /**
     * Prepares the network of a model for running.
     *
     * @param threads how many threads compute one run, at least 1
     */
    public static NetworkSession open(ModelFile model, int threads) {
        ByteBuffer onnx = ByteBuffer.allocateDirect(model.onnx().remaining())
                .put(model.onnx())
                .flip();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // Values too small to matter would otherwise slow the processor down a hundredfold.
            options.addConfigEntry("session.set_denormal_as_zero", "1");
            OrtSession session = OrtEnvironment.getEnvironment().createSession(onnx, options);
            return new NetworkSession(
                    session, model.description().preprocessing().size());
        } catch (OrtException e) {
            throw failure(e);
        }
    }

    /** How many inputs one run takes at most; more are divided among runs. */
    public int capacity() {
        return capacity;
    }

    /** What the network gives for one input. */
    interface Output {
        void accept(float[] logits, float[] embedding);
    }

    /** The logits of each input [3, size, size], in order. */
    public List<float[]> logits(List<float[]> inputs) {
        List<float[]> logits = new ArrayList<>();
        run(inputs, Set.of(OnnxWriter.LOGITS), (row, embedding) -> logits.add(row));
        return logits;
    }

    /** Gives the logits and embedding of each input to {@code output}, in order. */
    void run(List<float[]> inputs, Output output) {
        run(inputs, Set.of(OnnxWriter.LOGITS, OnnxWriter.EMBEDDING), output);
    }

    private void run(List<float[]> inputs, Set<String> wanted, Output output) {
        for (int from = 0; from < inputs.size(); from += capacity) {
            runOnce(inputs.subList(from, Math.min(inputs.size(), from + capacity)), wanted, output);
        }
    }

    private void runOnce(List<float[]> inputs, Set<String> wanted, Output output) {
        int count = inputs.size();
        turn.lock();
        try {
            buffer.clear();
            inputs.forEach(buffer::put);
            buffer.flip();
            long[] shape = {count, CHANNELS, size, size};
            try (OnnxTensor batch = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), buffer, shape);
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
            turn.unlock();
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

    /** Frees the session's memory; nothing may run on it then or later. */
    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw failure(e);
        }
    }
}

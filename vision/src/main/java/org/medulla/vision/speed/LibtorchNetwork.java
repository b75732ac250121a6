package org.medulla.vision.speed;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.medulla.vision.network.ForwardPass;
import org.medulla.vision.network.Libtorch;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;

/** A network's forward pass in libtorch, one thread to each core, each with a batch of its own. */
public final class LibtorchNetwork implements AutoCloseable {
    private final EachCore cores;
    private final NDManager manager;
    private final ForwardPass pass;
    private final ByteBuffer images;
    private final Shape shape;

    /**
     * Loads a network.
     *
     * @param inputs the batch of every core, each input [3, size, size]
     */
    public LibtorchNetwork(Network network, Map<String, Tensor> parameters, List<float[]> inputs, int size, int cores) {
        Libtorch.load();
        this.cores = new EachCore(cores);
        this.manager = NDManager.newBaseManager(Libtorch.ENGINE);
        Map<String, NDArray> arrays = new HashMap<>();
        parameters.forEach((name, tensor) -> arrays.put(name, array(tensor)));
        this.pass = ForwardPass.inference(network, arrays);
        this.images = ByteBuffer.allocateDirect(3 * size * size * inputs.size() * Float.BYTES)
                .order(ByteOrder.nativeOrder());
        this.shape = new Shape(inputs.size(), size, size, 3);
        FloatBuffer values = images.asFloatBuffer();
        for (float[] input : inputs) {
            for (int pixel = 0; pixel < size * size; pixel++) {
                values.put(input[pixel]).put(input[size * size + pixel]).put(input[2 * size * size + pixel]);
            }
        }
    }

    private NDArray array(Tensor tensor) {
        long[] sizes = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
        return manager.create(tensor.toArray(), new Shape(sizes));
    }

    /** How many images one {@link #run()} takes. */
    public int images() {
        return (int) shape.get(0) * cores.cores();
    }

    /** Computes the logits of one batch on every core. */
    public void run() {
        cores.run(core -> {
            JniUtils.setNumThreads(1);
            try (NDManager step = manager.newSubManager()) {
                // Channels last in memory, as training lays them out, which is the faster order here.
                NDArray batch = step.create(images.duplicate().order(images.order()), shape, DataType.FLOAT32)
                        .transpose(0, 3, 1, 2);
                if (pass.logits(batch).toFloatArray().length == 0) {
                    throw new IllegalStateException("There are no logits");
                }
            }
        });
    }

    @Override
    public void close() {
        cores.close();
        manager.close();
    }
}

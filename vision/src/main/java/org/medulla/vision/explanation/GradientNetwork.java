package org.medulla.vision.explanation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.network.ForwardPass;
import org.medulla.vision.network.Libtorch;
import org.medulla.vision.network.Network;
import org.medulla.vision.training.GradientMode;

/** A model's network with its learned parameters in libtorch, where gradients can be taken. For one thread at a time. */
final class GradientNetwork implements AutoCloseable {
    private final NDManager manager;
    private final Network network;
    private final ForwardPass pass;
    private final int size;
    private final int threads;

    /** Loads the parameters; so many threads will compute. */
    GradientNetwork(ModelFile model, int threads) {
        Libtorch.load();
        this.network = model.description().network();
        this.threads = threads;
        this.size = model.description().preprocessing().size();
        this.manager = NDManager.newBaseManager(Libtorch.ENGINE);
        Map<String, NDArray> arrays = new HashMap<>();
        model.parameters().forEach((name, tensor) -> {
            long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
            arrays.put(name, manager.create(tensor.toArray(), new Shape(shape)));
        });
        this.pass = ForwardPass.inference(network, arrays);
    }

    /**
     * For each input [3, size, size] the sum of the feature maps, each weighted by the mean gradient of the class's logit in it:
     * Grad-CAM before its rectifier, in the resolution of the feature layer.
     */
    List<float[]> weightedFeatures(List<float[]> inputs, int place) {
        JniUtils.setNumThreads(threads);
        try (NDManager step = manager.newSubManager();
                GradientMode gradients = new GradientMode()) {
            NDArray features =
                    pass.upTo(network.featureLayer(), batch(step, inputs)).stopGradient();
            features.setRequiresGradient(true);
            gradients.backward(pass.logitsFrom(network.featureLayer(), features)
                    .get(":, " + place)
                    .sum());
            NDArray gradient = features.getGradient();
            NDArray weights = gradient.mean(new int[] {3}, true).mean(new int[] {2}, true);
            NDArray maps = features.stopGradient().mul(weights).sum(new int[] {1});
            return rows(maps.toFloatArray(), inputs.size());
        }
    }

    /** For each input [3, size, size] the gradient of the class's logit, absolute and summed over the colours: [size, size]. */
    List<float[]> inputGradients(List<float[]> inputs, int place) {
        JniUtils.setNumThreads(threads);
        try (NDManager step = manager.newSubManager();
                GradientMode gradients = new GradientMode()) {
            NDArray images = batch(step, inputs);
            images.setRequiresGradient(true);
            gradients.backward(pass.logits(images).get(":, " + place).sum());
            return rows(images.getGradient().abs().sum(new int[] {1}).toFloatArray(), inputs.size());
        }
    }

    private NDArray batch(NDManager step, List<float[]> inputs) {
        FloatBuffer all = FloatBuffer.allocate(inputs.size() * 3 * size * size);
        inputs.forEach(all::put);
        return step.create(all.flip(), new Shape(inputs.size(), 3, size, size));
    }

    private static List<float[]> rows(float[] values, int count) {
        int length = values.length / count;
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] row = new float[length];
            System.arraycopy(values, i * length, row, 0, length);
            rows.add(row);
        }
        return rows;
    }

    @Override
    public void close() {
        manager.close();
    }
}

package org.medulla.vision.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.network.Layer;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;

/**
 * Where each parameter of a network lies in two long vectors, one of what is learned and one of the running statistics, so that
 * an optimiser step or a checkpoint handles a few vectors instead of hundreds of tensors.
 */
final class ParameterLayout {
    private final Network network;
    private final Map<String, List<Integer>> learned = new LinkedHashMap<>();
    private final Map<String, List<Integer>> running = new LinkedHashMap<>();

    ParameterLayout(Network network) {
        this.network = network;
        network.parameterShapes().forEach((name, shape) -> (isRunning(name) ? running : learned).put(name, shape));
    }

    private static boolean isRunning(String name) {
        return name.endsWith(".running_mean") || name.endsWith(".running_var");
    }

    int learnedLength() {
        return length(learned);
    }

    int runningLength() {
        return length(running);
    }

    private static int length(Map<String, List<Integer>> shapes) {
        return shapes.values().stream().mapToInt(ParameterLayout::length).sum();
    }

    private static int length(List<Integer> shape) {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** 1 for every number that weight decay shrinks, 0 for normalisations and biases. */
    float[] decaying() {
        float[] mask = new float[learnedLength()];
        int at = 0;
        for (List<Integer> shape : learned.values()) {
            Arrays.fill(mask, at, at + length(shape), shape.size() > 1 ? 1 : 0);
            at += length(shape);
        }
        return mask;
    }

    /** Rounds every kernel, that is whatever weight decay shrinks, to 16-bit floats, in which models are kept. */
    float[] roundedToHalf(float[] learnedVector) {
        float[] rounded = learnedVector.clone();
        float[] kernels = decaying();
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = kernels[i] == 1 ? Tensor.roundToHalf(rounded[i]) : rounded[i];
        }
        return rounded;
    }

    /** The parameters by name as views into the two vectors; gradients flow through them into the first. */
    Map<String, NDArray> views(NDArray learnedVector, NDArray runningVector) {
        Map<String, NDArray> views = new LinkedHashMap<>(views(learned, learnedVector));
        if (!running.isEmpty()) {
            views.putAll(views(running, runningVector));
        }
        return views;
    }

    private static Map<String, NDArray> views(Map<String, List<Integer>> shapes, NDArray vector) {
        long[] cuts = new long[shapes.size() - 1];
        long at = 0;
        List<List<Integer>> ordered = new ArrayList<>(shapes.values());
        for (int i = 0; i < cuts.length; i++) {
            at += length(ordered.get(i));
            cuts[i] = at;
        }
        NDList parts = cuts.length == 0 ? new NDList(vector) : vector.split(cuts);
        Map<String, NDArray> views = new LinkedHashMap<>();
        int part = 0;
        for (Map.Entry<String, List<Integer>> entry : shapes.entrySet()) {
            Shape shape = new Shape(
                    entry.getValue().stream().mapToLong(Integer::longValue).toArray());
            views.put(entry.getKey(), parts.get(part++).reshape(shape));
        }
        return views;
    }

    /** The parameters by name out of the two vectors. */
    Map<String, Tensor> tensors(float[] learnedVector, float[] runningVector) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        int learnedAt = 0;
        int runningAt = 0;
        for (Map.Entry<String, List<Integer>> entry : network.parameterShapes().entrySet()) {
            int length = length(entry.getValue());
            boolean isRunning = isRunning(entry.getKey());
            FloatBuffer values = isRunning
                    ? FloatBuffer.wrap(runningVector, runningAt, length)
                    : FloatBuffer.wrap(learnedVector, learnedAt, length);
            tensors.put(entry.getKey(), new Tensor(entry.getValue(), values.slice()));
            runningAt += isRunning ? length : 0;
            learnedAt += isRunning ? 0 : length;
        }
        return tensors;
    }

    /**
     * The learned vector to start from: given tensors where there are any, else He's normal distribution for convolutions (He K
     * et al., ICCV 2015), a small one for fully connected layers, and zero for the last normalisation of a residual branch, so
     * that every block begins as the identity (Goyal P et al., arXiv 1706.02677).
     *
     * @throws MedullaException when a given tensor has another shape than the network's
     */
    float[] initialLearned(Map<String, Tensor> given, long seed) {
        float[] vector = new float[learnedLength()];
        List<String> silent = network.layers().stream()
                .filter(Layer.Sum.class::isInstance)
                .map(layer -> layer.inputs().getFirst() + ".weight")
                .toList();
        int at = 0;
        int number = 0;
        for (Map.Entry<String, List<Integer>> entry : learned.entrySet()) {
            String name = entry.getKey();
            List<Integer> shape = entry.getValue();
            int length = length(shape);
            if (given.containsKey(name)) {
                copy(name, shape, given, vector, at);
            } else if (shape.size() > 1) {
                int fanOut = shape.size() == 4 ? shape.get(0) * shape.get(2) * shape.get(3) : 1;
                double deviation = shape.size() == 4 ? Math.sqrt(2.0 * groups(name) / fanOut) : 0.01;
                SplittableRandom random = Randomness.of(seed, Randomness.Purpose.INITIALISATION, number);
                for (int i = at; i < at + length; i++) {
                    vector[i] = (float) (deviation * random.nextGaussian());
                }
            } else if (name.endsWith(".weight") && !silent.contains(name)) {
                Arrays.fill(vector, at, at + length, 1);
            }
            at += length;
            number++;
        }
        return vector;
    }

    private int groups(String weightName) {
        return network.layers().stream()
                .filter(layer -> weightName.equals(layer.name() + ".weight"))
                .mapToInt(layer -> layer instanceof Layer.Convolution c ? c.groups() : 1)
                .findFirst()
                .orElse(1);
    }

    /** The running statistics to start from: given ones where there are any, else mean 0 and variance 1. */
    float[] initialRunning(Map<String, Tensor> given) {
        float[] vector = new float[runningLength()];
        int at = 0;
        for (Map.Entry<String, List<Integer>> entry : running.entrySet()) {
            int length = length(entry.getValue());
            if (given.containsKey(entry.getKey())) {
                copy(entry.getKey(), entry.getValue(), given, vector, at);
            } else {
                Arrays.fill(vector, at, at + length, entry.getKey().endsWith("_var") ? 1 : 0);
            }
            at += length;
        }
        return vector;
    }

    private static void copy(String name, List<Integer> shape, Map<String, Tensor> given, float[] vector, int at) {
        Tensor tensor = given.get(name);
        if (tensor == null || !tensor.shape().equals(shape)) {
            throw MedullaException.data("The initial weights give " + name + " another shape than " + shape
                    + "; leave it out or choose the network that they were made for.");
        }
        tensor.values().get(vector, at, length(shape));
    }
}

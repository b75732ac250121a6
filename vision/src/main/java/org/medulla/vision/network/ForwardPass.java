package org.medulla.vision.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The computation of a network, layer by layer, on arrays of the engine; gradients flow through it when the caller collects
 * them. What it computes belongs to the manager of the images and is freed when that closes.
 */
public final class ForwardPass {
    /** What share of the running statistics each batch keeps; PyTorch calls this a momentum of 0.1. */
    public static final float KEPT_SHARE = 0.9f;

    /** The axis by which DJL calls PyTorch's batch normalisation, whose channels are axis 1, without swapping axes. */
    private static final int CHANNELS_OF_PYTORCH = -1;

    private final Network network;
    private final Map<String, NDArray> parameters;
    private final Optional<SplittableRandom> dropout;

    private ForwardPass(Network network, Map<String, NDArray> parameters, Optional<SplittableRandom> dropout) {
        this.network = network;
        this.parameters = Map.copyOf(parameters);
        this.dropout = dropout;
    }

    /**
     * The computation while learning: batch normalisation uses the statistics of the batch and moves the running ones in place.
     *
     * @param parameters by the names of {@link Network#parameterShapes()}
     * @param dropout decides what is dropped
     */
    public static ForwardPass training(Network network, Map<String, NDArray> parameters, SplittableRandom dropout) {
        return new ForwardPass(network, parameters, Optional.of(dropout));
    }

    /** The computation afterwards: batch normalisation uses the running statistics, and nothing is dropped. */
    public static ForwardPass inference(Network network, Map<String, NDArray> parameters) {
        return new ForwardPass(network, parameters, Optional.empty());
    }

    /** The logits [batch, classes] of images [batch, 3, size, size]. */
    public NDArray logits(NDArray images) {
        return upTo(network.output().name(), images);
    }

    /** The output of the named layer for images [batch, 3, size, size]. */
    public NDArray upTo(String last, NDArray images) {
        return run(Network.INPUT, images, last);
    }

    /**
     * The logits that follow when the named layer gives {@code output}: where Grad-CAM takes its gradient.
     *
     * @throws IllegalArgumentException when a later layer needs what was computed before the named one
     */
    public NDArray logitsFrom(String layer, NDArray output) {
        return run(layer, output, network.output().name());
    }

    private NDArray run(String first, NDArray value, String last) {
        if (first.equals(last)) {
            return value;
        }
        Map<String, NDArray> outputs = new HashMap<>();
        outputs.put(first, value);
        boolean begun = first.equals(Network.INPUT);
        for (Layer layer : network.layers()) {
            if (begun) {
                NDArray output = evaluate(layer, outputs);
                if (layer.name().equals(last)) {
                    return output;
                }
                outputs.put(layer.name(), output);
            }
            begun |= layer.name().equals(first);
        }
        throw new IllegalArgumentException("No layer " + last + " after " + first);
    }

    private NDArray evaluate(Layer layer, Map<String, NDArray> outputs) {
        NDArray input = output(outputs, layer.inputs().getFirst());
        return switch (layer) {
            case Layer.Convolution c -> convolution(c, input);
            case Layer.BatchNormalisation n -> normalisation(n, input);
            case Layer.Rectifier r ->
                r.ceiling() < Double.POSITIVE_INFINITY
                        ? input.clip(0, r.ceiling())
                        : input.getNDArrayInternal().relu();
            case Layer.Sum s -> input.add(output(outputs, s.right()));
            case Layer.MaxPooling p ->
                Pool.maxPool2d(
                        input,
                        new Shape(p.kernel(), p.kernel()),
                        new Shape(p.stride(), p.stride()),
                        new Shape(p.padding(), p.padding()),
                        false);
            case Layer.AveragePooling p ->
                Pool.avgPool2d(
                        input,
                        new Shape(p.kernel(), p.kernel()),
                        new Shape(p.stride(), p.stride()),
                        new Shape(0, 0),
                        false,
                        false);
            case Layer.GlobalAveragePooling p -> input.mean(new int[] {3}).mean(new int[] {2});
            case Layer.Dropout d ->
                dropout.map(random -> input.mul(keptShares(input, d.rate(), random)))
                        .orElse(input);
            case Layer.Linear l ->
                Linear.linear(input, parameter(l.name() + ".weight"), parameter(l.name() + ".bias"))
                        .singletonOrThrow();
        };
    }

    private NDArray convolution(Layer.Convolution c, NDArray input) {
        boolean alike = c.paddingBefore() == c.paddingAfter();
        NDArray padded = alike
                ? input
                : input.pad(new Shape(c.paddingBefore(), c.paddingAfter(), c.paddingBefore(), c.paddingAfter()), 0);
        int padding = alike ? c.paddingBefore() : 0;
        Shape stride = new Shape(c.stride(), c.stride());
        Shape paddingShape = new Shape(padding, padding);
        Shape dilation = new Shape(1, 1);
        NDArray weight = parameter(c.name() + ".weight");
        NDList result = c.bias()
                ? Conv2d.conv2d(
                        padded, weight, parameter(c.name() + ".bias"), stride, paddingShape, dilation, c.groups())
                : padded.getNDArrayInternal()
                        .convolution(padded, weight, null, stride, paddingShape, dilation, c.groups());
        return result.singletonOrThrow();
    }

    private NDArray normalisation(Layer.BatchNormalisation n, NDArray input) {
        return BatchNorm.batchNorm(
                        input,
                        parameter(n.name() + ".running_mean"),
                        parameter(n.name() + ".running_var"),
                        parameter(n.name() + ".weight"),
                        parameter(n.name() + ".bias"),
                        CHANNELS_OF_PYTORCH,
                        KEPT_SHARE,
                        (float) n.epsilon(),
                        dropout.isPresent())
                .singletonOrThrow();
    }

    /** Zero for what is dropped, and what makes up for it elsewhere; the engine's own dropout is not ours to seed by thread. */
    private static NDArray keptShares(NDArray input, double rate, SplittableRandom random) {
        float[] shares = new float[Math.toIntExact(input.size())];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = random.nextDouble() < rate ? 0 : (float) (1 / (1 - rate));
        }
        return input.getManager().create(shares, input.getShape());
    }

    private NDArray parameter(String name) {
        NDArray parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("The network " + network.architecture() + " lacks " + name);
        }
        return parameter;
    }

    private static NDArray output(Map<String, NDArray> outputs, String name) {
        NDArray output = outputs.get(name);
        if (output == null) {
            throw new IllegalArgumentException("The output of " + name + " was not computed");
        }
        return output;
    }
}

package org.medulla.vision.onnx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.medulla.vision.network.Layer;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;

/**
 * Which batch normalisations of a network disappear into the convolution before them, and the kernels that result:
 * {@code w' = w * g / sqrt(v + e)}, {@code b' = (b - m) * g / sqrt(v + e) + s} for running mean m and variance v, weight g and
 * bias s of the normalisation (Jacob B et al., CVPR 2018, arXiv 1712.05877, section 3.2). Computed in double precision.
 */
final class Folding {
    /** The weight and perhaps the bias of a convolution as they are written. */
    record Kernel(Tensor weight, Optional<Tensor> bias) {}

    private final Map<String, Tensor> parameters;
    private final Map<String, Layer.BatchNormalisation> byConvolution = new HashMap<>();
    private final Set<String> folded = new HashSet<>();

    Folding(Network network, Map<String, Tensor> parameters) {
        this.parameters = Map.copyOf(parameters);
        Map<String, Layer.Convolution> convolutions = new HashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        for (Layer layer : network.layers()) {
            layer.inputs().forEach(input -> uses.merge(input, 1, Integer::sum));
            if (layer instanceof Layer.Convolution convolution) {
                convolutions.put(layer.name(), convolution);
            }
        }
        Set<String> watched = Set.copyOf(List.of(network.featureLayer(), network.embeddingLayer()));
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.BatchNormalisation n
                    && convolutions.containsKey(n.input())
                    && uses.getOrDefault(n.input(), 0) == 1
                    && !watched.contains(n.input())) {
                byConvolution.put(n.input(), n);
                folded.add(n.name());
            }
        }
    }

    /** Whether a normalisation has disappeared into its convolution. */
    boolean isFolded(Layer.BatchNormalisation normalisation) {
        return folded.contains(normalisation.name());
    }

    /** The kernel of a convolution, with the normalisation after it where that is folded. */
    Kernel kernel(Layer.Convolution c) {
        Tensor weight = parameter(c.name() + ".weight");
        Optional<Tensor> bias = c.bias() ? Optional.of(parameter(c.name() + ".bias")) : Optional.empty();
        Layer.BatchNormalisation n = byConvolution.get(c.name());
        return n == null ? new Kernel(weight, bias) : fold(c, weight, bias, n);
    }

    private Kernel fold(Layer.Convolution c, Tensor weight, Optional<Tensor> bias, Layer.BatchNormalisation n) {
        float[] weights = weight.toArray();
        float[] biases = bias.map(Tensor::toArray).orElseGet(() -> new float[c.outChannels()]);
        float[] scales = parameter(n.name() + ".weight").toArray();
        float[] shifts = parameter(n.name() + ".bias").toArray();
        float[] means = parameter(n.name() + ".running_mean").toArray();
        float[] variances = parameter(n.name() + ".running_var").toArray();
        int size = weights.length / c.outChannels();
        for (int channel = 0; channel < c.outChannels(); channel++) {
            double gain = scales[channel] / Math.sqrt(variances[channel] + n.epsilon());
            for (int i = channel * size; i < (channel + 1) * size; i++) {
                weights[i] = (float) (weights[i] * gain);
            }
            biases[channel] = (float) ((biases[channel] - means[channel]) * gain + shifts[channel]);
        }
        return new Kernel(Tensor.of(weight.shape(), weights), Optional.of(Tensor.of(List.of(c.outChannels()), biases)));
    }

    /** A parameter by its name. */
    Tensor parameter(String name) {
        Tensor tensor = parameters.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("There is no parameter " + name);
        }
        return tensor;
    }
}

package org.medulla.vision.network;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network as a list of layers in the order in which they are computed; the last one gives the logits [batch, classes].
 *
 * @param architecture its name on the command line: "small", "resnext50"
 * @param layers each layer after those it takes its input from
 * @param featureLayer the last layer with positions [batch, channels, height, width]: where Grad-CAM looks
 * @param embeddingLayer the layer whose output [batch, channels] stands for the cell in similarity search
 */
public record Network(String architecture, List<Layer> layers, String featureLayer, String embeddingLayer) {
    /** The name by which a layer takes the batch of images [batch, 3, size, size]. */
    public static final String INPUT = "image";

    public Network {
        layers = List.copyOf(layers);
        Set<String> known = new HashSet<>(Set.of(INPUT));
        for (Layer layer : layers) {
            if (!known.containsAll(layer.inputs())) {
                throw new IllegalArgumentException(
                        layer.name() + " takes an input that comes later: " + layer.inputs());
            }
            if (!known.add(layer.name())) {
                throw new IllegalArgumentException("Two layers are called " + layer.name());
            }
        }
        if (!known.contains(featureLayer) || !known.contains(embeddingLayer)) {
            throw new IllegalArgumentException("No layer " + featureLayer + " or " + embeddingLayer);
        }
    }

    /** The layer that gives the logits. */
    public Layer output() {
        return layers.getLast();
    }

    /** The shape of every parameter, learned or kept as a running statistic, by name and in order of use. */
    public Map<String, List<Integer>> parameterShapes() {
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        for (Layer layer : layers) {
            switch (layer) {
                case Layer.Convolution c -> {
                    shapes.put(
                            c.name() + ".weight",
                            List.of(c.outChannels(), c.inChannels() / c.groups(), c.kernel(), c.kernel()));
                    if (c.bias()) {
                        shapes.put(c.name() + ".bias", List.of(c.outChannels()));
                    }
                }
                case Layer.BatchNormalisation n -> {
                    for (String part : List.of("weight", "bias", "running_mean", "running_var")) {
                        shapes.put(n.name() + "." + part, List.of(n.channels()));
                    }
                }
                case Layer.Linear l -> {
                    shapes.put(l.name() + ".weight", List.of(l.outputSize(), l.inputSize()));
                    shapes.put(l.name() + ".bias", List.of(l.outputSize()));
                }
                case Layer.Rectifier r -> {}
                case Layer.Sum s -> {}
                case Layer.MaxPooling p -> {}
                case Layer.AveragePooling p -> {}
                case Layer.GlobalAveragePooling p -> {}
                case Layer.Dropout d -> {}
            }
        }
        return shapes;
    }

    /** How many numbers are learned; running statistics are not. */
    public long learnedParameters() {
        return parameterShapes().entrySet().stream()
                .filter(e -> !e.getKey().contains(".running_"))
                .mapToLong(
                        e -> e.getValue().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b))
                .sum();
    }
}

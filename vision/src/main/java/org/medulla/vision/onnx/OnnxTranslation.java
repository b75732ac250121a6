package org.medulla.vision.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.medulla.vision.network.Layer;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.onnx.OnnxGraph.Node;

/** Turns the layers of one network into the nodes of one ONNX graph. */
final class OnnxTranslation {
    private final Network network;
    private final Folding folding;
    private final OnnxGraph graph;

    /** The tensor of the graph that holds the output of each layer. */
    private final Map<String, String> tensors = new HashMap<>(Map.of(Network.INPUT, Network.INPUT));

    OnnxTranslation(Network network, Map<String, Tensor> parameters) {
        this.network = network;
        this.folding = new Folding(network, parameters);
        this.graph = new OnnxGraph(network.architecture());
    }

    OnnxGraph graph() {
        graph.input(Network.INPUT, List.of("batch", "3", "height", "width"));
        network.layers().forEach(this::translate);
        expose(network.output().name(), OnnxWriter.LOGITS, List.of("batch", "classes"));
        expose(network.embeddingLayer(), OnnxWriter.EMBEDDING, List.of("batch", "channels"));
        expose(network.featureLayer(), OnnxWriter.FEATURES, List.of("batch", "maps", "rows", "columns"));
        return graph;
    }

    private void expose(String layer, String output, List<String> shape) {
        graph.add(new Node("Identity", List.of(tensor(layer)), output));
        graph.output(output, shape);
    }

    private void translate(Layer layer) {
        String name = layer.name();
        String input = tensor(layer.inputs().getFirst());
        tensors.put(name, name);
        switch (layer) {
            case Layer.Convolution c -> convolution(c, input);
            case Layer.BatchNormalisation n -> normalisation(n, input);
            case Layer.Rectifier r -> rectifier(r, input);
            case Layer.Sum s -> graph.add(new Node("Add", List.of(input, tensor(s.right())), name));
            case Layer.MaxPooling p ->
                graph.add(window(new Node("MaxPool", List.of(input), name), p.kernel(), p.stride(), p.padding()));
            case Layer.AveragePooling p ->
                graph.add(window(new Node("AveragePool", List.of(input), name), p.kernel(), p.stride(), 0));
            case Layer.GlobalAveragePooling p -> {
                graph.add(new Node("GlobalAveragePool", List.of(input), name + ".map"));
                graph.add(new Node("Flatten", List.of(name + ".map"), name).attribute("axis", 1));
            }
            case Layer.Dropout d -> tensors.put(name, input);
            case Layer.Linear l -> {
                kernel(name + ".weight", folding.parameter(name + ".weight"));
                parameter(name + ".bias");
                graph.add(new Node("Gemm", List.of(input, name + ".weight", name + ".bias"), name)
                        .attribute("transB", 1));
            }
        }
    }

    private void convolution(Layer.Convolution c, String input) {
        String weight = c.name() + ".weight";
        String bias = c.name() + ".bias";
        Folding.Kernel kernel = folding.kernel(c);
        kernel(weight, kernel.weight());
        kernel.bias().ifPresent(values -> graph.constant(bias, values));
        List<String> inputs = kernel.bias().isPresent() ? List.of(input, weight, bias) : List.of(input, weight);
        int before = c.paddingBefore();
        int after = c.paddingAfter();
        graph.add(new Node("Conv", inputs, c.name())
                .attribute("kernel_shape", c.kernel(), c.kernel())
                .attribute("strides", c.stride(), c.stride())
                .attribute("pads", before, before, after, after)
                .attribute("group", c.groups()));
    }

    private void normalisation(Layer.BatchNormalisation n, String input) {
        if (folding.isFolded(n)) {
            tensors.put(n.name(), input);
            return;
        }
        List<String> parts = List.of(".weight", ".bias", ".running_mean", ".running_var");
        parts.forEach(part -> parameter(n.name() + part));
        graph.add(new Node(
                        "BatchNormalization",
                        List.of(
                                input,
                                n.name() + parts.get(0),
                                n.name() + parts.get(1),
                                n.name() + parts.get(2),
                                n.name() + parts.get(3)),
                        n.name())
                .attribute("epsilon", (float) n.epsilon()));
    }

    private void rectifier(Layer.Rectifier r, String input) {
        if (r.ceiling() == Double.POSITIVE_INFINITY) {
            graph.add(new Node("Relu", List.of(input), r.name()));
        } else {
            graph.constant(r.name() + ".floor", Tensor.of(List.of(), new float[] {0}));
            graph.constant(r.name() + ".ceiling", Tensor.of(List.of(), new float[] {(float) r.ceiling()}));
            graph.add(new Node("Clip", List.of(input, r.name() + ".floor", r.name() + ".ceiling"), r.name()));
        }
    }

    private static Node window(Node node, int kernel, int stride, int padding) {
        return node.attribute("kernel_shape", kernel, kernel)
                .attribute("strides", stride, stride)
                .attribute("pads", padding, padding, padding, padding);
    }

    /** Writes a kernel, as 16-bit floats where the network's own one holds nothing finer. */
    private void kernel(String name, Tensor values) {
        if (folding.parameter(name).fitsHalf()) {
            graph.halfConstant(name, values);
        } else {
            graph.constant(name, values);
        }
    }

    private void parameter(String name) {
        graph.constant(name, folding.parameter(name));
    }

    private String tensor(String layer) {
        String tensor = tensors.get(layer);
        if (tensor == null) {
            throw new IllegalArgumentException("No layer " + layer + " comes before its use");
        }
        return tensor;
    }
}

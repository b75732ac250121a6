package org.medulla.vision.network;

import java.util.ArrayList;
import java.util.List;

/** A network under construction: every method appends one layer and returns its name, so that the next one can take it. */
final class LayerList {
    private final double epsilon;
    private final double ceiling;
    private final List<Layer> layers = new ArrayList<>();

    /**
     * Begins an empty list.
     *
     * @param epsilon what every batch normalisation adds to the variance
     * @param ceiling where every rectifier cuts; infinity for a plain one
     */
    LayerList(double epsilon, double ceiling) {
        this.epsilon = epsilon;
        this.ceiling = ceiling;
    }

    /** Appends a convolution without bias, padded so that stride 1 keeps the size. */
    String convolution(String name, String input, int inChannels, int outChannels, int kernel, int stride) {
        return convolution(name, input, inChannels, outChannels, kernel, stride, 1);
    }

    /** Appends a grouped convolution without bias, padded so that stride 1 keeps the size. */
    String convolution(String name, String input, int inChannels, int outChannels, int kernel, int stride, int groups) {
        int padding = kernel / 2;
        return add(new Layer.Convolution(
                name, input, inChannels, outChannels, kernel, stride, padding, padding, groups, false));
    }

    /** Appends a 3 x 3 convolution without bias, padded as TensorFlow does: stride 2 pads right and below only. */
    String tensorFlowConvolution(String name, String input, int inChannels, int outChannels, int stride, int groups) {
        return add(new Layer.Convolution(
                name, input, inChannels, outChannels, 3, stride, stride == 1 ? 1 : 0, 1, groups, false));
    }

    /** Appends a batch normalisation. */
    String normalisation(String name, String input, int channels) {
        return add(new Layer.BatchNormalisation(name, input, channels, epsilon));
    }

    /** Appends a rectifier. */
    String rectifier(String name, String input) {
        return add(new Layer.Rectifier(name, input, ceiling));
    }

    /** Appends any other layer. */
    String add(Layer layer) {
        layers.add(layer);
        return layer.name();
    }

    /** Appends pooling over all positions, dropout and the fully connected layer, and closes the list. */
    Network classifier(String architecture, String features, String output, int channels, double dropout, int classes) {
        String pooled = add(new Layer.GlobalAveragePooling("pool", features));
        String dropped = dropout > 0 ? add(new Layer.Dropout("dropout", pooled, dropout)) : pooled;
        add(new Layer.Linear(output, dropped, channels, classes));
        return new Network(architecture, layers, features, pooled);
    }
}

package org.medulla.vision.network;

import java.util.List;

/** Five blocks of convolution, normalisation and rectifier with pooling between them, and a fully connected layer. */
final class SequentialNetwork {
    private static final List<Integer> WIDTHS = List.of(32, 64, 128, 256, 256);

    private SequentialNetwork() {}

    static Network build(int classes) {
        LayerList layers = new LayerList(1e-5, Double.POSITIVE_INFINITY);
        String at = Network.INPUT;
        int channels = 3;
        for (int block = 0; block < WIDTHS.size(); block++) {
            String name = "block" + (block + 1);
            int width = WIDTHS.get(block);
            at = layers.convolution(name + ".conv", at, channels, width, 3, 1);
            at = layers.normalisation(name + ".bn", at, width);
            at = layers.rectifier(name + ".relu", at);
            if (block + 1 < WIDTHS.size()) {
                at = layers.add(new Layer.MaxPooling(name + ".pool", at, 2, 2, 0));
            }
            channels = width;
        }
        return layers.classifier("sequential", at, "fc", channels, 0.3, classes);
    }
}

package org.medulla.vision.network;

import java.util.List;

/**
 * A residual network of basic blocks after ResNet-D: a stem of two 3 x 3 convolutions and a pooling, four stages of doubling
 * width, and shortcuts that shrink by averaging instead of skipping pixels (He T et al., CVPR 2019, doi 10.1109/CVPR.2019.00065).
 */
final class SmallNetwork {
    private static final int WIDTH = 32;
    private static final List<Integer> BLOCKS = List.of(1, 1, 1, 1);

    private SmallNetwork() {}

    static Network build(int classes) {
        return build(classes, WIDTH, BLOCKS, true);
    }

    static Network build(int classes, int stemWidth, List<Integer> blocks, boolean pooled) {
        LayerList layers = new LayerList(1e-5, Double.POSITIVE_INFINITY);
        String at = layers.convolution("stem.conv1", Network.INPUT, 3, stemWidth, 3, 2);
        at = layers.normalisation("stem.bn1", at, stemWidth);
        at = layers.rectifier("stem.relu1", at);
        if (pooled) {
            at = layers.add(new Layer.MaxPooling("stem.pool", at, 3, 2, 1));
        }
        int channels = stemWidth;
        for (int stage = 0; stage < blocks.size(); stage++) {
            int width = stemWidth << stage;
            for (int block = 0; block < blocks.get(stage); block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                at = basicBlock(layers, "layer" + (stage + 1) + "." + block, at, channels, width, stride);
                channels = width;
            }
        }
        return layers.classifier("small", at, "fc", channels, 0.2, classes);
    }

    private static String basicBlock(LayerList layers, String name, String input, int channels, int width, int stride) {
        String at = layers.convolution(name + ".conv1", input, channels, width, 3, stride);
        at = layers.normalisation(name + ".bn1", at, width);
        at = layers.rectifier(name + ".relu1", at);
        at = layers.convolution(name + ".conv2", at, width, width, 3, 1);
        at = layers.normalisation(name + ".bn2", at, width);
        String shortcut = input;
        if (stride > 1) {
            shortcut = layers.add(new Layer.AveragePooling(name + ".downsample.pool", shortcut, 2, 2));
        }
        if (channels != width) {
            shortcut = layers.convolution(name + ".downsample.0", shortcut, channels, width, 1, 1);
            shortcut = layers.normalisation(name + ".downsample.1", shortcut, width);
        }
        at = layers.add(new Layer.Sum(name + ".sum", at, shortcut));
        return layers.rectifier(name + ".relu2", at);
    }
}

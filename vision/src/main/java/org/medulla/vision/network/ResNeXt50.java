package org.medulla.vision.network;

import java.util.List;

/** ResNeXt-50 32x4d as torchvision lays it out and names it, so that its public weights fit by name. */
final class ResNeXt50 {
    private static final List<Integer> BLOCKS = List.of(3, 4, 6, 3);
    private static final int GROUPS = 32;

    private ResNeXt50() {}

    static Network build(int classes) {
        LayerList layers = new LayerList(1e-5, Double.POSITIVE_INFINITY);
        String at = layers.convolution("conv1", Network.INPUT, 3, 64, 7, 2);
        at = layers.normalisation("bn1", at, 64);
        at = layers.rectifier("relu", at);
        at = layers.add(new Layer.MaxPooling("maxpool", at, 3, 2, 1));
        int channels = 64;
        for (int stage = 0; stage < BLOCKS.size(); stage++) {
            int width = 128 << stage;
            for (int block = 0; block < BLOCKS.get(stage); block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                at = bottleneck(layers, "layer" + (stage + 1) + "." + block, at, channels, width, stride);
                channels = 2 * width;
            }
        }
        return layers.classifier("resnext50", at, "fc", channels, 0, classes);
    }

    private static String bottleneck(LayerList layers, String name, String input, int channels, int width, int stride) {
        String at = layers.convolution(name + ".conv1", input, channels, width, 1, 1);
        at = layers.normalisation(name + ".bn1", at, width);
        at = layers.rectifier(name + ".relu1", at);
        at = layers.convolution(name + ".conv2", at, width, width, 3, stride, GROUPS);
        at = layers.normalisation(name + ".bn2", at, width);
        at = layers.rectifier(name + ".relu2", at);
        at = layers.convolution(name + ".conv3", at, width, 2 * width, 1, 1);
        at = layers.normalisation(name + ".bn3", at, 2 * width);
        String shortcut = input;
        if (channels != 2 * width) {
            shortcut = layers.convolution(name + ".downsample.0", input, channels, 2 * width, 1, stride);
            shortcut = layers.normalisation(name + ".downsample.1", shortcut, 2 * width);
        }
        at = layers.add(new Layer.Sum(name + ".sum", at, shortcut));
        return layers.rectifier(name + ".relu3", at);
    }
}

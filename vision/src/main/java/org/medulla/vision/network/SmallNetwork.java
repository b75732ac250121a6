package org.medulla.vision.network;

/**
 * A residual network of one basic block in each of four stages of doubling width, behind one strided convolution and a pooling;
 * shortcuts shrink by averaging instead of skipping pixels, as in ResNet-D (He T et al., CVPR 2019, doi
 * 10.1109/CVPR.2019.00065).
 */
final class SmallNetwork {
    private static final int WIDTH = 32;
    private static final int STAGES = 4;

    private SmallNetwork() {}

    static Network build(int classes) {
        LayerList layers = new LayerList(1e-5, Double.POSITIVE_INFINITY);
        String at = layers.convolution("stem.conv1", Network.INPUT, 3, WIDTH, 3, 2);
        at = layers.normalisation("stem.bn1", at, WIDTH);
        at = layers.rectifier("stem.relu1", at);
        at = layers.add(new Layer.MaxPooling("stem.pool", at, 3, 2, 1));
        int channels = WIDTH;
        for (int stage = 0; stage < STAGES; stage++) {
            int width = WIDTH << stage;
            at = basicBlock(layers, "layer" + (stage + 1) + ".0", at, channels, width, stage > 0 ? 2 : 1);
            channels = width;
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

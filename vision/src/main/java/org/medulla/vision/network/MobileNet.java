package org.medulla.vision.network;

import java.util.List;

/** MobileNet v1 of width 1.0, blocks 1 to 12, as the public Keras weights lay it out. */
final class MobileNet {
    private static final List<Integer> WIDTHS = List.of(64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024);
    private static final List<Integer> HALVING_BLOCKS = List.of(2, 4, 6, 12);

    private MobileNet() {}

    static Network build(int classes) {
        LayerList layers = new LayerList(1e-3, 6);
        String at = layers.tensorFlowConvolution("conv1", Network.INPUT, 3, 32, 2, 1);
        at = layers.normalisation("conv1_bn", at, 32);
        at = layers.rectifier("conv1_relu", at);
        int channels = 32;
        for (int block = 1; block <= WIDTHS.size(); block++) {
            int width = WIDTHS.get(block - 1);
            int stride = HALVING_BLOCKS.contains(block) ? 2 : 1;
            String name = "conv_dw_" + block;
            at = layers.tensorFlowConvolution(name, at, channels, channels, stride, channels);
            at = layers.normalisation(name + "_bn", at, channels);
            at = layers.rectifier(name + "_relu", at);
            name = "conv_pw_" + block;
            at = layers.convolution(name, at, channels, width, 1, 1);
            at = layers.normalisation(name + "_bn", at, width);
            at = layers.rectifier(name + "_relu", at);
            channels = width;
        }
        return layers.classifier("mobilenet", at, "classifier", channels, 0.2, classes);
    }
}

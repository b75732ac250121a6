package org.medulla.vision.weights;

import java.util.HashSet;
import java.util.Set;
import org.medulla.vision.network.Layer;
import org.medulla.vision.network.Network;

/**
 * What other libraries call the parameters of a network. Medulla's architectures use torchvision's and Keras's layer names, so
 * only the wrapper's prefix and the many names of the last layer remain to be translated.
 */
final class ForeignNames {
    private static final Set<String> CLASSIFIERS =
            Set.of("fc", "classifier", "head", "head.fc", "last_linear", "conv_preds");
    private static final String WRAPPER = "module.";

    private final Set<String> layers = new HashSet<>();
    private final String classifier;

    ForeignNames(Network network) {
        network.layers().stream().map(Layer::name).forEach(layers::add);
        classifier = network.output().name();
    }

    /** The network's name for a parameter; the name itself where nothing is known about it. */
    String parameter(String foreign) {
        String name = foreign.startsWith(WRAPPER) ? foreign.substring(WRAPPER.length()) : foreign;
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return name;
        }
        String layer = name.substring(0, dot);
        boolean isClassifier = CLASSIFIERS.contains(layer) && !layers.contains(layer);
        return isClassifier ? classifier + name.substring(dot) : name;
    }

    /** Whether it is PyTorch's count of the batches that a normalisation has seen, which only training there uses. */
    static boolean countsBatches(String foreign) {
        return foreign.endsWith(".num_batches_tracked");
    }
}

package org.medulla.vision.onnx;

import java.util.List;
import java.util.Map;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;

/**
 * Writes a network with its parameters as an ONNX file: operator set 17, any number of images in a batch, any image size.
 * Dropout is left out and batch normalisation is folded into the convolution before it wherever nothing else looks at that
 * convolution's output, so the numbers differ from the network's own by rounding only. Kernels that are 16-bit floats stay so
 * in the file, the folded ones rounded to it, and are widened when the file is loaded.
 *
 * <p>Input {@code image} [batch, 3, height, width]; outputs {@code logits} [batch, classes], {@code embedding} [batch, channels]
 * and {@code features} [batch, channels, rows, columns]. A runtime computes only the outputs that are asked for.
 */
public final class OnnxWriter {
    /** The output with one number per class, before calibration and softmax. */
    public static final String LOGITS = "logits";

    /** The output that stands for the cell in similarity search. */
    public static final String EMBEDDING = "embedding";

    /** The output of the last layer with positions. */
    public static final String FEATURES = "features";

    private static final String PRODUCER = "medulla";
    private static final String PRODUCER_VERSION = "1";
    private static final int FORMAT_VERSION = 8;
    private static final int OPERATOR_SET = 17;

    private OnnxWriter() {}

    /**
     * The bytes of the ONNX file; the same network and parameters always give the same bytes.
     *
     * @throws MedullaException with code DATA when a parameter is missing or has another shape than the network says
     */
    public static byte[] write(Network network, Map<String, Tensor> parameters) {
        check(network, parameters);
        return file(new OnnxTranslation(network, parameters).graph());
    }

    /** A graph with the head that makes it a file. */
    static byte[] file(OnnxGraph graph) {
        ProtobufMessage operators = new ProtobufMessage().text(1, "").integer(2, OPERATOR_SET);
        return new ProtobufMessage()
                .integer(1, FORMAT_VERSION)
                .text(2, PRODUCER)
                .text(3, PRODUCER_VERSION)
                .message(7, graph.message())
                .message(8, operators)
                .toBytes();
    }

    private static void check(Network network, Map<String, Tensor> parameters) {
        for (Map.Entry<String, List<Integer>> wanted : network.parameterShapes().entrySet()) {
            Tensor tensor = parameters.get(wanted.getKey());
            if (tensor == null || !tensor.shape().equals(wanted.getValue())) {
                throw MedullaException.data("The network " + network.architecture() + " wants " + wanted.getKey()
                        + " of shape " + wanted.getValue() + ", but "
                        + (tensor == null ? "there is none" : "it has the shape " + tensor.shape())
                        + "; take the weights and the network from the same training run.");
            }
        }
    }
}

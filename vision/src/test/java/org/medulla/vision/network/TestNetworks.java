package org.medulla.vision.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** Small networks that have every kind of layer, and parameters for them. */
public final class TestNetworks {
    private TestNetworks() {}

    /** The value that a map must have. */
    public static <T> T in(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    /** Every kind of layer; one normalisation before any convolution, one after a convolution that is used twice. */
    public static Network everyLayer(int classes) {
        return new Network(
                "every-layer",
                List.of(
                        new Layer.BatchNormalisation("light", Network.INPUT, 3, 1e-3),
                        new Layer.Convolution("stem", "light", 3, 8, 3, 2, 0, 1, 1, false),
                        new Layer.BatchNormalisation("stem_bn", "stem", 8, 1e-3),
                        new Layer.Rectifier("stem_relu", "stem_bn", 6),
                        new Layer.MaxPooling("shrink", "stem_relu", 3, 2, 1),
                        new Layer.Convolution("grouped", "shrink", 8, 8, 3, 1, 1, 1, 4, true),
                        new Layer.BatchNormalisation("grouped_bn", "grouped", 8, 1e-5),
                        new Layer.Sum("sum", "grouped_bn", "grouped"),
                        new Layer.Rectifier("relu", "sum", Double.POSITIVE_INFINITY),
                        new Layer.AveragePooling("average", "relu", 2, 2),
                        new Layer.Convolution("last", "average", 8, 12, 1, 1, 0, 0, 1, true),
                        new Layer.BatchNormalisation("last_bn", "last", 12, 1e-5),
                        new Layer.GlobalAveragePooling("pool", "last_bn"),
                        new Layer.Dropout("dropout", "pool", 0.5),
                        new Layer.Linear("fc", "dropout", 12, classes)),
                "last_bn",
                "dropout");
    }

    /** Parameters of a network: small weights of both signs, positive variances. */
    public static Map<String, Tensor> parameters(Network network, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        network.parameterShapes().forEach((name, shape) -> {
            int count = shape.stream().reduce(1, (a, b) -> a * b);
            double fanIn = shape.size() > 1 ? (double) count / shape.getFirst() : 1;
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = (float)
                        (name.endsWith("running_var") || (shape.size() == 1 && name.endsWith("weight"))
                                ? random.nextDouble(0.5, 1.5)
                                : random.nextGaussian() * (shape.size() > 1 ? Math.sqrt(2 / fanIn) : 0.3));
            }
            parameters.put(name, Tensor.of(shape, values));
        });
        return parameters;
    }
}

package org.medulla.vision.network;

import java.util.HashMap;
import java.util.Map;

/**
 * How many multiplications, each with its addition, the convolutions and fully connected layers of a network take for one image:
 * the count by which networks are compared. Everything else in them is counted as nothing. One is two floating-point operations.
 */
public final class MultiplyAdds {
    private final Map<String, Integer> sides = new HashMap<>();

    private MultiplyAdds() {}

    /**
     * The count for one image.
     *
     * @param size pixels on each side of the image
     */
    public static long of(Network network, int size) {
        MultiplyAdds counter = new MultiplyAdds();
        counter.sides.put(Network.INPUT, size);
        return network.layers().stream().mapToLong(counter::count).sum();
    }

    private long count(Layer layer) {
        int before = side(layer.inputs().getFirst());
        int after = side(layer, before);
        sides.put(layer.name(), after);
        return switch (layer) {
            case Layer.Convolution c ->
                (long) after * after * c.outChannels() * (c.inChannels() / c.groups()) * c.kernel() * c.kernel();
            case Layer.Linear l -> (long) l.inputSize() * l.outputSize();
            case Layer.BatchNormalisation n -> 0;
            case Layer.Rectifier r -> 0;
            case Layer.Sum s -> 0;
            case Layer.MaxPooling p -> 0;
            case Layer.AveragePooling p -> 0;
            case Layer.GlobalAveragePooling p -> 0;
            case Layer.Dropout d -> 0;
        };
    }

    /** The rows, and columns, of what a layer gives. */
    private static int side(Layer layer, int before) {
        return switch (layer) {
            case Layer.Convolution c -> (before + c.paddingBefore() + c.paddingAfter() - c.kernel()) / c.stride() + 1;
            case Layer.MaxPooling p -> (before + 2 * p.padding() - p.kernel()) / p.stride() + 1;
            case Layer.AveragePooling p -> (before - p.kernel()) / p.stride() + 1;
            case Layer.GlobalAveragePooling p -> 1;
            case Layer.BatchNormalisation n -> before;
            case Layer.Rectifier r -> before;
            case Layer.Sum s -> before;
            case Layer.Dropout d -> before;
            case Layer.Linear l -> 1;
        };
    }

    private int side(String layer) {
        Integer side = sides.get(layer);
        if (side == null) {
            throw new IllegalArgumentException("No layer " + layer + " comes before its use");
        }
        return side;
    }
}

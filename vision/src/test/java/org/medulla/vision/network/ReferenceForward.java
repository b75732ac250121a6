package org.medulla.vision.network;

import java.util.HashMap;
import java.util.Map;

/**
 * What a network computes, written down as plainly as the definitions of its layers, in double precision and without any engine:
 * slow, for small inputs, and independent of everything it checks. One image at a time.
 */
public final class ReferenceForward {
    /** Values [channels, height, width]. */
    public static final class Map3 {
        private final int channels;
        private final int height;
        private final int width;
        private final double[] values;

        public Map3(int channels, int height, int width, double[] values) {
            this.channels = channels;
            this.height = height;
            this.width = width;
            this.values = values.clone();
        }

        public int channels() {
            return channels;
        }

        public int height() {
            return height;
        }

        public int width() {
            return width;
        }

        public double[] values() {
            return values.clone();
        }

        double at(int c, int y, int x) {
            return y < 0 || y >= height || x < 0 || x >= width ? 0 : values[(c * height + y) * width + x];
        }
    }

    /** A formula for one output value. */
    private interface Value {
        double at(int channel, int y, int x);
    }

    private final Network network;
    private final Map<String, Tensor> parameters;

    public ReferenceForward(Network network, Map<String, Tensor> parameters) {
        this.network = network;
        this.parameters = parameters;
    }

    /** The outputs of all layers by name. */
    public Map<String, Map3> run(Map3 image) {
        Map<String, Map3> outputs = new HashMap<>(Map.of(Network.INPUT, image));
        for (Layer layer : network.layers()) {
            outputs.put(layer.name(), evaluate(layer, outputs));
        }
        return outputs;
    }

    private Map3 evaluate(Layer layer, Map<String, Map3> outputs) {
        Map3 in = TestNetworks.in(outputs, layer.inputs().getFirst());
        int channels = in.channels();
        return switch (layer) {
            case Layer.Convolution c -> convolution(c, in);
            case Layer.BatchNormalisation n ->
                fill(channels, in.height(), in.width(), (k, y, x) -> {
                    double deviation = Math.sqrt(value(n, "running_var", k) + n.epsilon());
                    return (in.at(k, y, x) - value(n, "running_mean", k)) / deviation * value(n, "weight", k)
                            + value(n, "bias", k);
                });
            case Layer.Rectifier r ->
                fill(
                        channels,
                        in.height(),
                        in.width(),
                        (k, y, x) -> Math.min(r.ceiling(), Math.max(0, in.at(k, y, x))));
            case Layer.Sum s -> {
                Map3 right = TestNetworks.in(outputs, s.right());
                yield fill(channels, in.height(), in.width(), (k, y, x) -> in.at(k, y, x) + right.at(k, y, x));
            }
            case Layer.MaxPooling p -> maximum(p, in);
            case Layer.AveragePooling p ->
                fill(
                        channels,
                        (in.height() - p.kernel()) / p.stride() + 1,
                        (in.width() - p.kernel()) / p.stride() + 1,
                        (k, y, x) -> {
                            double sum = 0;
                            for (int i = 0; i < p.kernel() * p.kernel(); i++) {
                                sum += in.at(k, y * p.stride() + i / p.kernel(), x * p.stride() + i % p.kernel());
                            }
                            return sum / (p.kernel() * p.kernel());
                        });
            case Layer.GlobalAveragePooling p ->
                fill(channels, 1, 1, (k, y, x) -> {
                    double sum = 0;
                    for (int i = 0; i < in.height() * in.width(); i++) {
                        sum += in.at(k, i / in.width(), i % in.width());
                    }
                    return sum / (in.height() * in.width());
                });
            case Layer.Dropout d -> in;
            case Layer.Linear l ->
                fill(l.outputSize(), 1, 1, (k, y, x) -> {
                    double sum = value(l, "bias", k);
                    for (int i = 0; i < l.inputSize(); i++) {
                        sum += value(l, "weight", k * l.inputSize() + i) * in.at(i, 0, 0);
                    }
                    return sum;
                });
        };
    }

    private Map3 convolution(Layer.Convolution c, Map3 in) {
        int padding = c.paddingBefore() + c.paddingAfter() - c.kernel();
        int perGroup = c.inChannels() / c.groups();
        return fill(
                c.outChannels(),
                (in.height() + padding) / c.stride() + 1,
                (in.width() + padding) / c.stride() + 1,
                (k, y, x) -> {
                    int first = k / (c.outChannels() / c.groups()) * perGroup;
                    double sum = c.bias() ? value(c, "bias", k) : 0;
                    for (int channel = 0; channel < perGroup; channel++) {
                        for (int i = 0; i < c.kernel() * c.kernel(); i++) {
                            int weight = (k * perGroup + channel) * c.kernel() * c.kernel() + i;
                            int row = y * c.stride() - c.paddingBefore() + i / c.kernel();
                            int column = x * c.stride() - c.paddingBefore() + i % c.kernel();
                            sum += value(c, "weight", weight) * in.at(first + channel, row, column);
                        }
                    }
                    return sum;
                });
    }

    private static Map3 maximum(Layer.MaxPooling p, Map3 in) {
        int height = (in.height() + 2 * p.padding() - p.kernel()) / p.stride() + 1;
        int width = (in.width() + 2 * p.padding() - p.kernel()) / p.stride() + 1;
        return fill(in.channels(), height, width, (k, y, x) -> {
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < p.kernel() * p.kernel(); i++) {
                int row = y * p.stride() - p.padding() + i / p.kernel();
                int column = x * p.stride() - p.padding() + i % p.kernel();
                if (row >= 0 && row < in.height() && column >= 0 && column < in.width()) {
                    largest = Math.max(largest, in.at(k, row, column));
                }
            }
            return largest;
        });
    }

    private double value(Layer layer, String part, int index) {
        return TestNetworks.in(parameters, layer.name() + "." + part).values().get(index);
    }

    private static Map3 fill(int channels, int height, int width, Value value) {
        double[] values = new double[channels * height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.at(i / (height * width), i / width % height, i % width);
        }
        return new Map3(channels, height, width, values);
    }
}

package org.medulla.vision.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.Progress;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.network.ForwardPass;
import org.medulla.vision.network.Layer;
import org.medulla.vision.network.Libtorch;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.preprocessing.Preprocessing;

class RunningStatisticsTest {
    private static final Preprocessing PREPROCESSING =
            Preprocessing.standard(Architecture.SMALL).withSize(32).withCropShare(1);

    /** The first normalisation sees what the first convolution makes of the pictures, whatever the other statistics are. */
    @Test
    void theFirstMeanAndVarianceAreThoseOfWhatTheFirstConvolutionGives() {
        Network network = Architecture.SMALL.network(3);
        Map<String, Tensor> before = untrained(network);
        DiscData pictures = new DiscData(100);

        Map<String, Tensor> after =
                new RunningStatistics(network, PREPROCESSING).renewed(before, pictures, Progress.silent());

        Layer.BatchNormalisation first = network.layers().stream()
                .filter(Layer.BatchNormalisation.class::isInstance)
                .map(Layer.BatchNormalisation.class::cast)
                .findFirst()
                .orElseThrow();
        float[][] outputs = outputs(network, before, first.input(), pictures);
        float[] means = tensor(after, first.name() + ".running_mean").toArray();
        float[] variances = tensor(after, first.name() + ".running_var").toArray();
        for (int channel = 0; channel < first.channels(); channel++) {
            // 100 pictures are two batches of 50, whose unbiased variances are averaged.
            double mean = (mean(outputs, channel, 0, 50) + mean(outputs, channel, 50, 100)) / 2;
            double variance = (variance(outputs, channel, 0, 50) + variance(outputs, channel, 50, 100)) / 2;
            assertThat(means[channel]).isCloseTo((float) mean, within(1e-4f));
            assertThat(variances[channel] / variance).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void whatWasLearnedStays() {
        Network network = Architecture.SMALL.network(3);
        Map<String, Tensor> before = untrained(network);

        Map<String, Tensor> after =
                new RunningStatistics(network, PREPROCESSING).renewed(before, new DiscData(70), Progress.silent());

        assertThat(after.keySet()).isEqualTo(before.keySet());
        int renewed = 0;
        for (Map.Entry<String, Tensor> entry : before.entrySet()) {
            boolean same = tensor(after, entry.getKey()).equals(entry.getValue());
            assertThat(same).as(entry.getKey()).isEqualTo(!entry.getKey().contains(".running_"));
            renewed += same ? 0 : 1;
        }
        assertThat(renewed).isPositive();
    }

    @Test
    void aSinglePictureIsTooFew() {
        Network network = Architecture.SMALL.network(3);
        assertThatThrownBy(() -> new RunningStatistics(network, PREPROCESSING)
                        .renewed(untrained(network), new DiscData(1), Progress.silent()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Tensor tensor(Map<String, Tensor> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    private static Map<String, Tensor> untrained(Network network) {
        ParameterLayout layout = new ParameterLayout(network);
        return new LinkedHashMap<>(layout.tensors(layout.initialLearned(Map.of(), 1), layout.initialRunning(Map.of())));
    }

    /** The outputs of a layer, by picture, [channels][positions] in one row. */
    private static float[][] outputs(Network network, Map<String, Tensor> parameters, String layer, DiscData pictures) {
        Libtorch.load();
        float[][] rows = new float[pictures.size()][];
        try (NDManager manager = NDManager.newBaseManager(Device.CPU.resolve(), Libtorch.ENGINE)) {
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            parameters.forEach((name, tensor) -> arrays.put(
                    name,
                    manager.create(
                            tensor.toArray(),
                            new Shape(tensor.shape().stream()
                                    .mapToLong(Integer::longValue)
                                    .toArray()))));
            ForwardPass pass = ForwardPass.inference(network, arrays);
            for (int i = 0; i < rows.length; i++) {
                float[] input = PREPROCESSING.apply(pictures.image(i), pictures.micronsPerPixel(i), 0);
                rows[i] = pass.upTo(layer, manager.create(input, new Shape(1, 3, 32, 32)))
                        .toFloatArray();
            }
        }
        return rows;
    }

    private static double mean(float[][] rows, int channel, int from, int to) {
        double sum = 0;
        int positions = positions(rows);
        for (float[] row : List.of(rows).subList(from, to)) {
            for (int i = 0; i < positions; i++) {
                sum += row[channel * positions + i];
            }
        }
        return sum / positions / (to - from);
    }

    private static double variance(float[][] rows, int channel, int from, int to) {
        double mean = mean(rows, channel, from, to);
        double sum = 0;
        int positions = positions(rows);
        for (float[] row : List.of(rows).subList(from, to)) {
            for (int i = 0; i < positions; i++) {
                sum += Math.pow(row[channel * positions + i] - mean, 2);
            }
        }
        return sum / ((double) positions * (to - from) - 1);
    }

    private static int positions(float[][] rows) {
        return rows[0].length / CHANNELS;
    }

    /** Of the first convolution of the network. */
    private static final int CHANNELS =
            ((Layer.Convolution) Architecture.SMALL.network(3).layers().getFirst()).outChannels();
}

package org.medulla.vision.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ForwardPassTest {
    private final SplittableRandom random = new SplittableRandom(4);

    @Test
    void batchNormalisationUsesTheBatchWhileLearningAndMovesTheStatisticsByATenth() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            Network network = network(new Layer.BatchNormalisation("bn", Network.INPUT, 1, 0.5));
            Map<String, NDArray> parameters = Map.of(
                    "bn.weight", manager.create(new float[] {2}),
                    "bn.bias", manager.create(new float[] {3}),
                    "bn.running_mean", manager.create(new float[] {10}),
                    "bn.running_var", manager.create(new float[] {20}));
            NDArray images = manager.create(new float[] {1, 2, 3, 6}, new Shape(1, 1, 2, 2));

            float[] learning = ForwardPass.training(network, parameters, random)
                    .logits(images)
                    .toFloatArray();

            // mean 3, biased variance 3.5, unbiased variance 14 / 3; (x - 3) / sqrt(3.5 + 0.5) * 2 + 3
            assertThat(learning).containsExactly(new float[] {1, 2, 3, 6}, within(1e-5f));
            assertThat(value(parameters, "bn.running_mean")).isCloseTo(0.9f * 10 + 0.1f * 3, within(1e-5f));
            assertThat(value(parameters, "bn.running_var")).isCloseTo(0.9f * 20 + 0.1f * 14 / 3, within(1e-5f));
        }
    }

    @Test
    void batchNormalisationUsesTheRunningStatisticsAfterwardsAndLeavesThemAlone() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            Network network = network(new Layer.BatchNormalisation("bn", Network.INPUT, 1, 1));
            Map<String, NDArray> parameters = Map.of(
                    "bn.weight", manager.create(new float[] {2}),
                    "bn.bias", manager.create(new float[] {5}),
                    "bn.running_mean", manager.create(new float[] {1}),
                    "bn.running_var", manager.create(new float[] {3}));
            NDArray images = manager.create(new float[] {1, 2, 3, 7}, new Shape(1, 1, 2, 2));

            assertThat(ForwardPass.inference(network, parameters).logits(images).toFloatArray())
                    .containsExactly(new float[] {5, 6, 7, 11}, within(1e-5f));
            assertThat(value(parameters, "bn.running_mean")).isEqualTo(1);
        }
    }

    @Test
    void paddingAfterOnlyShiftsTheConvolutionAsTensorFlowDoes() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            Network network = network(new Layer.Convolution("c", Network.INPUT, 1, 1, 3, 2, 0, 1, 1, false));
            Map<String, NDArray> parameters =
                    Map.of("c.weight", manager.create(new float[] {1, 0, 0, 0, 0, 0, 0, 0, 10}, new Shape(1, 1, 3, 3)));
            NDArray images = manager.arange(16).toType(DataType.FLOAT32, false).reshape(1, 1, 4, 4);

            // upper left of each window plus ten times its lower right, which is padding for all but the first window
            assertThat(ForwardPass.inference(network, parameters).logits(images).toFloatArray())
                    .containsExactly(0 + 10 * 10, 2, 8, 10);
        }
    }

    @Test
    void convolutionAddsItsBiasAndTheRectifierCutsAtItsCeiling() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            Network network = network(
                    new Layer.Convolution("c", Network.INPUT, 1, 1, 1, 1, 0, 0, 1, true),
                    new Layer.Rectifier("r", "c", 6));
            Map<String, NDArray> parameters = Map.of(
                    "c.weight", manager.create(new float[] {2}, new Shape(1, 1, 1, 1)),
                    "c.bias", manager.create(new float[] {-1}));
            NDArray images = manager.create(new float[] {0, 1, 3, 9}, new Shape(1, 1, 2, 2));

            assertThat(ForwardPass.inference(network, parameters).logits(images).toFloatArray())
                    .containsExactly(0, 1, 5, 6);
        }
    }

    @Test
    void dropoutKeepsTheExpectedValueAndIsDecidedByTheGivenNumbers() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            Network network = network(new Layer.Dropout("d", Network.INPUT, 0.25));
            NDArray images = manager.ones(new Shape(1, 1, 100, 100));

            NDArray once = ForwardPass.training(network, Map.of(), new SplittableRandom(1))
                    .logits(images);
            NDArray again = ForwardPass.training(network, Map.of(), new SplittableRandom(1))
                    .logits(images);

            assertThat(once.mean().getFloat()).isCloseTo(1, within(0.03f));
            assertThat(once.toFloatArray()).isEqualTo(again.toFloatArray());
            assertThat(ForwardPass.inference(network, Map.of()).logits(images)).isEqualTo(images);
        }
    }

    @Test
    void everyArchitectureGivesLogitsAndGoesOnFromItsFeaturesToTheSame() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            for (Architecture architecture : Architecture.values()) {
                Network network = architecture.network(3);
                ForwardPass pass = ForwardPass.inference(network, randomParameters(network, manager));
                NDArray images = manager.randomNormal(new Shape(2, 3, 64, 64));

                NDArray features = pass.upTo(network.featureLayer(), images);
                NDArray logits = pass.logits(images);

                assertThat(logits.getShape()).isEqualTo(new Shape(2, 3));
                assertThat(features.getShape().dimension()).isEqualTo(4);
                assertThat(pass.logitsFrom(network.featureLayer(), features).toFloatArray())
                        .isEqualTo(logits.toFloatArray());
            }
        }
    }

    @Test
    void goingOnFromInsideAResidualBlockIsRefused() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            Network network = Architecture.SMALL.network(3);
            ForwardPass pass = ForwardPass.inference(network, randomParameters(network, manager));
            NDArray images = manager.randomNormal(new Shape(1, 3, 64, 64));

            NDArray inside = pass.upTo("layer1.0.conv1", images);

            assertThatThrownBy(() -> pass.logitsFrom("layer1.0.conv1", inside))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Map<String, NDArray> randomParameters(Network network, NDManager manager) {
        Map<String, NDArray> parameters = new HashMap<>();
        network.parameterShapes().forEach((name, shape) -> {
            NDArray normal = manager.randomNormal(
                    0,
                    0.05f,
                    new Shape(shape.stream().mapToLong(Integer::longValue).toArray()),
                    DataType.FLOAT32);
            parameters.put(name, name.endsWith("running_var") ? normal.abs().add(0.5f) : normal);
        });
        return parameters;
    }

    private static float value(Map<String, NDArray> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name)).getFloat();
    }

    private static Network network(Layer... layers) {
        String last = layers[layers.length - 1].name();
        return new Network("test", List.of(layers), last, last);
    }
}

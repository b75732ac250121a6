package org.medulla.vision.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.network.Layer;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.network.TestNetworks;

class InitialWeightsTest {
    private static final Network NETWORK = new Network(
            "tiny",
            List.of(
                    new Layer.Convolution("conv1", Network.INPUT, 3, 4, 1, 1, 0, 0, 1, false),
                    new Layer.BatchNormalisation("bn1", "conv1", 4, 1e-5),
                    new Layer.GlobalAveragePooling("pool", "bn1"),
                    new Layer.Linear("classifier", "pool", 4, 3)),
            "bn1",
            "pool");

    @Test
    void everyTensorAndEveryParameterIsAccountedFor() {
        Map<String, Tensor> file = new HashMap<>(TestNetworks.parameters(NETWORK, 1));
        file.remove("bn1.running_var");
        file.put("classifier.weight", Tensor.of(List.of(5, 4), new float[20]));
        file.put("bn2.bias", Tensor.of(List.of(4), new float[4]));
        file.put("bn1.num_batches_tracked", Tensor.of(List.of(), new float[1]));

        InitialWeights weights =
                InitialWeights.of("file", new Safetensors(file, Map.of("step", "I64"), Map.of()), NETWORK);

        assertThat(weights.parameters())
                .containsOnlyKeys("conv1.weight", "bn1.weight", "bn1.bias", "bn1.running_mean", "classifier.bias");
        assertThat(weights.mismatches())
                .containsExactly(new InitialWeights.Mismatch(
                        "classifier.weight", "classifier.weight", List.of(5, 4), List.of(3, 4)));
        assertThat(weights.missing()).containsExactly("bn1.running_var");
        assertThat(weights.unused()).containsExactly("bn2.bias");
        assertThat(weights.ignored()).containsExactly("bn1.num_batches_tracked", "step");
        assertThat(weights.report())
                .containsExactly(
                        "5 of 7 parameters start with the weights in file.",
                        "classifier.weight starts afresh: classifier.weight has the shape [5, 4], not [3, 4].",
                        "Missing in the file, so these start afresh: bn1.running_var.",
                        "In the file, but without a place in the network: bn2.bias.",
                        "Ignored because they hold no weights: bn1.num_batches_tracked, step.");
    }

    @Test
    void theClassifierIsFoundUnderTheNamesOfOtherLibraries() {
        for (String name : List.of("fc", "head.fc", "module.fc", "conv_preds", "classifier")) {
            Map<String, Tensor> file = new LinkedHashMap<>();
            file.put(name + ".weight", Tensor.of(List.of(3, 4, 1, 1), new float[12]));
            file.put(name + ".bias", Tensor.of(List.of(3), new float[3]));
            assertThat(TestNetworks.in(of(file).parameters(), "classifier.weight")
                            .shape())
                    .containsExactly(3, 4);
        }
    }

    /** The published weights of torchvision's resnext50_32x4d hold 161 parameters and 106 running statistics. */
    @Test
    void aFileWithTorchvisionsNamesFillsResNeXt50ButForTheClassifier() {
        Map<String, Tensor> file = new LinkedHashMap<>();
        Architecture.RESNEXT50.network(1000).parameterShapes().forEach((name, shape) -> {
            int count = shape.stream().reduce(1, (a, b) -> a * b);
            file.put(name, Tensor.of(shape, new float[count]));
        });
        assertThat(file)
                .hasSize(161 + 106)
                .containsKeys(
                        "conv1.weight",
                        "bn1.running_var",
                        "layer1.0.downsample.0.weight",
                        "layer4.2.bn3.bias",
                        "fc.weight");
        InitialWeights weights = InitialWeights.of(
                "file",
                new Safetensors(file, Map.of("bn1.num_batches_tracked", "I64"), Map.of()),
                Architecture.RESNEXT50.network(21));
        assertThat(weights.parameters()).hasSize(265);
        assertThat(weights.mismatches())
                .extracting(InitialWeights.Mismatch::parameter)
                .containsExactly("fc.weight", "fc.bias");
        assertThat(weights.missing()).isEmpty();
        assertThat(weights.unused()).isEmpty();
    }

    @Test
    void kerasMobileNetFillsEverythingButTheClassifier() {
        Path file = Path.of(System.getProperty("medulla.root", "."), "..", "shared", "weights")
                .resolve("mobilenet_v1_1.0_224_imagenet.safetensors");
        assumeTrue(Files.exists(file), "Skipped: no weights beside the project");
        InitialWeights weights = InitialWeights.load(file, Architecture.MOBILENET.network(14));
        assertThat(weights.parameters()).hasSize(125);
        assertThat(weights.missing()).isEmpty();
        assertThat(weights.mismatches())
                .extracting(InitialWeights.Mismatch::nameInFile)
                .containsExactlyInAnyOrder("conv_preds.weight", "conv_preds.bias");
        assertThat(weights.unused()).hasSize(9).allMatch(name -> name.contains("_13"));
    }

    @Test
    void aFileForAnotherArchitectureIsRefused() {
        assertThatThrownBy(() -> of(Map.of("encoder.weight", Tensor.of(List.of(1), new float[1]))))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USER))
                .hasMessageContaining("None of the 1 tensors in file fits the network tiny");
    }

    @Test
    void aValueThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> of(Map.of("bn1.bias", Tensor.of(List.of(4), new float[] {0, Float.NaN, 0, 0}))))
                .hasMessageContaining("bn1.bias in file holds a value that is no finite number");
    }

    private static InitialWeights of(Map<String, Tensor> tensors) {
        return InitialWeights.of("file", new Safetensors(tensors, Map.of(), Map.of()), NETWORK);
    }
}

package org.medulla.vision.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.image.TestPictures;
import org.medulla.vision.model.ModelDescription;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.model.TestModels;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.network.ForwardPass;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.network.TestNetworks;
import org.medulla.vision.preprocessing.Preprocessing;

/** What is trained in libtorch is what runs in ONNX Runtime: on real cells where they are there, else on patterns. */
class EnginesAgreeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void everyArchitectureGivesTheSameLogitsInBothEngines(Architecture architecture) {
        Network network = architecture.network(TestModels.CLASSES.size());
        Map<String, Tensor> parameters = TestNetworks.parameters(network, 11);
        Preprocessing preprocessing = Preprocessing.standard(architecture).withSize(64);
        ModelDescription plain = TestModels.description(network);
        ModelFile model = ModelFile.write(
                folder.resolve("model.medulla"),
                new ModelDescription(
                        plain.classes(),
                        preprocessing,
                        1,
                        plain.provenance(),
                        plain.validation(),
                        network,
                        plain.familiarity()),
                parameters);
        List<float[]> inputs = images().stream()
                .map(image -> preprocessing.apply(image, OptionalDouble.empty(), 0))
                .toList();

        float[] expected = logitsOfLibtorch(network, model.parameters(), inputs, 64);

        try (NetworkSession session = NetworkSession.open(model, 2)) {
            List<float[]> logits = session.logits(inputs);
            float lowest = Float.POSITIVE_INFINITY;
            float highest = Float.NEGATIVE_INFINITY;
            for (float logit : expected) {
                lowest = Math.min(lowest, logit);
                highest = Math.max(highest, logit);
            }
            assertThat(highest - lowest).isPositive().isFinite();
            for (int i = 0; i < expected.length; i++) {
                float[] row = logits.get(i / TestModels.CLASSES.size());
                assertThat(Math.abs(row[i % TestModels.CLASSES.size()] - expected[i]) / (highest - lowest))
                        .isLessThan(1e-3f);
            }
        }
    }

    private static float[] logitsOfLibtorch(
            Network network, Map<String, Tensor> parameters, List<float[]> inputs, int size) {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            Map<String, NDArray> arrays = new HashMap<>();
            parameters.forEach((name, tensor) -> arrays.put(
                    name,
                    manager.create(
                            tensor.toArray(),
                            new Shape(tensor.shape().stream()
                                    .mapToLong(Integer::longValue)
                                    .toArray()))));
            NDArray images = manager.create(new Shape(inputs.size(), 3, size, size));
            float[] all = new float[inputs.size() * 3 * size * size];
            for (int i = 0; i < inputs.size(); i++) {
                System.arraycopy(inputs.get(i), 0, all, i * 3 * size * size, 3 * size * size);
            }
            images.set(all);
            return ForwardPass.inference(network, arrays).logits(images).toFloatArray();
        }
    }

    private static List<RgbImage> images() {
        List<RgbImage> images = new ArrayList<>();
        TestPictures.realImages()
                .map(data -> data.resolve("marrow/BM_cytomorphology_data"))
                .filter(Files::isDirectory)
                .ifPresent(data -> addRealImages(data, images));
        for (int seed = 0; images.size() < 4; seed++) {
            images.add(TestPictures.smooth(250, 250, seed));
        }
        return images;
    }

    private static void addRealImages(Path data, List<RgbImage> images) {
        for (String code : List.of("BLA", "EBO", "NGS", "PLM")) {
            try (Stream<Path> files = Files.walk(data.resolve(code))) {
                Path first =
                        files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
                if (ImageDecoder.decode(Files.readAllBytes(first)) instanceof Decoded.Image decoded) {
                    images.add(decoded.pixels());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

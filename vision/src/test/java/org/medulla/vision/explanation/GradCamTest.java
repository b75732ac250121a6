package org.medulla.vision.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.model.TestModels;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.ReferenceForward;
import org.medulla.vision.network.ReferenceForward.Map3;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.network.TestNetworks;

class GradCamTest {
    @TempDir
    Path folder;

    /**
     * Behind the last feature maps there is only the mean and a fully connected layer, so the gradient of class c in map k is
     * w_ck / positions everywhere: Grad-CAM is the class activation map of Zhou B et al., CVPR 2016.
     */
    @Test
    void theWeightedFeaturesAreTheClassActivationMap() {
        Network network = TestNetworks.everyLayer(TestModels.CLASSES.size());
        Map<String, Tensor> parameters = TestNetworks.parameters(network, 3);
        ModelFile model = TestModels.write(folder, network, parameters);
        SplittableRandom random = new SplittableRandom(1);
        float[] input = new float[3 * 32 * 32];
        double[] values = new double[input.length];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) random.nextGaussian();
            values[i] = input[i];
        }
        Map3 features =
                TestNetworks.in(new ReferenceForward(network, parameters).run(new Map3(3, 32, 32, values)), "last_bn");
        double[] maps = features.values();
        int positions = features.height() * features.width();
        int place = 2;

        try (GradientNetwork gradients = new GradientNetwork(model, 1)) {
            float[] actual =
                    gradients.weightedFeatures(List.of(input, input), place).get(1);
            assertThat(actual).hasSize(positions);
            for (int i = 0; i < positions; i++) {
                double expected = 0;
                for (int k = 0; k < 12; k++) {
                    double weight =
                            TestNetworks.in(parameters, "fc.weight").values().get(place * 12 + k);
                    expected += weight / positions * maps[k * positions + i];
                }
                assertThat((double) actual[i]).isCloseTo(expected, within(1e-5));
            }
        }
    }

    /** The gradient of a logit against the difference quotient of the plain definition. */
    @Test
    void theInputGradientIsTheSlopeOfTheLogit() {
        Network network = TestNetworks.everyLayer(TestModels.CLASSES.size());
        Map<String, Tensor> parameters = TestNetworks.parameters(network, 3);
        ReferenceForward reference = new ReferenceForward(network, parameters);
        SplittableRandom random = new SplittableRandom(2);
        double[] values = new double[3 * 32 * 32];
        float[] input = new float[values.length];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) random.nextGaussian();
            values[i] = input[i];
        }
        try (GradientNetwork gradients = new GradientNetwork(TestModels.write(folder, network, parameters), 1)) {
            float[] actual = gradients.inputGradients(List.of(input), 1).getFirst();
            for (int pixel : new int[] {100, 333, 517, 1000}) {
                double expected = 0;
                for (int plane = 0; plane < 3; plane++) {
                    expected += Math.abs(slope(reference, values, plane * 1024 + pixel));
                }
                assertThat((double) actual[pixel]).isCloseTo(expected, within(1e-4));
            }
        }
    }

    private static double slope(ReferenceForward reference, double[] values, int index) {
        double step = 1e-6;
        double[] more = values.clone();
        more[index] += step;
        double[] less = values.clone();
        less[index] -= step;
        double above =
                TestNetworks.in(reference.run(new Map3(3, 32, 32, more)), "fc").values()[1];
        double below =
                TestNetworks.in(reference.run(new Map3(3, 32, 32, less)), "fc").values()[1];
        return (above - below) / (2 * step);
    }
}

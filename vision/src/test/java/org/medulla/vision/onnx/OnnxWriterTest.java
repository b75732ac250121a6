package org.medulla.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.ReferenceForward;
import org.medulla.vision.network.ReferenceForward.Map3;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.network.TestNetworks;

class OnnxWriterTest {
    private static final Network NETWORK = TestNetworks.everyLayer(5);
    private static final Map<String, Tensor> PARAMETERS = TestNetworks.parameters(NETWORK, 1);

    @Test
    void everyLayerGivesWhatItsDefinitionSays() throws OrtException {
        int images = 3;
        int height = 21;
        int width = 26;
        float[] batch = random(images * 3 * height * width);
        try (OrtSession session = session();
                OnnxTensor tensor = OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), FloatBuffer.wrap(batch), new long[] {images, 3, height, width
                        });
                OrtSession.Result result = session.run(Map.of(Network.INPUT, tensor))) {
            for (int image = 0; image < images; image++) {
                double[] values = new double[3 * height * width];
                for (int i = 0; i < values.length; i++) {
                    values[i] = batch[image * values.length + i];
                }
                Map<String, Map3> expected =
                        new ReferenceForward(NETWORK, PARAMETERS).run(new Map3(3, height, width, values));
                compare(result, OnnxWriter.LOGITS, image, TestNetworks.in(expected, "fc"));
                compare(result, OnnxWriter.EMBEDDING, image, TestNetworks.in(expected, "pool"));
                compare(result, OnnxWriter.FEATURES, image, TestNetworks.in(expected, "last_bn"));
            }
        }
    }

    private static void compare(OrtSession.Result result, String output, int image, Map3 expected) throws OrtException {
        OnnxTensor tensor = (OnnxTensor) result.get(output).orElseThrow();
        long[] shape = tensor.getInfo().getShape();
        assertThat(shape[1]).isEqualTo(expected.channels());
        FloatBuffer values = tensor.getFloatBuffer();
        double[] wanted = expected.values();
        int size = wanted.length;
        for (int i = 0; i < size; i++) {
            assertThat((double) values.get(image * size + i)).isCloseTo(wanted[i], offset(2e-5));
        }
    }

    @Test
    void normalisationIsFoldedOnlyWhereNothingElseSeesTheConvolution() {
        String text = new String(OnnxWriter.write(NETWORK, PARAMETERS), StandardCharsets.ISO_8859_1);
        assertThat(text).contains("light.running_mean", "grouped_bn.running_mean");
        assertThat(text).doesNotContain("stem_bn.running_mean", "last_bn.running_mean");
    }

    @Test
    void theSameParametersGiveTheSameBytes() {
        assertThat(OnnxWriter.write(NETWORK, new HashMap<>(PARAMETERS)))
                .isEqualTo(OnnxWriter.write(NETWORK, PARAMETERS));
    }

    @Test
    void weightsThatOnlySlowTheProcessorDownAreWrittenAsZero() {
        Map<String, Tensor> tiny = new HashMap<>(PARAMETERS);
        Map<String, Tensor> zero = new HashMap<>(PARAMETERS);
        Map<String, Tensor> small = new HashMap<>(PARAMETERS);
        tiny.put("fc.bias", Tensor.of(List.of(5), new float[] {1e-40f, -1e-31f, 1, 2, 3}));
        zero.put("fc.bias", Tensor.of(List.of(5), new float[] {0, 0, 1, 2, 3}));
        small.put("fc.bias", Tensor.of(List.of(5), new float[] {1e-29f, 0, 1, 2, 3}));
        assertThat(OnnxWriter.write(NETWORK, tiny))
                .isEqualTo(OnnxWriter.write(NETWORK, zero))
                .isNotEqualTo(OnnxWriter.write(NETWORK, small));
    }

    @Test
    void aMissingParameterIsNamed() {
        Map<String, Tensor> incomplete = new HashMap<>(PARAMETERS);
        incomplete.remove("last.bias");
        assertThatThrownBy(() -> OnnxWriter.write(NETWORK, incomplete))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA))
                .hasMessageContaining("last.bias")
                .hasMessageContaining("there is none");
    }

    @Test
    void aParameterOfAnotherShapeIsNamed() {
        Map<String, Tensor> wrong = new HashMap<>(PARAMETERS);
        wrong.put("fc.bias", TestNetworks.in(PARAMETERS, "last.bias"));
        assertThatThrownBy(() -> OnnxWriter.write(NETWORK, wrong)).hasMessageContaining("fc.bias of shape [5]");
    }

    private static OrtSession session() throws OrtException {
        return OrtEnvironment.getEnvironment().createSession(OnnxWriter.write(NETWORK, PARAMETERS));
    }

    private static float[] random(int count) {
        SplittableRandom random = new SplittableRandom(7);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}

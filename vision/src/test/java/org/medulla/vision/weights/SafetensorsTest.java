package org.medulla.vision.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.network.TestNetworks;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() {
        Map<String, Tensor> tensors = Map.of(
                "b.weight", Tensor.of(List.of(2, 3), new float[] {1, 2, 3, 4, 5, 6}),
                "a.bias", Tensor.of(List.of(1), new float[] {-0.5f}),
                "scalar", Tensor.of(List.of(), new float[] {7}),
                "nothing", Tensor.of(List.of(0, 4), new float[0]));
        Path file = folder.resolve("weights.safetensors");
        Safetensors.write(file, tensors, Map.of("format", "pt"));

        Safetensors read = Safetensors.read(file);

        assertThat(read.tensors()).containsOnlyKeys("a.bias", "b.weight", "nothing", "scalar");
        assertThat(TestNetworks.in(read.tensors(), "b.weight").shape()).containsExactly(2, 3);
        assertThat(TestNetworks.in(read.tensors(), "b.weight").toArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(TestNetworks.in(read.tensors(), "scalar").toArray()).containsExactly(7);
        assertThat(read.metadata()).containsExactly(Map.entry("format", "pt"));
    }

    /** The layout that the reference implementation (github.com/huggingface/safetensors) documents, byte by byte. */
    @Test
    void theBytesAreThoseOfTheFormat() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(out, Map.of("t", Tensor.of(List.of(2), new float[] {1, 0.1f})), Map.of());
        String header = "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        String padded = header + " ".repeat(Math.floorMod(-header.length(), 8));
        ByteBuffer expected = ByteBuffer.allocate(8 + padded.length() + 8).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(padded.length()).put(padded.getBytes(StandardCharsets.UTF_8));
        expected.putFloat(1).putFloat(0.1f);
        assertThat(out.toByteArray()).isEqualTo(expected.array());
    }

    @Test
    void aTensorThatHalvesHoldExactlyIsWrittenInHalves() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Tensor fine = Tensor.of(List.of(2), new float[] {1, 0.1f});
        Tensor coarse = Tensor.of(List.of(2), new float[] {-2, 0.099975586f});
        Safetensors.write(out, Map.of("coarse", coarse, "fine", fine), Map.of());
        Safetensors read = Safetensors.read("both", ByteBuffer.wrap(out.toByteArray()));
        assertThat(out.toString(StandardCharsets.ISO_8859_1))
                .contains("\"fine\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}")
                .contains("\"coarse\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[8,12]}");
        assertThat(TestNetworks.in(read.tensors(), "coarse").toArray()).isEqualTo(coarse.toArray());
        assertThat(TestNetworks.in(read.tensors(), "fine").toArray()).isEqualTo(fine.toArray());
    }

    @Property(tries = 30)
    void theSameTensorsGiveTheSameBytesInAnyOrder(@ForAll @Size(min = 1, max = 40) List<Float> values)
            throws IOException {
        float[] numbers = new float[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values.get(i);
        }
        Tensor tensor = Tensor.of(List.of(numbers.length), numbers);
        Map<String, Tensor> one = new LinkedHashMap<>();
        one.put("x", tensor);
        one.put("y", tensor);
        Map<String, Tensor> other = new LinkedHashMap<>();
        other.put("y", tensor);
        other.put("x", tensor);
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        Safetensors.write(first, one, Map.of());
        Safetensors.write(second, other, Map.of());
        assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
        Safetensors read = Safetensors.read("memory", ByteBuffer.wrap(first.toByteArray()));
        assertThat(TestNetworks.in(read.tensors(), "y").toArray()).isEqualTo(numbers);
    }

    @Test
    void halfPrecisionIsWidenedAndCountersAreSetApart() {
        ByteBuffer data = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        data.putShort((short) 0x3c00)
                .putShort((short) 0xc100)
                .putShort((short) 0x3f80)
                .putShort((short) 0xc020);
        Safetensors read = Safetensors.read("memory", file("""
                        {"half":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},
                         "brain":{"dtype":"BF16","shape":[2],"data_offsets":[4,8]},
                         "count":{"dtype":"I64","shape":[],"data_offsets":[8,16]}}""", data.array()));
        assertThat(TestNetworks.in(read.tensors(), "half").toArray()).containsExactly(1f, -2.5f);
        assertThat(TestNetworks.in(read.tensors(), "brain").toArray()).containsExactly(1f, -2.5f);
        assertThat(read.others()).containsExactly(Map.entry("count", "I64"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"t":{"dtype":"F32","shape":[2],"data_offsets":[0,7]}} | cannot lie at
                    {"t":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}} | cannot lie at
                    {"t":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}} | cannot lie at
                    {"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} | take 8 bytes, but 16 follow
                    {"t":{"dtype":"F32","shape":[4],"data_offsets":[0,16]},"u":{"dtype":"U8","shape":[8],"data_offsets":[8,16]}} | overlaps
                    {"t":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}} | leaves a gap
                    {"t":{"dtype":"F32","shape":[6],"data_offsets":[0,24]}} | take 24 bytes, but 16 follow
                    {"t":{"dtype":"Q4","shape":[4],"data_offsets":[0,16]}} | unknown type "Q4"
                    {"t":{"dtype":"F32","shape":[-4],"data_offsets":[0,16]}} | has the shape
                    {"t":{"dtype":"F32","shape":[65536,65536,65536],"data_offsets":[0,16]}} | too large
                    {"t":{"dtype":"F32","data_offsets":[0,16]}} | lacks a shape
                    {"t":{},"t":{}} | not JSON
                    [1,2] | not a JSON object
                    {"t": | not JSON
                    """)
    void aHeaderThatCannotBeTrueIsRefusedWithTheReason(String header, String reason) {
        assertDamaged(file(header, new byte[16]), reason);
    }

    @Test
    void aHeaderLongerThanTheFileIsRefusedBeforeMemoryIsTaken() {
        ByteBuffer file = file("{}", new byte[0]);
        file.putLong(0, Long.MAX_VALUE);
        assertDamaged(file, "claims 9223372036854775807 bytes");
        file.putLong(0, -1);
        assertDamaged(file, "claims 18446744073709551615 bytes");
        assertDamaged(ByteBuffer.allocate(7), "too short");
    }

    @Test
    void aFileCutAnywhereIsRefused() {
        byte[] whole = file("{\"t\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}", new byte[16])
                .array();
        for (int length = 0; length < whole.length; length++) {
            assertDamaged(ByteBuffer.wrap(Arrays.copyOf(whole, length)), "");
        }
    }

    @Test
    void aFileThatIsNotThereIsTheCallersError() {
        assertThatThrownBy(() -> Safetensors.read(folder.resolve("none.safetensors")))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USER))
                .hasMessageContaining("none.safetensors");
    }

    private static void assertDamaged(ByteBuffer file, String reason) {
        assertThatThrownBy(() -> Safetensors.read("some file", file))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA))
                .hasMessageContaining("some file")
                .hasMessageContaining(reason);
    }

    static ByteBuffer file(String header, byte[] data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        return file.putLong(json.length).put(json).put(data).rewind();
    }
}

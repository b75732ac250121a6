package org.medulla.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ProtobufMessageTest {
    /** The examples of the encoding guide at protobuf.dev. */
    @Test
    void theExamplesOfTheSpecificationAreMet() {
        assertThat(new ProtobufMessage().integer(1, 150).toBytes()).containsExactly(0x08, 0x96, 0x01);
        assertThat(new ProtobufMessage().text(2, "testing").toBytes())
                .containsExactly(0x12, 0x07, 't', 'e', 's', 't', 'i', 'n', 'g');
        assertThat(new ProtobufMessage()
                        .message(3, new ProtobufMessage().integer(1, 150))
                        .toBytes())
                .containsExactly(0x1a, 0x03, 0x08, 0x96, 0x01);
        assertThat(new ProtobufMessage().real(4, 1f).toBytes()).containsExactly(0x25, 0, 0, 0x80, 0x3f);
    }

    @Property(tries = 200)
    void anyIntegerComesBack(@ForAll long value) {
        byte[] bytes = new ProtobufMessage().integer(20, value).toBytes();
        long read = 0;
        for (int i = 2; i < bytes.length; i++) {
            read |= (bytes[i] & 0x7fL) << (7 * (i - 2));
        }
        assertThat(bytes).startsWith(0xa0, 0x01);
        assertThat(read).isEqualTo(value);
        assertThat(bytes[bytes.length - 1]).isNotNegative();
    }
}

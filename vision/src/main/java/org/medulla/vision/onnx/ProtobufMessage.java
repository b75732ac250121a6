package org.medulla.vision.onnx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A protobuf message under construction, as its wire format (protobuf.dev/programming-guides/encoding): each field is a number
 * and kind in one varint, then a varint, four bytes, or a length and so many bytes. Long byte strings are kept, not copied, until
 * {@link #toBytes()}.
 */
final class ProtobufMessage {
    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int FOUR_BYTES = 5;

    private final List<byte[]> pieces = new ArrayList<>();
    private long length;

    /** Appends an integer, boolean or enumeration. */
    ProtobufMessage integer(int field, long value) {
        return varint((long) field << 3 | VARINT).varint(value);
    }

    /** Appends a single-precision number. */
    ProtobufMessage real(int field, float value) {
        int bits = Float.floatToIntBits(value);
        return varint((long) field << 3 | FOUR_BYTES)
                .piece(new byte[] {(byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24)});
    }

    /** Appends a text. */
    ProtobufMessage text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Appends bytes, which now belong to the message. */
    ProtobufMessage bytes(int field, byte[] value) {
        return varint((long) field << 3 | BYTES).varint(value.length).piece(value);
    }

    /** Appends a finished message. */
    ProtobufMessage message(int field, ProtobufMessage value) {
        varint((long) field << 3 | BYTES).varint(value.length);
        pieces.addAll(value.pieces);
        length += value.length;
        return this;
    }

    private ProtobufMessage varint(long value) {
        int size = Math.max(1, (64 - Long.numberOfLeadingZeros(value) + 6) / 7);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            int more = i < size - 1 ? 0x80 : 0;
            bytes[i] = (byte) (((value >>> (7 * i)) & 0x7f) | more);
        }
        return piece(bytes);
    }

    private ProtobufMessage piece(byte[] bytes) {
        pieces.add(bytes);
        length += bytes.length;
        return this;
    }

    /** The message as bytes. */
    byte[] toBytes() {
        byte[] all = new byte[Math.toIntExact(length)];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }
}

package org.medulla.vision.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/** The types of number that a safetensors header may name, by the format's own names. */
enum NumberType {
    BOOL(1),
    U8(1),
    I8(1),
    F8_E5M2(1),
    F8_E4M3(1),
    I16(2),
    U16(2),
    F16(2),
    BF16(2),
    I32(4),
    U32(4),
    F32(4),
    F64(8),
    I64(8),
    U64(8);

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    /** The bytes of one number. */
    int bytes() {
        return bytes;
    }

    /** Whether a float holds each of its values exactly and networks are kept in it. */
    boolean widens() {
        return this == F32 || this == F16 || this == BF16;
    }

    /** Appends a number in this type, which is F32 or F16, to little-endian bytes. */
    void put(float value, ByteBuffer bytes) {
        if (this == F16) {
            bytes.putShort(Float.floatToFloat16(value));
        } else {
            bytes.putFloat(value);
        }
    }

    /** The numbers in little-endian bytes as floats: for F32 a view of the same bytes, otherwise a copy. */
    FloatBuffer toFloats(ByteBuffer bytes) {
        ByteBuffer ordered = bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (this == F32) {
            return ordered.asFloatBuffer();
        }
        ShortBuffer halves = ordered.asShortBuffer();
        float[] floats = new float[halves.remaining()];
        for (int i = 0; i < floats.length; i++) {
            short half = halves.get(i);
            floats[i] = this == F16 ? Float.float16ToFloat(half) : Float.intBitsToFloat(half << 16);
        }
        return FloatBuffer.wrap(floats);
    }
}

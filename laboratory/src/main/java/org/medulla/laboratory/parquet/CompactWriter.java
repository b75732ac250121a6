package org.medulla.laboratory.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Writes structures in the compact protocol of Apache Thrift, in which Parquet's headers and footer are written. */
final class CompactWriter {
    static final int TRUE = 1;
    static final int FALSE = 2;
    static final int I16 = 4;
    static final int I32 = 5;
    static final int I64 = 6;
    static final int BINARY = 8;
    static final int LIST = 9;
    static final int STRUCT = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> lastFields = new ArrayDeque<>();

    /** The bytes of a structure. */
    static byte[] struct(Consumer<CompactWriter> fields) {
        CompactWriter writer = new CompactWriter();
        writer.fields(fields);
        return writer.out.toByteArray();
    }

    void i32(int field, int value) {
        header(field, I32);
        zigzag(value);
    }

    void i64(int field, long value) {
        header(field, I64);
        zigzag(value);
    }

    void text(int field, String value) {
        header(field, BINARY);
        text(value);
    }

    void struct(int field, Consumer<CompactWriter> fields) {
        header(field, STRUCT);
        fields(fields);
    }

    void numbers(int field, List<Integer> values) {
        list(field, I32, values, value -> zigzag(value));
    }

    void texts(int field, List<String> values) {
        list(field, BINARY, values, this::text);
    }

    /** A list of structures. */
    <T> void structs(int field, List<T> values, Fields<T> fields) {
        list(field, STRUCT, values, value -> fields(writer -> fields.write(writer, value)));
    }

    private <T> void list(int field, int type, List<T> values, Consumer<T> each) {
        header(field, LIST);
        if (values.size() < 15) {
            out.write((values.size() << 4) | type);
        } else {
            out.write(0xf0 | type);
            varint(values.size());
        }
        values.forEach(each);
    }

    private void fields(Consumer<CompactWriter> fields) {
        lastFields.push(0);
        fields.accept(this);
        lastFields.pop();
        out.write(0);
    }

    private void header(int field, int type) {
        int step = field - lastFields.pop();
        lastFields.push(field);
        if (step < 1 || step > 15) {
            throw new IllegalArgumentException("Fields are written in the order of their numbers");
        }
        out.write((step << 4) | type);
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private void zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** Writes the fields of a structure that stands for a value. */
    @FunctionalInterface
    interface Fields<T> {
        void write(CompactWriter writer, T value);
    }
}

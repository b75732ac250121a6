package org.medulla.laboratory.parquet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads structures in the compact protocol of Apache Thrift without knowing their meaning: whole numbers as Long, texts and bytes
 * as ByteBuffer, lists as List, structures as Map from the number of the field.
 */
final class CompactReader {
    private static final int DEEPEST = 16;

    private final ByteBuffer in;

    CompactReader(ByteBuffer in) {
        this.in = in;
    }

    Map<Integer, Object> struct() {
        return struct(0);
    }

    private Map<Integer, Object> struct(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("structures within structures without end");
        }
        Map<Integer, Object> fields = new TreeMap<>();
        int last = 0;
        for (int head = in.get() & 0xff; head != 0; head = in.get() & 0xff) {
            int step = head >> 4;
            last = step == 0 ? (int) zigzag() : last + step;
            fields.put(last, value(head & 0xf, depth));
        }
        return fields;
    }

    private Object value(int type, int depth) {
        return switch (type) {
            case CompactWriter.TRUE -> true;
            case CompactWriter.FALSE -> false;
            case 3 -> (long) in.get();
            case CompactWriter.I16, CompactWriter.I32, CompactWriter.I64 -> zigzag();
            case 7 -> in.getLong();
            case CompactWriter.BINARY -> bytes();
            case CompactWriter.LIST, 10 -> list(depth);
            case CompactWriter.STRUCT -> struct(depth + 1);
            default -> throw new IllegalArgumentException("a field of the unknown type " + type);
        };
    }

    private List<Object> list(int depth) {
        int head = in.get() & 0xff;
        long size = head >> 4 == 15 ? varint() : head >> 4;
        if (size < 0 || size > in.remaining()) {
            throw new IllegalArgumentException("a list longer than what holds it");
        }
        List<Object> values = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            int type = head & 0xf;
            values.add(type <= CompactWriter.FALSE ? (Object) (in.get() == CompactWriter.TRUE) : value(type, depth));
        }
        return values;
    }

    private ByteBuffer bytes() {
        long length = varint();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a text longer than what holds it");
        }
        ByteBuffer bytes = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
        return bytes;
    }

    private long zigzag() {
        long raw = varint();
        return (raw >>> 1) ^ -(raw & 1);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte one = in.get();
            value |= (long) (one & 0x7f) << shift;
            if (one >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number without end");
    }
}

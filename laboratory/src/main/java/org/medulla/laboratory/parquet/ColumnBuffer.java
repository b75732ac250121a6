package org.medulla.laboratory.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The values of one column that wait for their row group to be full: levels and plain values as they stand in the page. */
final class ColumnBuffer {
    private final ParquetColumn column;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
    private int rows;
    private int run;
    private boolean runPresent;

    ColumnBuffer(ParquetColumn column) {
        this.column = column;
    }

    void add(Optional<?> value) {
        if (run > 0 && runPresent != value.isPresent()) {
            endRun();
        }
        runPresent = value.isPresent();
        run++;
        rows++;
        value.ifPresent(this::plain);
    }

    int rows() {
        return rows;
    }

    long size() {
        return values.size();
    }

    /** The content of the page. */
    byte[] page() {
        endRun();
        ByteArrayOutputStream page = new ByteArrayOutputStream(levels.size() + values.size() + 4);
        page.writeBytes(little(4).putInt(levels.size()).array());
        page.writeBytes(levels.toByteArray());
        page.writeBytes(values.toByteArray());
        return page.toByteArray();
    }

    /** Definition levels as runs of the run-length encoding: twice the length, then the level. */
    private void endRun() {
        if (run == 0) {
            return;
        }
        int head = run << 1;
        while ((head & ~0x7f) != 0) {
            levels.write((head & 0x7f) | 0x80);
            head >>>= 7;
        }
        levels.write(head);
        levels.write(runPresent ? column.depth() : 0);
        run = 0;
    }

    private void plain(Object value) {
        switch (column.type()) {
            case INT32 -> values.writeBytes(little(4).putInt((Integer) value).array());
            case INT64 -> values.writeBytes(little(8).putLong((Long) value).array());
            case DOUBLE -> values.writeBytes(little(8).putDouble((Double) value).array());
            case TEXT -> bytes(((String) value).getBytes(StandardCharsets.UTF_8));
            case BINARY -> bytes((byte[]) value);
        }
    }

    private void bytes(byte[] bytes) {
        values.writeBytes(little(4).putInt(bytes.length).array());
        values.writeBytes(bytes);
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

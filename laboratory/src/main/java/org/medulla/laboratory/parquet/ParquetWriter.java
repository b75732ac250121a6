package org.medulla.laboratory.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a table as Apache Parquet, version 1 of its data pages: row groups of bounded size, in each one page for every column,
 * values in plain encoding and not compressed, absence in run-length encoding. Only one row group is held in memory. The same
 * rows give the same bytes.
 */
public final class ParquetWriter {
    static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /** The name of the whole; no column has it, since it has a dot. */
    private static final String ROOT = "medulla.table";

    private static final int OPTIONAL = 1;
    private static final int PLAIN = 0;
    private static final int RLE = 3;

    private final OutputStream out;
    private final List<ParquetColumn> columns;
    private final Map<String, String> metadata;
    private final int groupRows;
    private final long groupBytes;
    private final List<RowGroup> groups = new ArrayList<>();
    private List<ColumnBuffer> buffers;
    private long position;

    /**
     * Begins a table.
     *
     * @param out where to, which stays open
     * @param metadata kept in the footer
     * @param groupRows how many rows a row group holds at most
     * @param groupBytes how many bytes of values fill a row group
     * @throws IOException when the stream does not take it
     */
    public ParquetWriter(
            OutputStream out, List<ParquetColumn> columns, Map<String, String> metadata, int groupRows, long groupBytes)
            throws IOException {
        this.out = out;
        this.columns = List.copyOf(columns);
        this.metadata = new LinkedHashMap<>(metadata);
        this.groupRows = groupRows;
        this.groupBytes = groupBytes;
        this.buffers = buffers();
        write(MAGIC);
    }

    /**
     * Adds a row.
     *
     * @param values one for each column, of its type
     * @throws IOException when the stream does not take a full row group
     */
    public void add(List<Optional<?>> values) throws IOException {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(columns.size() + " columns, but " + values.size() + " values");
        }
        long bytes = 0;
        for (int i = 0; i < values.size(); i++) {
            buffers.get(i).add(values.get(i));
            bytes += buffers.get(i).size();
        }
        if (buffers.getFirst().rows() >= groupRows || bytes >= groupBytes) {
            endGroup();
        }
    }

    /**
     * Ends the table.
     *
     * @throws IOException when the stream does not take it
     */
    public void finish() throws IOException {
        endGroup();
        byte[] footer = CompactWriter.struct(this::footer);
        write(footer);
        write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .array());
        write(MAGIC);
    }

    private void endGroup() throws IOException {
        int rows = buffers.getFirst().rows();
        if (rows == 0) {
            return;
        }
        List<Chunk> chunks = new ArrayList<>();
        long start = position;
        for (int i = 0; i < columns.size(); i++) {
            byte[] page = buffers.get(i).page();
            byte[] header = CompactWriter.struct(writer -> {
                writer.i32(1, 0);
                writer.i32(2, page.length);
                writer.i32(3, page.length);
                writer.struct(5, data -> {
                    data.i32(1, rows);
                    data.i32(2, PLAIN);
                    data.i32(3, RLE);
                    data.i32(4, RLE);
                });
            });
            chunks.add(new Chunk(columns.get(i), position, header.length + page.length, rows));
            write(header);
            write(page);
        }
        groups.add(new RowGroup(chunks, start, position - start, rows));
        buffers = buffers();
    }

    private void footer(CompactWriter file) {
        file.i32(1, 1);
        file.structs(2, schema(), (writer, element) -> element.write(writer));
        file.i64(3, groups.stream().mapToLong(RowGroup::rows).sum());
        file.structs(4, groups, (writer, group) -> {
            writer.structs(1, group.chunks(), ParquetWriter::chunk);
            writer.i64(2, group.bytes());
            writer.i64(3, group.rows());
            writer.i64(5, group.offset());
            writer.i64(6, group.bytes());
        });
        file.structs(5, List.copyOf(metadata.entrySet()), (writer, entry) -> {
            writer.text(1, entry.getKey());
            writer.text(2, entry.getValue());
        });
        file.text(6, "medulla");
    }

    private static void chunk(CompactWriter writer, Chunk chunk) {
        writer.i64(2, chunk.offset());
        writer.struct(3, meta -> {
            meta.i32(1, chunk.column().type().physical());
            meta.numbers(2, List.of(PLAIN, RLE));
            meta.texts(3, chunk.column().parts());
            meta.i32(4, 0);
            meta.i64(5, chunk.rows());
            meta.i64(6, chunk.bytes());
            meta.i64(7, chunk.bytes());
            meta.i64(9, chunk.offset());
        });
    }

    /** The root, then each group before its members. */
    private List<SchemaElement> schema() {
        List<SchemaElement> elements = new ArrayList<>();
        int top = 0;
        String group = "";
        for (ParquetColumn column : columns) {
            List<String> parts = column.parts();
            String first = parts.getFirst();
            if (parts.size() == 1 || !first.equals(group)) {
                top++;
            }
            if (parts.size() == 2 && !first.equals(group)) {
                int members = (int) columns.stream()
                        .filter(other -> other.parts().size() == 2
                                && other.parts().getFirst().equals(first))
                        .count();
                elements.add(new SchemaElement(first, members, Optional.empty()));
            }
            group = parts.size() == 2 ? first : "";
            elements.add(new SchemaElement(parts.getLast(), 0, Optional.of(column)));
        }
        elements.addFirst(new SchemaElement(ROOT, top, Optional.empty()));
        return elements;
    }

    private List<ColumnBuffer> buffers() {
        return columns.stream().map(ColumnBuffer::new).toList();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    private record Chunk(ParquetColumn column, long offset, long bytes, int rows) {}

    private record RowGroup(List<Chunk> chunks, long offset, long bytes, int rows) {}

    private record SchemaElement(String name, int members, Optional<ParquetColumn> column) {
        void write(CompactWriter writer) {
            column.ifPresent(leaf -> writer.i32(1, leaf.type().physical()));
            if (!name.equals(ROOT)) {
                writer.i32(3, OPTIONAL);
            }
            writer.text(4, name);
            if (column.isEmpty()) {
                writer.i32(5, members);
            }
            if (column.filter(leaf -> leaf.type() == ParquetType.TEXT).isPresent()) {
                writer.i32(6, 0);
                writer.struct(10, logical -> logical.struct(1, string -> {}));
            }
        }
    }
}

package org.medulla.laboratory.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads Parquet files that {@link ParquetWriter} wrote: a column of a row group at a time. Others it refuses. */
public final class ParquetReader implements AutoCloseable {
    private final FileChannel channel;
    private final Map<Integer, Object> footer;

    private ParquetReader(FileChannel channel) throws IOException {
        this.channel = channel;
        this.footer = guarded(() -> new CompactReader(footerBytes()).struct());
    }

    /**
     * Opens a file and reads its footer.
     *
     * @throws IOException when it cannot be read, or is no Parquet file
     */
    public static ParquetReader open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new ParquetReader(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** How many row groups there are. */
    public int groups() {
        return list(footer, 4).size();
    }

    /** How many rows there are. */
    public long rows() {
        return number(footer, 3);
    }

    /** What the footer keeps beside the table. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Object entry : list(footer, 5)) {
            metadata.put(text(struct(entry).get(1)), text(struct(entry).get(2)));
        }
        return metadata;
    }

    /**
     * The values of a column in a row group.
     *
     * @param group from 0
     * @throws IOException when the file is damaged, or written in a way that is not read here
     */
    public List<Optional<Object>> column(int group, ParquetColumn column) throws IOException {
        return guarded(() -> {
            for (Object chunk : list(struct(list(footer, 4).get(group)), 1)) {
                Map<Integer, Object> meta = struct(struct(chunk).get(3));
                List<String> path =
                        list(meta, 3).stream().map(ParquetReader::text).toList();
                if (path.equals(column.parts())) {
                    return values(meta, column);
                }
            }
            throw new IllegalArgumentException("there is no column " + column.path());
        });
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private List<Optional<Object>> values(Map<Integer, Object> meta, ParquetColumn column) {
        require(number(meta, 1) == column.type().physical(), "another type");
        require(number(meta, 4) == 0, "compression");
        ByteBuffer chunk = read(number(meta, 9), number(meta, 7));
        long wanted = number(meta, 5);
        List<Optional<Object>> values = new ArrayList<>();
        while (values.size() < wanted) {
            Map<Integer, Object> page = new CompactReader(chunk).struct();
            Map<Integer, Object> data = struct(page.get(5));
            require(number(data, 2) == 0 && number(data, 3) == 3, "another encoding");
            int length = (int) number(page, 3);
            ByteBuffer content = chunk.slice(chunk.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            chunk.position(chunk.position() + length);
            page(content, (int) number(data, 1), column, values);
        }
        return values;
    }

    private static void page(ByteBuffer content, int rows, ParquetColumn column, List<Optional<Object>> values) {
        int levelBytes = content.getInt();
        ByteBuffer levels = content.slice(content.position(), levelBytes);
        content.position(content.position() + levelBytes);
        int end = values.size() + rows;
        while (values.size() < end) {
            int head = varint(levels);
            require((head & 1) == 0, "bit-packed levels");
            boolean present = levels.get() == column.depth();
            for (int i = 0; i < head >> 1; i++) {
                values.add(present ? Optional.of(plain(content, column.type())) : Optional.empty());
            }
        }
    }

    private static Object plain(ByteBuffer content, ParquetType type) {
        return switch (type) {
            case INT32 -> content.getInt();
            case INT64 -> content.getLong();
            case DOUBLE -> content.getDouble();
            case TEXT -> new String(bytes(content), StandardCharsets.UTF_8);
            case BINARY -> bytes(content);
        };
    }

    private static byte[] bytes(ByteBuffer content) {
        int length = content.getInt();
        require(length >= 0 && length <= content.remaining(), "a value longer than its page");
        byte[] bytes = new byte[length];
        content.get(bytes);
        return bytes;
    }

    private static int varint(ByteBuffer in) {
        int value = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            byte one = in.get();
            value |= (one & 0x7f) << shift;
            if (one >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number without end");
    }

    private ByteBuffer footerBytes() {
        long size = size();
        ByteBuffer end = read(size - 8, 8).order(ByteOrder.LITTLE_ENDIAN);
        int length = end.getInt();
        byte[] magic = new byte[4];
        end.get(magic);
        require(Arrays.equals(magic, ParquetWriter.MAGIC), "no end of a Parquet file");
        return read(size - 8 - length, length);
    }

    private ByteBuffer read(long offset, long length) {
        require(
                offset >= 0 && length >= 0 && offset + length <= size() && length <= Integer.MAX_VALUE,
                "a wrong place");
        ByteBuffer buffer = ByteBuffer.allocate((int) length);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + buffer.position()) < 0) {
                    throw new EOFException("it ends too early");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.flip();
    }

    private long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T guarded(Supplier<T> reading) throws IOException {
        try {
            return reading.get();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | ClassCastException
                | IllegalArgumentException e) {
            throw new IOException("it is damaged, or not as Medulla writes it: " + e.getMessage(), e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("it has " + otherwise);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<Integer, Object> struct(@Nullable Object value) {
        if (value instanceof Map<?, ?> struct) {
            return (Map<Integer, Object>) struct;
        }
        throw new IllegalArgumentException("there is no structure where one should be");
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<Integer, Object> struct, int field) {
        return struct.get(field) instanceof List<?> list ? (List<Object>) list : List.of();
    }

    private static long number(Map<Integer, Object> struct, int field) {
        if (struct.get(field) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("there is no number where one should be");
    }

    private static String text(@Nullable Object value) {
        if (value instanceof ByteBuffer bytes) {
            return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
        }
        throw new IllegalArgumentException("there is no text where one should be");
    }
}

package org.medulla.vision.weights;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.network.Tensor;

/**
 * The content of a safetensors file: eight bytes with the length of a JSON header, the header, the numbers. The header is
 * checked before any number is touched: its length, the type, shape and place of every tensor, and that the places neither
 * overlap nor leave gaps.
 *
 * @param tensors those of type F32, and of F16 and BF16 widened to it, by name in the order of the file's names
 * @param others the type of each tensor that holds no such numbers, by name: counters, masks, double precision
 * @param metadata free words about the file
 */
public record Safetensors(Map<String, Tensor> tensors, Map<String, String> others, Map<String, String> metadata) {
    /** No header of a real file comes near it; the format's own limit is the same. */
    private static final long LONGEST_HEADER = 100_000_000;

    private static final int LENGTH_BYTES = 8;
    private static final int BUFFER_BYTES = 1 << 16;

    public Safetensors {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Maps a file into memory and describes what is in it; numbers of type F32 are read from the disk only when they are used.
     *
     * @throws MedullaException with code USER for a file that is not there, DATA for one that is no sound safetensors file
     */
    public static Safetensors read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            return read(file.getFileName().toString(), size, (position, length) -> {
                try {
                    return channel.map(FileChannel.MapMode.READ_ONLY, position, length);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (NoSuchFileException e) {
            throw MedullaException.user("There is no file of weights at " + file + "; check the path.");
        } catch (IOException | UncheckedIOException e) {
            throw MedullaException.resources("The weights in " + file + " cannot be read; check the disk.", e);
        }
    }

    /**
     * Describes a safetensors file that lies in memory; the tensors go on using these bytes.
     *
     * @param name what error messages call the file
     */
    public static Safetensors read(String name, ByteBuffer bytes) {
        ByteBuffer all = bytes.asReadOnlyBuffer().rewind();
        return read(
                name,
                all.remaining(),
                (position, length) -> all.slice(Math.toIntExact(position), Math.toIntExact(length)));
    }

    /** Gives {@code length} bytes from a position. */
    private interface Source {
        ByteBuffer bytes(long position, long length);
    }

    private static Safetensors read(String name, long size, Source source) {
        if (size < LENGTH_BYTES) {
            throw damaged(name, "it is too short to have a header");
        }
        long headerLength =
                source.bytes(0, LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (headerLength < 2 || headerLength > Math.min(LONGEST_HEADER, size - LENGTH_BYTES)) {
            throw damaged(name, "its header claims " + Long.toUnsignedString(headerLength) + " bytes of " + size);
        }
        byte[] json = new byte[(int) headerLength];
        source.bytes(LENGTH_BYTES, headerLength).get(json);
        long start = LENGTH_BYTES + headerLength;
        SafetensorsHeader header = SafetensorsHeader.parse(name, json, size - start);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Map<String, String> others = new LinkedHashMap<>();
        header.entries().forEach((key, entry) -> {
            if (entry.type().widens()) {
                ByteBuffer bytes = source.bytes(start + entry.begin(), entry.end() - entry.begin());
                tensors.put(key, new Tensor(entry.shape(), entry.type().toFloats(bytes)));
            } else {
                others.put(key, entry.type().name());
            }
        });
        return new Safetensors(tensors, others, header.metadata());
    }

    /** Writes tensors to a file, as {@link #write(OutputStream, Map, Map)} does. */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
            write(out, tensors, metadata);
        } catch (IOException e) {
            throw MedullaException.resources("The weights cannot be written to " + file + "; check the disk.", e);
        }
    }

    /**
     * Writes tensors without loss, as F16 where that holds every number of a tensor and as F32 otherwise, the wider type first
     * and then sorted by name: the same tensors and metadata always give the same bytes. The numbers are passed on in small
     * pieces.
     */
    public static void write(OutputStream out, Map<String, Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        List<Typed> ordered = tensors.entrySet().stream()
                .map(named -> new Typed(
                        named.getKey(),
                        named.getValue().fitsHalf() ? NumberType.F16 : NumberType.F32,
                        named.getValue()))
                .sorted(Comparator.comparingInt((Typed typed) -> -typed.type().bytes())
                        .thenComparing(Typed::name))
                .toList();
        byte[] header = SafetensorsHeader.print(ordered, new TreeMap<>(metadata));
        out.write(ByteBuffer.allocate(LENGTH_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .array());
        out.write(header);
        ByteBuffer piece = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Typed typed : ordered) {
            FloatBuffer values = typed.tensor().values();
            while (values.hasRemaining()) {
                piece.clear();
                while (values.hasRemaining() && piece.remaining() >= Float.BYTES) {
                    typed.type().put(values.get(), piece);
                }
                out.write(piece.array(), 0, piece.position());
            }
        }
    }

    /** A tensor with its name and the type in which it is written. */
    record Typed(String name, NumberType type, Tensor tensor) {}

    /** The error for a file that is no sound safetensors file. */
    static MedullaException damaged(String name, String reason) {
        return MedullaException.data("The weights in " + name + " are not a sound safetensors file: " + reason
                + "; fetch or write the file again.");
    }
}

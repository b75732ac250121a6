package org.medulla.vision.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A checkpoint on disk, as a safetensors file of vectors whose metadata hold the rest. It is written beside its place and then
 * moved there, so that a kill or a full disk leaves the one before.
 */
final class CheckpointFile {
    private static final String METADATA = "__metadata__";
    private static final int CHUNK_FLOATS = 1 << 18;

    private final Path path;
    private final ObjectMapper json = new ObjectMapper();

    CheckpointFile(Path path) {
        this.path = path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Replaces the checkpoint. */
    void write(Checkpoint checkpoint) {
        Path draft = path.resolveSibling(path.getFileName() + ".part");
        Map<String, float[]> vectors = new TreeMap<>(checkpoint.vectors());
        byte[] header = header(checkpoint, vectors);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                writeFully(channel, length.putLong(header.length).flip());
                writeFully(channel, ByteBuffer.wrap(header));
                ByteBuffer chunk =
                        ByteBuffer.allocateDirect(CHUNK_FLOATS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                for (float[] vector : vectors.values()) {
                    for (int from = 0; from < vector.length; from += CHUNK_FLOATS) {
                        int count = Math.min(CHUNK_FLOATS, vector.length - from);
                        chunk.clear();
                        chunk.asFloatBuffer().put(vector, from, count);
                        writeFully(channel, chunk.limit(count * Float.BYTES));
                    }
                }
                channel.force(true);
            }
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw MedullaException.resources(
                    "The checkpoint " + path + " cannot be written; make room and resume the training.", e);
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private byte[] header(Checkpoint checkpoint, Map<String, float[]> vectors) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put(
                METADATA,
                Map.of(
                        "format", "medulla-checkpoint-1",
                        "fingerprint", checkpoint.fingerprint(),
                        "step", Long.toString(checkpoint.step()),
                        "steps", Long.toString(checkpoint.steps()),
                        "parts", Integer.toString(checkpoint.parts()),
                        "best_step", Long.toString(checkpoint.bestStep()),
                        "best_loss", Double.toString(checkpoint.best().loss()),
                        "best_balanced_accuracy",
                                Double.toString(checkpoint.best().balancedAccuracy()),
                        "seconds", Double.toString(checkpoint.seconds()),
                        "log", checkpoint.log().toCsv()));
        long at = 0;
        for (Map.Entry<String, float[]> entry : vectors.entrySet()) {
            long end = at + (long) entry.getValue().length * Float.BYTES;
            header.put(
                    entry.getKey(),
                    Map.of(
                            "dtype",
                            "F32",
                            "shape",
                            List.of(entry.getValue().length),
                            "data_offsets",
                            List.of(at, end)));
            at = end;
        }
        String text = json.writeValueAsString(header);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String padding = " ".repeat(Math.floorMod(-bytes.length, Long.BYTES));
        return (text + padding).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the checkpoint.
     *
     * @throws MedullaException when it is not one
     */
    Checkpoint read() {
        try (FileChannel channel = FileChannel.open(path)) {
            int headerLength = Math.toIntExact(readFully(channel, Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong());
            byte[] headerBytes = new byte[headerLength];
            readFully(channel, headerLength).get(headerBytes);
            JsonNode header = json.readTree(headerBytes);
            List<String> names = new ArrayList<>(header.propertyNames());
            names.remove(METADATA);
            names.sort(null);
            Map<String, float[]> vectors = new LinkedHashMap<>();
            for (String name : names) {
                float[] vector = new float[header.get(name).get("shape").get(0).asInt()];
                for (int from = 0; from < vector.length; from += CHUNK_FLOATS) {
                    int count = Math.min(CHUNK_FLOATS, vector.length - from);
                    readFully(channel, count * Float.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asFloatBuffer()
                            .get(vector, from, count);
                }
                vectors.put(name, vector);
            }
            JsonNode metadata = header.get(METADATA);
            return new Checkpoint(
                    metadata.get("fingerprint").asString(),
                    Long.parseLong(metadata.get("step").asString()),
                    Long.parseLong(metadata.get("steps").asString()),
                    Integer.parseInt(metadata.get("parts").asString()),
                    Long.parseLong(metadata.get("best_step").asString()),
                    new ValidationResult(
                            Double.parseDouble(metadata.get("best_loss").asString()),
                            Double.parseDouble(
                                    metadata.get("best_balanced_accuracy").asString())),
                    Double.parseDouble(metadata.get("seconds").asString()),
                    TrainingLog.parse(metadata.get("log").asString()),
                    vectors);
        } catch (IOException | JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new MedullaException(
                    ErrorCode.DATA, "The checkpoint " + path + " is damaged; train again without resuming.", e);
        }
    }

    private static ByteBuffer readFully(FileChannel channel, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("The file ends early");
            }
        }
        return buffer.flip();
    }
}

package org.medulla.vision.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.familiarity.Novelty;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.weights.Safetensors;

/**
 * A model, read and checked: a {@code .medulla} file. It is a zip archive of five entries that every other program can
 * read too (docs/guide/model-file.md): {@code model.json}, {@code card.md}, {@code network.onnx} for inference, {@code
 * weights.safetensors} with the parameters as they were learned, for explanation and further training, and {@code SHA256SUMS}.
 * Weights stay in the mapped file until they are used. Safe for use by many threads.
 */
public final class ModelFile {
    /** How the names of model files end. */
    public static final String EXTENSION = ".medulla";

    static final String JSON = "model.json";
    static final String CARD = "card.md";
    static final String ONNX = "network.onnx";
    static final String WEIGHTS = "weights.safetensors";
    static final String SUMS = "SHA256SUMS";
    static final List<String> ENTRIES = List.of(JSON, CARD, ONNX, WEIGHTS, SUMS);

    /** How the names of those tensors among the weights begin that are no parameters but part of the familiarity. */
    static final String FAMILIARITY = "familiarity.";

    private final ByteBuffer bytes;
    private final String digest;
    private final ModelDescription description;
    private final Map<String, ByteBuffer> entries;
    private final Map<String, Tensor> parameters;

    private ModelFile(
            ByteBuffer bytes,
            String digest,
            ModelDescription description,
            Map<String, ByteBuffer> entries,
            Map<String, Tensor> parameters) {
        this.bytes = bytes;
        this.digest = digest;
        this.description = description;
        this.entries = entries;
        this.parameters = parameters;
    }

    /**
     * Writes a model, whole or not at all, and reads it back: the same description and parameters always give the same bytes.
     *
     * @param parameters by the names of the network, not folded
     */
    public static ModelFile write(Path path, ModelDescription description, Map<String, Tensor> parameters) {
        ModelWriter.write(path, description, parameters);
        return read(path);
    }

    /**
     * Reads a model and checks every byte of it.
     *
     * @throws MedullaException with code USER when there is no such file, DATA when it is damaged, no model, or made by a newer
     *     Medulla
     */
    public static ModelFile read(Path path) {
        String name = path.getFileName().toString();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new ZipException("it is larger than two gigabytes");
            }
            return check(name, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (NoSuchFileException e) {
            throw MedullaException.user("There is no model at " + path + "; check the path.");
        } catch (ZipException e) {
            throw unsound(name, e);
        } catch (IOException e) {
            throw MedullaException.resources("The model " + path + " cannot be read; check the disk.", e);
        }
    }

    /**
     * Reads a model that is in memory already and checks every byte of it.
     *
     * @param name what errors call it
     * @throws MedullaException with code DATA when it is damaged, no model, or made by a newer Medulla
     */
    public static ModelFile read(String name, byte[] file) {
        try {
            return check(name, ByteBuffer.wrap(file.clone()).asReadOnlyBuffer());
        } catch (ZipException e) {
            throw unsound(name, e);
        }
    }

    private static ModelFile check(String name, ByteBuffer file) throws ZipException {
        Map<String, ByteBuffer> entries = StoredZip.read(file, ENTRIES);
        checkDigests(entries);
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        Map<String, Tensor> familiarity = new LinkedHashMap<>();
        Safetensors.read(name, entry(entries, WEIGHTS)).tensors().forEach((tensor, values) -> {
            if (tensor.startsWith(FAMILIARITY)) {
                familiarity.put(tensor.substring(FAMILIARITY.length()), values);
            } else {
                parameters.put(tensor, values);
            }
        });
        ModelDescription description = ModelJson.parse(name, bytes(entries, JSON), novelty(name, familiarity));
        checkShapes(name, description, parameters);
        return new ModelFile(file, Digests.hex(file), description, entries, Collections.unmodifiableMap(parameters));
    }

    private static MedullaException unsound(String name, ZipException e) {
        return MedullaException.data(
                "The file " + name + " is no sound Medulla model: " + e.getMessage() + "; copy or download it again.");
    }

    private static void checkDigests(Map<String, ByteBuffer> entries) throws ZipException {
        Map<String, String> digests = new LinkedHashMap<>();
        entries.forEach((name, content) -> {
            if (!name.equals(SUMS)) {
                digests.put(name, Digests.hex(content));
            }
        });
        if (!entry(entries, SUMS).equals(ByteBuffer.wrap(Digests.list(digests)))) {
            throw new ZipException("an entry differs from its digest in " + SUMS);
        }
    }

    private static Optional<Novelty> novelty(String name, Map<String, Tensor> tensors) {
        try {
            return tensors.isEmpty() ? Optional.empty() : Optional.of(Novelty.of(tensors));
        } catch (IllegalArgumentException e) {
            throw new MedullaException(
                    ErrorCode.DATA,
                    "The familiarity in " + name + " is not sound (" + e.getMessage() + "); fetch the model again.",
                    e);
        }
    }

    private static void checkShapes(String name, ModelDescription description, Map<String, Tensor> parameters) {
        Map<String, List<Integer>> wanted = description.network().parameterShapes();
        Map<String, List<Integer>> found = new LinkedHashMap<>();
        parameters.forEach((parameter, tensor) -> found.put(parameter, tensor.shape()));
        if (!wanted.equals(found)) {
            throw MedullaException.data("The weights in " + name
                    + " do not fit the network that its model.json describes; fetch the model again.");
        }
    }

    /** The whole file, read-only from its first byte. */
    public ByteBuffer bytes() {
        return bytes.asReadOnlyBuffer().rewind();
    }

    /** The SHA-256 of the file in hexadecimal: the identity of the model. */
    public String digest() {
        return digest;
    }

    /** The classes, preprocessing, calibration, provenance and network. */
    public ModelDescription description() {
        return description;
    }

    /** The model card, in Markdown. */
    public String card() {
        return new String(bytes(entries, CARD), StandardCharsets.UTF_8);
    }

    /** The ONNX file, in mapped memory. */
    public ByteBuffer onnx() {
        return entry(entries, ONNX);
    }

    /** The parameters as they were learned, by the network's names, in mapped memory. */
    public Map<String, Tensor> parameters() {
        return parameters;
    }

    private static ByteBuffer entry(Map<String, ByteBuffer> entries, String name) {
        ByteBuffer entry = entries.get(name);
        if (entry == null) {
            throw new IllegalStateException("No entry " + name);
        }
        return entry.asReadOnlyBuffer().rewind();
    }

    private static byte[] bytes(Map<String, ByteBuffer> entries, String name) {
        ByteBuffer entry = entry(entries, name);
        byte[] bytes = new byte[entry.remaining()];
        entry.get(bytes);
        return bytes;
    }
}

package org.medulla.vision.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
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
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.onnx.OnnxWriter;
import org.medulla.vision.weights.Safetensors;

/** Writes the entries of a model file; weights are streamed, once to be measured and once to the disk. */
final class ModelWriter {
    private static final int BUFFER_BYTES = 1 << 16;

    /** What an entry holds; gives the same bytes each time. */
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private ModelWriter() {}

    static void write(Path path, ModelDescription description, Map<String, Tensor> parameters) {
        byte[] onnx = OnnxWriter.write(description.network(), parameters);
        byte[] json = ModelJson.print(description);
        byte[] card = ModelCard.print(description).getBytes(StandardCharsets.UTF_8);
        Map<String, Tensor> learned = new LinkedHashMap<>(parameters);
        learned.keySet().retainAll(description.network().parameterShapes().keySet());
        description
                .familiarity()
                .ifPresent(known -> known.novelty()
                        .tensors()
                        .forEach((name, tensor) -> learned.put(ModelFile.FAMILIARITY + name, tensor)));
        Map<String, Content> contents = new LinkedHashMap<>();
        contents.put(ModelFile.JSON, out -> out.write(json));
        contents.put(ModelFile.CARD, out -> out.write(card));
        contents.put(ModelFile.ONNX, out -> out.write(onnx));
        contents.put(ModelFile.WEIGHTS, out -> Safetensors.write(out, learned, Map.of("format", "pt")));
        Path folder = path.toAbsolutePath().getParent();
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            writeEntries(unfinished, contents);
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw MedullaException.resources(
                    "The model cannot be written to " + path + "; check the disk's free space and permissions.", e);
        }
    }

    private static void writeEntries(Path file, Map<String, Content> contents) throws IOException {
        List<StoredZip.Entry> entries = new ArrayList<>();
        Map<String, String> digests = new LinkedHashMap<>();
        for (Map.Entry<String, Content> content : contents.entrySet()) {
            MeasuringStream measure = new MeasuringStream();
            content.getValue().writeTo(measure);
            digests.put(content.getKey(), measure.digest());
            entries.add(measure.entry(content.getKey()));
        }
        byte[] sums = Digests.list(digests);
        MeasuringStream measure = new MeasuringStream();
        measure.write(sums);
        entries.add(measure.entry(ModelFile.SUMS));
        Map<String, Content> all = new LinkedHashMap<>(contents);
        all.put(ModelFile.SUMS, out -> out.write(sums));
        try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES)) {
            int next = 0;
            for (Content content : all.values()) {
                out.write(StoredZip.localHeader(entries.get(next++)));
                content.writeTo(out);
            }
            out.write(StoredZip.directory(entries));
            out.flush();
            channel.force(true);
        }
    }
}

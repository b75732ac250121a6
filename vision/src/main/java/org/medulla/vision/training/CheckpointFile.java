package org.medulla.vision.training;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.weights.Safetensors;

/**
 * A checkpoint on disk, as a safetensors file of vectors whose metadata hold the rest. It is written beside its place and then
 * moved there, so that a kill or a full disk leaves the one before.
 */
final class CheckpointFile {
    private final Path path;

    CheckpointFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Replaces the checkpoint. */
    void write(Checkpoint checkpoint) {
        Path draft = path.resolveSibling(path.getFileName() + ".part");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        checkpoint
                .vectors()
                .forEach((name, vector) ->
                        tensors.put(name, new Tensor(List.of(vector.length), FloatBuffer.wrap(vector))));
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Safetensors.write(draft, tensors, metadata(checkpoint));
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw MedullaException.resources(
                    "The checkpoint " + path + " cannot be written; make room and resume the training.", e);
        }
    }

    private static Map<String, String> metadata(Checkpoint checkpoint) {
        return Map.of(
                "fingerprint", checkpoint.fingerprint(),
                "step", Long.toString(checkpoint.step()),
                "steps", Long.toString(checkpoint.steps()),
                "parts", Integer.toString(checkpoint.parts()),
                "best_step", Long.toString(checkpoint.bestStep()),
                "best_loss", Double.toString(checkpoint.best().loss()),
                "best_balanced_accuracy", Double.toString(checkpoint.best().balancedAccuracy()),
                "seconds", Double.toString(checkpoint.cost().seconds()),
                "processor_seconds", Double.toString(checkpoint.cost().processorSeconds()),
                "log", checkpoint.log().toCsv());
    }

    /**
     * Reads the checkpoint.
     *
     * @throws MedullaException when it is not one
     */
    Checkpoint read() {
        try {
            Safetensors file = Safetensors.read(path);
            Map<String, float[]> vectors = new LinkedHashMap<>();
            file.tensors().forEach((name, tensor) -> vectors.put(name, tensor.toArray()));
            return new Checkpoint(
                    word(file, "fingerprint"),
                    Long.parseLong(word(file, "step")),
                    Long.parseLong(word(file, "steps")),
                    Integer.parseInt(word(file, "parts")),
                    Long.parseLong(word(file, "best_step")),
                    new ValidationResult(
                            Double.parseDouble(word(file, "best_loss")),
                            Double.parseDouble(word(file, "best_balanced_accuracy"))),
                    new TrainingCost(
                            Double.parseDouble(word(file, "seconds")),
                            // Checkpoints of earlier versions do not tell.
                            Double.parseDouble(file.metadata().getOrDefault("processor_seconds", "0"))),
                    TrainingLog.parse(word(file, "log")),
                    vectors);
        } catch (MedullaException | NumberFormatException e) {
            throw new MedullaException(
                    ErrorCode.DATA, "The checkpoint " + path + " is damaged; train again without resuming.", e);
        }
    }

    private static String word(Safetensors file, String name) {
        String word = file.metadata().get(name);
        if (word == null) {
            throw MedullaException.data("The checkpoint lacks its " + name + "; train again without resuming.");
        }
        return word;
    }
}

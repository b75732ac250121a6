package org.medulla.laboratory.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The folder of one experiment, {@code experiments/<name>-<digest of what was asked for>}: {@code experiment.json} says what was
 * asked for; each method has a folder with {@code fold-0.csv}, its predictions, and {@code fold-0.json}, its record, written last.
 */
record ExperimentFolder(Path path) {
    private static final int DIGITS = 8;

    /**
     * The folder for what was asked for, made when it is not there; the same words give the same folder.
     *
     * @param name how it begins: "published-marrow"
     */
    static ExperimentFolder of(Path home, String name, ObjectNode words) {
        String text = Json.text(words);
        String digest = Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
        ExperimentFolder folder =
                new ExperimentFolder(home.resolve("experiments").resolve(name + "-" + digest.substring(0, DIGITS)));
        folder.write("experiment.json", text);
        return folder;
    }

    /** Where the predictions of a fold are, once it is finished. */
    Path predictions(Method method, int fold) {
        return path.resolve(method.title()).resolve("fold-" + fold + ".csv");
    }

    /** Where the record of a fold is, once it is finished. */
    Path record(Method method, int fold) {
        return path.resolve(method.title()).resolve("fold-" + fold + ".json");
    }

    /** Whether a fold is finished. */
    boolean has(Method method, int fold) {
        return Files.exists(record(method, fold)) && Files.exists(predictions(method, fold));
    }

    /** Writes a file, named relative to the folder, in one step. */
    void write(String name, String text) {
        write(path.resolve(name), text);
    }

    /** Writes a file in one step. */
    static void write(Path file, String text) {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw MedullaException.resources(
                    "The file " + file + " could not be written: free some space and run the experiment again.", e);
        }
    }
}

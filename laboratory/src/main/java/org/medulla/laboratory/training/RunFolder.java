package org.medulla.laboratory.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.medulla.cytology.job.MedullaException;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The folder of one training run, {@code runs/0001}: {@code run.json} says what was asked for, {@code checkpoint.safetensors}
 * where it is, {@code log.csv} and {@code curves.svg} how it went, and {@code model.txt}, written last, which model came out.
 */
record RunFolder(Path path) {
    private static final String REQUEST = "run.json";
    private static final String MODEL = "model.txt";

    /** Makes the next folder below {@code runs}. */
    static RunFolder next(Path runs, ObjectNode request) {
        try {
            Files.createDirectories(runs);
            int number = all(runs).stream().mapToInt(RunFolder::number).max().orElse(0) + 1;
            RunFolder folder = new RunFolder(Files.createDirectory(runs.resolve(String.format("%04d", number))));
            folder.write(REQUEST, Json.text(request));
            return folder;
        } catch (IOException e) {
            throw MedullaException.resources("No folder for the training run could be made in " + runs + ".", e);
        }
    }

    /** The newest run that was asked for in the same words. */
    static Optional<RunFolder> newest(Path runs, ObjectNode request) {
        return all(runs).stream()
                .filter(folder -> folder.isOf(request))
                .max(Comparator.comparingInt(RunFolder::number));
    }

    private static List<RunFolder> all(Path runs) {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        List<RunFolder> folders = new ArrayList<>();
        try (Stream<Path> found = Files.list(runs)) {
            found.filter(path -> path.getFileName().toString().matches("\\d{4,9}"))
                    .forEach(path -> folders.add(new RunFolder(path)));
        } catch (IOException e) {
            throw MedullaException.resources("The training runs in " + runs + " could not be listed.", e);
        }
        return folders;
    }

    private int number() {
        return Integer.parseInt(path.getFileName().toString());
    }

    private boolean isOf(ObjectNode request) {
        // A kill between making the folder and moving the file into it leaves a folder that nobody asks for.
        Path file = path.resolve(REQUEST);
        return Files.exists(file) && Json.text(Json.read(file)).equals(Json.text(request));
    }

    /** The name of the model that came out, once the run is finished. */
    Optional<String> model() {
        return Files.exists(path.resolve(MODEL)) ? Optional.of(read(MODEL).strip()) : Optional.empty();
    }

    /** The text of a file of the run. */
    String read(String name) {
        Path file = path.resolve(name);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw MedullaException.resources("The file " + file + " could not be read.", e);
        }
    }

    /** Marks the run as finished. */
    void finish(String model) {
        write(MODEL, model + "\n");
    }

    /** Writes a file of the run in one step. */
    void write(String name, String text) {
        Path file = path.resolve(name);
        Path draft = path.resolve(name + ".part");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw MedullaException.resources(
                    "The file " + file + " could not be written: free some space and resume.", e);
        }
    }
}

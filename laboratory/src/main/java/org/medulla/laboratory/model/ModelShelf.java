package org.medulla.laboratory.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.model.ModelVersion;
import org.medulla.cytology.job.MedullaException;
import org.medulla.laboratory.json.Json;
import org.medulla.vision.inference.Classifier;
import org.medulla.vision.model.ModelDescription;
import org.medulla.vision.model.ModelFile;

/** The models of a home, and those in files beside it. */
public final class ModelShelf {
    private final Path home;

    /** Looks into this home; it need not exist. */
    public ModelShelf(Path home) {
        this.home = home;
    }

    /**
     * The model that is meant: a name in the home, a {@code .medulla} file, or without either the newest of the home.
     *
     * @throws MedullaException USER when there is none, with how to get one
     */
    public Found find(Optional<String> meant) {
        if (meant.isPresent() && Files.isRegularFile(Path.of(meant.get()))) {
            Path file = Path.of(meant.get());
            return new Found(nameOf(file), ModelFile.read(file));
        }
        if (!Files.exists(home.resolve("medulla.sqlite"))) {
            throw none(meant);
        }
        try (Archive archive = Archive.open(home)) {
            ModelVersion version = meant.map(name -> archive.models().find(name))
                    .orElseGet(() -> archive.models().newest())
                    .orElseThrow(() -> none(meant));
            return new Found(version.name(), ModelFile.read(archive.models().path(version)));
        }
    }

    /** The model that is meant, ready to classify on all cores. */
    public OpenModel open(Optional<String> meant) {
        Found found = find(meant);
        return new OpenModel(found.name(), Classifier.open(found.file()));
    }

    /**
     * Keeps a model file in an archive.
     *
     * @param wanted the name it is to have; a number is appended where another model has it
     */
    public static ModelVersion keep(Archive archive, Path path, String wanted) {
        ModelFile file = ModelFile.read(path);
        Optional<ModelVersion> same = archive.models().list().stream()
                .filter(version -> version.digest().hex().equals(file.digest()))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        String name = wanted;
        for (int i = 2; archive.models().find(name).isPresent(); i++) {
            name = wanted + "-" + i;
        }
        try {
            return archive.models()
                    .add(
                            name,
                            Files.readAllBytes(path),
                            Optional.of(new Digest(
                                    file.description().provenance().dataset().digest())),
                            summary(file.description()));
        } catch (IOException e) {
            throw MedullaException.resources("The model " + path + " could not be read.", e);
        }
    }

    /** The name of a model file without its ending. */
    public static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ModelFile.EXTENSION)
                ? name.substring(0, name.length() - ModelFile.EXTENSION.length())
                : name;
    }

    private static String summary(ModelDescription description) {
        return Json.text(Json.object()
                .put("network", description.network().architecture())
                .put("classes", String.join(",", description.classes()))
                .put("dataset", description.provenance().dataset().name())
                .put("made", description.provenance().time().toString()));
    }

    private MedullaException none(Optional<String> meant) {
        String what = meant.map(name -> "There is no model \"" + name + "\" in " + home + ", nor a file of that name")
                .orElse("There is no model in " + home + " yet");
        return MedullaException.user(what + ": train one with `medulla train`, see everything on synthetic cells with"
                + " `medulla demo`, or name a " + ModelFile.EXTENSION + " file with --model.");
    }

    /**
     * A model with what it is called.
     *
     * @param name its name in the home, or that of its file
     * @param file the model
     */
    public record Found(String name, ModelFile file) {}
}

package org.medulla.laboratory.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.medulla.archive.Archive;
import org.medulla.archive.Place;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.model.ModelVersion;
import org.medulla.cytology.job.MedullaException;
import org.medulla.laboratory.json.Json;
import org.medulla.vision.inference.Classifier;
import org.medulla.vision.model.ModelDescription;
import org.medulla.vision.model.ModelFile;

/** The models of a home, those in files beside it, and the one that ships with Medulla. */
public final class ModelShelf {
    private final Place place;

    /** Looks into the archive there; it need not exist. */
    public ModelShelf(Place place) {
        this.place = place;
    }

    /**
     * The model of that name: one of the home, a {@code .medulla} file, or the one that ships with Medulla.
     *
     * @throws MedullaException USER when there is none, with how to get one
     */
    public Found named(String name) {
        if (Files.isRegularFile(Path.of(name))) {
            return new Found(nameOf(Path.of(name)), ModelFile.read(Path.of(name)));
        }
        return inHome(archive -> archive.models().find(name))
                .or(() -> name.equals(ShippedModel.NAME) ? Optional.of(shipped()) : Optional.empty())
                .orElseThrow(() -> MedullaException.user("There is no model \"" + name + "\" in " + place
                        + ", nor a file of that name: `medulla models` lists those that there are; train one with"
                        + " `medulla train`, or name a " + ModelFile.EXTENSION + " file."));
    }

    /** The model of that name, or without one the model that ships with Medulla. */
    public Found findOrShipped(Optional<String> name) {
        return name.map(this::named).orElseGet(ModelShelf::shipped);
    }

    /** The model of that name, or without one the newest of the home, or the one that ships where the home has none. */
    public Found findOrNewest(Optional<String> name) {
        return name.map(this::named)
                .or(() -> inHome(archive -> archive.models().newest()))
                .orElseGet(ModelShelf::shipped);
    }

    /**
     * The model of that digest: one of the home, or the one that ships with Medulla.
     *
     * @throws MedullaException USER when it is neither
     */
    public Found withDigest(Digest digest) {
        return inHome(archive -> archive.models().list().stream()
                        .filter(version -> version.digest().equals(digest))
                        .findFirst())
                .or(() -> Optional.of(shipped())
                        .filter(found -> found.file().digest().equals(digest.hex())))
                .orElseThrow(
                        () -> MedullaException.user("The model " + digest.hex().substring(0, 8) + " is not in " + place
                                + ": name its " + ModelFile.EXTENSION
                                + " file with --model, or run `medulla predict` with a model"
                                + " that is here."));
    }

    /** The model that ships with Medulla. */
    public static Found shipped() {
        return new Found(ShippedModel.NAME, ShippedModel.read());
    }

    private Optional<Found> inHome(Function<Archive, Optional<ModelVersion>> search) {
        if (place.isUnmade()) {
            return Optional.empty();
        }
        try (Archive archive = Archive.open(place)) {
            return search.apply(archive)
                    .map(version -> new Found(
                            version.name(), ModelFile.read(archive.models().path(version))));
        }
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

    /**
     * A model with what it is called.
     *
     * @param name its name in the home, or that of its file
     * @param file the model
     */
    public record Found(String name, ModelFile file) {
        /** The same, ready to classify on all cores. */
        public OpenModel open() {
            return new OpenModel(name, Classifier.open(file));
        }
    }
}

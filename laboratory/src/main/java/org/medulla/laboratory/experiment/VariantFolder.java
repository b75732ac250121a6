package org.medulla.laboratory.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.medulla.cytology.job.MedullaException;
import org.medulla.laboratory.json.Json;
import org.medulla.vision.model.ModelFile;

/**
 * The folder of one direction, {@code <trained>-to-<tested>}, with a folder for each variant: {@code model.medulla}, {@code
 * log.csv}, {@code home.csv} and {@code abroad.csv}, each written in one step; {@code checkpoint.safetensors} while it learns.
 */
record VariantFolder(Path direction) {
    private static final String LENGTH = "length.json";
    private static final String CHECKPOINT = "checkpoint.safetensors";

    static VariantFolder of(ExperimentFolder experiment, Direction direction) {
        return new VariantFolder(experiment.path().resolve(direction.words().replace(' ', '-')));
    }

    /** All that belongs to a variant. */
    Path of(Variant variant) {
        return direction.resolve(variant.code());
    }

    /** The network of a variant, once it has learned. */
    Path model(Variant variant) {
        return of(variant).resolve("model" + ModelFile.EXTENSION);
    }

    /** The network of a variant as it is tested at a place, where that makes a difference. */
    Path model(Variant variant, Direction.Place place) {
        return of(variant).resolve(word(place) + ModelFile.EXTENSION);
    }

    /** The answers at a place, once all cells are named. */
    Path answers(Variant variant, Direction.Place place) {
        return of(variant).resolve(word(place) + ".csv");
    }

    /** What the scale of a place was estimated to be, in micrometres per pixel. */
    OptionalDouble scale(Variant variant, Direction.Place place) {
        Path file = scaleFile(variant, place);
        return Files.exists(file)
                ? OptionalDouble.of(Json.read(file).path("microns_per_pixel").asDouble())
                : OptionalDouble.empty();
    }

    void keepScale(Variant variant, Direction.Place place, double micronsPerPixel) {
        ExperimentFolder.write(
                scaleFile(variant, place), Json.text(Json.object().put("microns_per_pixel", micronsPerPixel)));
    }

    private Path scaleFile(Variant variant, Direction.Place place) {
        return of(variant).resolve(word(place) + "-scale.json");
    }

    /** How many epochs the standard took, which the other variants take too. */
    Optional<Double> epochs() {
        Path file = direction.resolve(LENGTH);
        return Files.exists(file) ? Optional.of(Json.read(file).path("epochs").asDouble()) : Optional.empty();
    }

    void keepEpochs(double epochs) {
        ExperimentFolder.write(
                direction.resolve(LENGTH), Json.text(Json.object().put("epochs", epochs)));
    }

    /** Deletes what only an unfinished training run needs. */
    void forgetCheckpoint(Variant variant) {
        try {
            Files.deleteIfExists(of(variant).resolve(CHECKPOINT));
        } catch (IOException e) {
            throw MedullaException.resources("The checkpoint of " + variant.title() + " could not be deleted.", e);
        }
    }

    private static String word(Direction.Place place) {
        return place.name().toLowerCase(Locale.ROOT);
    }
}

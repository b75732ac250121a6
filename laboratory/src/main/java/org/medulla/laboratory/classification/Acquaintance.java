package org.medulla.laboratory.classification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.laboratory.pipeline.OrderedWork;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.inference.Expectation;
import org.medulla.vision.inference.Picture;

/**
 * What a first look at some of the files that were given together tells about all of them: the scale of those that do not say
 * it, and whether their laboratory is strange to the model.
 *
 * <p>Where it is strange, a network that is in doubt says "artefact" or "not identifiable" about cells that are neither: those
 * are a reader's words about pictures of a known look. There the classes that are not counted are held to be less likely. How
 * odd a cell is tells its doubt better. And every class may be met there, wherever it was learned.
 *
 * @param scale the scale of the pictures
 * @param strange whether their laboratory is strange to the model
 */
public record Acquaintance(SharedScale scale, boolean strange) {
    /** Nothing is known but what each file says: pictures of laboratories that the model learned from. */
    public static final Acquaintance NONE = new Acquaintance(SharedScale.UNKNOWN, false);

    /** How many pictures are looked at, evenly spread over the files. */
    public static final int PICTURES = 24;

    /** Fewer pictures tell too little. */
    private static final int FEWEST = 16;

    /**
     * The strangeness from which on a laboratory is strange. 24 cells of a laboratory that was learned from have 1 to 2, and up to 5 where
     * all are of one class; white cells of a third one had 5 to 12 (docs/benchmarks.md).
     */
    private static final double STRANGE = 4;

    /** What the probability of a class that is not counted is multiplied by where the laboratory is strange. */
    private static final double LESS_LIKELY = 0.2;

    /**
     * Looks at some of the files.
     *
     * @param micronsPerPixel the scale of those that do not say it, where a person states it
     */
    public static Acquaintance with(
            List<Path> files, OptionalDouble micronsPerPixel, OpenModel model, Progress progress) {
        int count = Math.min(PICTURES, files.size());
        if (count < FEWEST) {
            return new Acquaintance(scale(List.of(), micronsPerPixel), false);
        }
        List<Path> some = IntStream.range(0, count)
                .mapToObj(i -> files.get((int) ((long) i * files.size() / count)))
                .toList();
        try (Progress.Stage stage = progress.stage("Getting acquainted", 2L * count)) {
            List<Decoded.Image> images = new ArrayList<>();
            OrderedWork.onAllCores("Getting acquainted").run(some.iterator(), Acquaintance::look, image -> {
                image.ifPresent(images::add);
                stage.advance(1);
            });
            Acquaintance acquaintance = of(images, micronsPerPixel, model);
            stage.advance(count);
            return acquaintance;
        }
    }

    /** What pictures of one laboratory tell; fewer than {@value #FEWEST} tell no strangeness, more than {@value #PICTURES} little more. */
    public static Acquaintance of(List<Decoded.Image> images, OptionalDouble micronsPerPixel, OpenModel model) {
        SharedScale scale = scale(images, micronsPerPixel);
        boolean strange = images.size() >= FEWEST && strangeness(images, scale, model) >= STRANGE;
        return new Acquaintance(scale, strange);
    }

    private static SharedScale scale(List<Decoded.Image> images, OptionalDouble micronsPerPixel) {
        return micronsPerPixel.isPresent() ? SharedScale.stated(micronsPerPixel.getAsDouble()) : SharedScale.of(images);
    }

    private static Optional<Decoded.Image> look(Path file) {
        try {
            return switch (ImageDecoder.decode(Files.readAllBytes(file))) {
                case Decoded.Image image -> Optional.of(image);
                case Decoded.Rejected _ -> Optional.empty();
            };
        } catch (IOException e) {
            // Whoever classifies the file says that it cannot be read.
            return Optional.empty();
        }
    }

    private static double strangeness(List<Decoded.Image> images, SharedScale scale, OpenModel model) {
        List<Picture> pictures = images.stream()
                .map(image -> new Picture(image.pixels(), scale.of(image)))
                .toList();
        return model.classifier()
                .strangeness(model.classifier().classify(pictures))
                .orElse(0);
    }

    /** Which classes of a model are to be expected. */
    public Expectation expectation(OpenModel model) {
        return expectation(model.classes(), model.file().description().nomenclature());
    }

    /** Which of some classes of the standard nomenclature are to be expected. */
    Expectation expectation(List<String> classes) {
        return expectation(classes, Nomenclature.standard());
    }

    private Expectation expectation(List<String> classes, Nomenclature nomenclature) {
        return strange
                ? new Expectation.Elsewhere(classes.stream()
                        .map(code -> isCounted(code, nomenclature) ? 1.0 : LESS_LIKELY)
                        .toList())
                : Expectation.HOME;
    }

    private static boolean isCounted(String code, Nomenclature nomenclature) {
        return nomenclature.find(code).map(CellClass::counted).orElse(true);
    }
}

package org.medulla.laboratory.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.model.ModelShelf;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.inference.Expectation;

class AcquaintanceTest {
    @TempDir
    Path folder;

    @Test
    void cellsOfTheLaboratoryThatWasLearnedFromAreNotStrangeAndCutByTheirFrame() throws IOException {
        List<Path> files = real("marrow-original");
        Acquaintance acquaintance = met(files);
        assertThat(acquaintance.strange()).isFalse();
        assertThat(acquaintance.expectation(List.of("BLA", "ART"))).isEqualTo(Expectation.HOME);
        assertThat(acquaintance.scale().of(image(files.getFirst()))).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void theScaleOfBloodCellsIsFoundByTheirRedNeighbours() throws IOException {
        List<Path> files = real("blood");
        Acquaintance acquaintance = met(files);
        assertThat(acquaintance.strange()).isFalse();
        // By hand a red cell takes 52 pixels, which makes 0.138 microns a pixel.
        assertThat(acquaintance.scale().of(image(files.getFirst())).getAsDouble())
                .isCloseTo(0.138, within(0.02));
    }

    @Test
    void whatIsUnlikeAllThatWasLearnedIsStrangeAndItsDoubtIsNotCalledAnArtefact() throws IOException {
        Acquaintance acquaintance = met(noise(32));
        assertThat(acquaintance.strange()).isTrue();
        assertThat(acquaintance.expectation(List.of("BLA", "ART", "EOS", "NIF")))
                .isEqualTo(new Expectation.Elsewhere(List.of(1.0, 0.2, 1.0, 0.2)));
    }

    @Test
    void aFewPicturesTellNothing() throws IOException {
        assertThat(met(noise(15)).strange()).isFalse();
    }

    @Test
    void filesThatCannotBeReadArePassedOver() throws IOException {
        List<Path> files = new ArrayList<>(noise(20));
        files.add(1, folder.resolve("missing.png"));
        files.add(2, Files.write(folder.resolve("broken.png"), new byte[] {1, 2, 3}));
        assertThat(met(files).strange()).isTrue();
    }

    @Test
    void aStatedScaleHoldsForAllFilesThatDoNotSayTheirsHoweverFewTheyAre() throws IOException {
        List<Path> files = noise(20);
        for (List<Path> some : List.of(files, files.subList(0, 1))) {
            assertThat(met(some, OptionalDouble.of(0.07)).scale().of(image(files.getFirst())))
                    .isEqualTo(OptionalDouble.of(0.07));
        }
        Decoded.Image telling = new Decoded.Image(
                image(files.getFirst()).pixels(), image(files.getFirst()).format(), OptionalDouble.of(0.2));
        assertThat(met(files, OptionalDouble.of(0.07)).scale().of(telling)).isEqualTo(OptionalDouble.of(0.2));
    }

    private static Acquaintance met(List<Path> files) {
        return met(files, OptionalDouble.empty());
    }

    private static Acquaintance met(List<Path> files, OptionalDouble micronsPerPixel) {
        try (OpenModel model = ModelShelf.shipped().open()) {
            return Acquaintance.with(files, micronsPerPixel, model, Progress.silent());
        }
    }

    private List<Path> noise(int count) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[3 * 60 * 60];
            random.nextBytes(bytes);
            files.add(Files.write(
                    folder.resolve("noise" + i + ".png"),
                    RgbImage.of(60, 60, bytes).toPng()));
        }
        return files;
    }

    private static Decoded.Image image(Path file) throws IOException {
        return (Decoded.Image) ImageDecoder.decode(Files.readAllBytes(file));
    }

    private static List<Path> real(String collection) throws IOException {
        String named = System.getenv("MEDULLA_TEST_DATA");
        Path beside = Path.of(System.getProperty("medulla.root", "."), "..", "shared", "data");
        Path data =
                (named == null ? beside : Path.of(named)).resolve(collection).normalize();
        Assumptions.assumeTrue(Files.isDirectory(data), "Skipped: the real cells are not at " + data);
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        }
    }
}

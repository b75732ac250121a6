package org.medulla.laboratory.explanation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.classification.Answer;
import org.medulla.vision.explanation.Explainer;
import org.medulla.vision.explanation.Explanation;
import org.medulla.vision.explanation.ExplanationMethod;
import org.medulla.vision.explanation.ExplanationPainter;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.inference.Picture;
import org.medulla.vision.model.ModelFile;

/** Explains a model's answers for image files: one PNG per file, {@code BLA_00001-gradcam.png}. */
public final class CellExplanations {
    private CellExplanations() {}

    /**
     * Explains each file and writes its picture.
     *
     * @param folder where the pictures go; made when it is not there
     */
    public static Result write(
            ModelFile model, List<Path> files, ExplanationMethod method, Path folder, Progress progress) {
        List<Explained> explained = new ArrayList<>();
        List<Answer.Unreadable> unreadable = new ArrayList<>();
        Set<String> names = new HashSet<>();
        try (Explainer explainer = Explainer.open(model, Runtime.getRuntime().availableProcessors());
                Progress.Stage stage = progress.stage("Explaining", files.size())) {
            Files.createDirectories(folder);
            for (Path file : files) {
                switch (ImageDecoder.decode(Files.readAllBytes(file))) {
                    case Decoded.Rejected rejected -> unreadable.add(new Answer.Unreadable(file, rejected.words()));
                    case Decoded.Image image -> {
                        Explanation one =
                                explainer.explain(new Picture(image.pixels(), image.micronsPerPixel()), method);
                        Path picture = folder.resolve(freeName(file, method, names));
                        Files.write(
                                picture,
                                ExplanationPainter.paint(
                                                one, model.description().nomenclature())
                                        .toPng());
                        explained.add(Explained.of(one, file, picture));
                    }
                }
                stage.advance(1);
            }
        } catch (IOException e) {
            throw MedullaException.resources("An explanation could not be written to " + folder + ".", e);
        }
        return new Result(explained, unreadable);
    }

    /** The name of the picture; files of the same name from different folders are numbered. */
    private static String freeName(Path file, ExplanationMethod method, Set<String> names) {
        String name = file.getFileName().toString().replaceFirst("\\.[A-Za-z]+$", "") + "-" + method.option();
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + "-" + i;
        }
        return free + ".png";
    }

    /**
     * What came of it.
     *
     * @param explained in the order of the files
     * @param unreadable files without a picture
     */
    public record Result(List<Explained> explained, List<Answer.Unreadable> unreadable) {
        public Result {
            explained = List.copyOf(explained);
            unreadable = List.copyOf(unreadable);
        }
    }

    /**
     * One explanation in figures.
     *
     * @param file the image
     * @param picture the explanation as a picture
     * @param classCode the class that is explained
     * @param probability how sure the model is of it
     * @param deletionScore how much of the probability is left on average while the pixels shown are removed
     * @param randomScore the same for pixels removed in random order
     * @param faithful whether the explanation does better than every random order
     */
    public record Explained(
            Path file,
            Path picture,
            String classCode,
            double probability,
            double deletionScore,
            double randomScore,
            boolean faithful) {
        static Explained of(Explanation explanation, Path file, Path picture) {
            return new Explained(
                    file,
                    picture,
                    explanation.explainedClass(),
                    explanation.prediction().probability(explanation.place()),
                    explanation.deletion().score(),
                    explanation.deletion().randomScore(),
                    explanation.deletion().beatsRandom());
        }
    }
}

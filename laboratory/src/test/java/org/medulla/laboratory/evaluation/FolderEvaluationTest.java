package org.medulla.laboratory.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.classification.Answer;
import org.medulla.laboratory.classification.Classification;
import org.medulla.laboratory.model.ModelShelf;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.vision.image.RgbImage;

class FolderEvaluationTest {
    @TempDir
    Path folder;

    @Test
    void aFolderIsNamedAsClassifyNamesItAndAStrangeLaboratoryIsSaidToBeStrange() throws IOException {
        List<Path> files = noise();
        List<List<Float>> classified = new ArrayList<>();
        try (OpenModel model = ModelShelf.shipped().open()) {
            new Classification(model)
                    .run(
                            files,
                            answer -> {
                                if (answer instanceof Answer.Classified one) {
                                    classified.add(one.probabilities());
                                }
                            },
                            Progress.silent());
            ModelEvaluation evaluation = new ModelEvaluator(model, "test").onFolder(folder, Progress.silent());

            assertThat(evaluation.cautions()).anyMatch(caution -> caution.contains("strange to the model"));
            assertThat(evaluation.scores().size()).isEqualTo(20);
            for (int cell = 0; cell < 20; cell++) {
                for (int label = 0; label < model.classes().size(); label++) {
                    assertThat((float) evaluation.scores().probability(cell, label))
                            .isCloseTo(classified.get(cell).get(label), within(1e-5f));
                }
            }
        }
    }

    private List<Path> noise() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        List<Path> files = new ArrayList<>();
        for (String code : List.of("BLA", "EOS")) {
            Path cells = Files.createDirectories(folder.resolve(code));
            for (int i = 0; i < 10; i++) {
                byte[] bytes = new byte[3 * 60 * 60];
                random.nextBytes(bytes);
                files.add(Files.write(
                        cells.resolve("noise" + i + ".png"),
                        RgbImage.of(60, 60, bytes).toPng()));
            }
        }
        return files;
    }
}

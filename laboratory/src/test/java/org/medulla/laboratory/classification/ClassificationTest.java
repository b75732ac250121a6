package org.medulla.laboratory.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.benchmark.UntrainedModel;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.inference.Classifier;
import org.medulla.vision.inference.Picture;
import org.medulla.vision.inference.Prediction;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.PhantomSeries;
import org.medulla.vision.preprocessing.Preprocessing;

class ClassificationTest {
    private static final List<String> CLASSES = List.of("BLA", "LYT", "NGS");

    @TempDir
    Path folder;

    @Test
    void everyFileIsAnsweredInItsPlaceWhatAPictureAloneIsAnswered() throws IOException {
        PhantomSeries series = PhantomSeries.of(new PhantomPlan(21, 1, 5));
        List<Path> files = new ArrayList<>();
        List<RgbImage> pictures = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            pictures.add(series.draw(i).image());
            files.add(Files.write(folder.resolve(i + ".png"), pictures.get(i).toPng()));
        }
        files.add(3, Files.write(folder.resolve("cut.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'}));
        files.add(4, folder.resolve("missing.jpg"));
        files.add(Files.write(folder.resolve("empty.jpg"), new byte[0]));

        try (OpenModel model = open(3)) {
            List<Answer> answers = new ArrayList<>();
            long unreadable = new Classification(model).run(files, answers::add, Progress.silent());

            assertThat(unreadable).isEqualTo(3);
            assertThat(answers).extracting(Answer::path).containsExactlyElementsOf(files);
            assertThat(answers.get(3))
                    .isEqualTo(new Answer.Unreadable(files.get(3), "is not a JPEG, PNG, TIFF or BMP image"));
            assertThat(answers.get(4))
                    .isInstanceOfSatisfying(
                            Answer.Unreadable.class,
                            one -> assertThat(one.reason()).startsWith("could not be read: "));
            assertThat(answers.getLast()).isEqualTo(new Answer.Unreadable(files.getLast(), "is empty"));
            int picture = 0;
            for (Answer answer : answers) {
                if (answer instanceof Answer.Classified one) {
                    Prediction alone = model.classifier().classify(new Picture(pictures.get(picture++)));
                    for (int i = 0; i < CLASSES.size(); i++) {
                        assertThat(one.probabilities().get(i)).isCloseTo(alone.probability(i), within(1e-5f));
                    }
                }
            }
            assertThat(picture).isEqualTo(21);
        }
    }

    @Test
    void anInterruptedClassificationStopsAndItsModelCanBeClosedAtOnce() throws IOException {
        Path file = Files.write(
                folder.resolve("cell.jpg"),
                PhantomSeries.of(new PhantomPlan(1, 1, 5)).draw(0).image().toJpeg(90));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            files.add(file);
        }
        int[] answered = {0};
        try (OpenModel model = open(2)) {
            assertThatThrownBy(() -> new Classification(model)
                            .run(
                                    files,
                                    answer -> {
                                        if (++answered[0] == 5) {
                                            Thread.currentThread().interrupt();
                                        }
                                    },
                                    Progress.silent()))
                    .isInstanceOf(CancelledException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(answered[0]).isEqualTo(5);
    }

    private OpenModel open(int threads) {
        Preprocessing preprocessing =
                Preprocessing.standard(Architecture.SEQUENTIAL).withSize(32).withViews(1);
        return new OpenModel(
                "untrained",
                Classifier.open(
                        UntrainedModel.write(
                                folder.resolve("model.medulla"), Architecture.SEQUENTIAL, preprocessing, CLASSES),
                        threads));
    }
}

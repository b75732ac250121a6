package org.medulla.vision.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cytology.job.Progress;
import org.medulla.vision.familiarity.Acceptance;
import org.medulla.vision.familiarity.Familiarity;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.inference.Classifier;
import org.medulla.vision.inference.Picture;
import org.medulla.vision.inference.Prediction;
import org.medulla.vision.model.ModelDescription;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.model.Provenance;

/** Trains a network on discs, writes it, reads it back, and shows it discs and other things. */
class FamiliarityOfTrainedNetworkTest {
    private static final int PICTURES = 400;
    private static final int FRESH = 150;

    @TempDir
    private static Path folder;

    private static TrainedNetwork trained;
    private static ModelFile file;
    private static List<Prediction> discs = List.of();
    private static List<Prediction> others = List.of();

    @BeforeAll
    static void trainOnDiscsAndShowOthers() {
        trained = new Trainer(DiscData.plan(6), new DiscData(PICTURES), folder).train(Progress.silent());
        Provenance.Source source = new Provenance.Source("discs", "0a".repeat(32));
        Provenance provenance = new Provenance(
                source,
                source,
                List.of(0),
                List.of(),
                trained.learnedPictures(),
                trained.trainingPriors(),
                Optional.empty(),
                1,
                new TreeMap<>(),
                "0.1.0",
                Instant.EPOCH);
        file = ModelFile.write(
                folder.resolve("discs.medulla"), ModelDescription.of(trained, provenance), trained.parameters());
        try (Classifier classifier = Classifier.open(file, 2)) {
            DiscData all = new DiscData(PICTURES + FRESH);
            List<Picture> fresh = new ArrayList<>();
            List<Picture> noise = new ArrayList<>();
            for (int i = 0; i < FRESH; i++) {
                fresh.add(new Picture(all.image(PICTURES + i)));
                noise.add(new Picture(noise(i)));
            }
            discs = classifier.classify(fresh);
            others = classifier.classify(noise);
        }
    }

    @Test
    void theFileHoldsWhatTheTrainingFound() {
        assertThat(trained.familiarity()).isPresent();
        assertThat(file.description().familiarity()).isEqualTo(trained.familiarity());
        assertThat(file.parameters().keySet()).isEqualTo(trained.parameters().keySet());
    }

    @Test
    void halfOfTheCellsLikeThoseOfTheValidationPartAreOdderThanTheMiddle() {
        double odder =
                discs.stream().filter(one -> one.judgement().oddness() > 0.5).count();
        assertThat(odder / FRESH).isCloseTo(0.5, within(0.2));
    }

    @Test
    void whatIsNoDiscIsOdderThanNearlyEveryDiscAndNotAccepted() {
        long pairs = 0;
        for (Prediction disc : discs) {
            for (Prediction other : others) {
                pairs += other.judgement().oddness() > disc.judgement().oddness() ? 1 : 0;
            }
        }
        assertThat((double) pairs / (FRESH * FRESH)).isGreaterThan(0.95);
        assertThat(others.stream().filter(one -> one.judgement().accepted()).count())
                .isLessThan(FRESH / 10);
        assertThat(discs.stream().filter(one -> one.judgement().accepted()).count())
                .isGreaterThan(FRESH / 2);
    }

    @Test
    void theSetsHoldTheRightClassAsOftenAsStatedAndBeginWithTheBest() {
        double covered = 0;
        for (int i = 0; i < FRESH; i++) {
            List<Integer> set = discs.get(i).judgement().set();
            assertThat(set).startsWith(discs.get(i).best()).doesNotHaveDuplicates();
            covered += set.contains((PICTURES + i) % 3) ? 1 : 0;
        }
        // 0.9 is promised; three standard errors of 150 cells and of the calibration are about 0.1.
        assertThat(covered / FRESH).isGreaterThan(0.8);
    }

    @Test
    void theScaleIsSetByTheValidationPartAsTheNetworkSeesItInUse() {
        Acceptance acceptance =
                trained.familiarity().map(Familiarity::acceptance).orElseThrow();
        assertThat(acceptance.limit().wantedError()).isEqualTo(Familiarity.WANTED_ERROR);
        assertThat(acceptance.limit().share()).isGreaterThanOrEqualTo(0.5);
        assertThat(acceptance.sets().level()).isEqualTo(Familiarity.LEVEL);
        assertThat(acceptance.sets().borrowed()).containsOnly(false);
    }

    @Test
    void tooFewPicturesTellNothing() {
        TrainedNetwork few =
                new Trainer(DiscData.plan(1), new DiscData(60), folder.resolve("few")).train(Progress.silent());
        assertThat(few.familiarity()).isEmpty();
    }

    private static RgbImage noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = new byte[3 * 40 * 40];
        random.nextBytes(bytes);
        return RgbImage.of(40, 40, bytes);
    }
}

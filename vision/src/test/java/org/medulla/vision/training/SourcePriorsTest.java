package org.medulla.vision.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cytology.job.Progress;
import org.medulla.vision.augmentation.Augmentation;
import org.medulla.vision.familiarity.KnownSource;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.inference.Classifier;
import org.medulla.vision.inference.Expectation;
import org.medulla.vision.inference.Picture;
import org.medulla.vision.inference.Prediction;
import org.medulla.vision.model.ModelDescription;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.model.Provenance;
import org.medulla.vision.network.Libtorch;
import org.medulla.vision.network.Network;

/** Violet discs come from one laboratory only and blue ones from another; red ones from both. */
class SourcePriorsTest {
    private static final int PICTURES = 280;

    @TempDir
    static Path folder;

    @Test
    void sharesAreThoseOfEachClass() {
        TwoLaboratories data = new TwoLaboratories();
        SourcePriors priors =
                new SourcePriors(data, IntStream.range(0, PICTURES).boxed().toList(), 3);

        assertThat(priors.sources())
                .containsExactly(
                        new KnownSource("dark", List.of(0.0, 0.5, 1.0)),
                        new KnownSource("light", List.of(1.0, 0.5, 0.0)));
        int light = IntStream.range(0, PICTURES)
                .filter(index -> !data.isDark(index))
                .findFirst()
                .orElseThrow();
        assertThat(priors.learning(light))
                .containsExactly(new float[] {0, (float) Math.log(0.5), (float) Math.log(0.01)}, within(1e-6f));
        assertThat(priors.atHome(light))
                .containsExactly(new float[] {0, (float) Math.log(0.5), (float) Math.log(0.05)}, within(1e-6f));
    }

    @Test
    void oneSourceSaysNothing() {
        SourcePriors priors = new SourcePriors(new DiscData(30), List.of(0, 1, 2, 3), 3);
        assertThat(priors.learning(0)).containsExactly(0, 0, 0);
        assertThat(priors.atHome(0)).containsExactly(0, 0, 0);
    }

    @Test
    void atHomePicturesAreNamedByWhatTheirLaboratoryDelivers() {
        ModelFile model = model(new TwoLaboratories());
        assertThat(model.description().familiarity().orElseThrow().origins().sources())
                .extracting(KnownSource::name)
                .containsExactly("dark", "light");
        double right = 0;
        try (Classifier classifier = Classifier.open(model, 1)) {
            for (int index = 0; index < 60; index++) {
                boolean dark = index % 2 == 0;
                int label = dark ? 1 + index / 2 % 2 : index / 2 % 2;
                Picture picture =
                        new Picture(TwoLaboratories.image(label, dark, 10_000 + index), OptionalDouble.empty());
                right += classifier.classify(picture).best() == label ? 1 : 0;
                // Elsewhere the class that the laboratory never delivered is twenty times as likely in comparison.
                int other = dark ? 0 : 2;
                Prediction elsewhere = classifier
                        .classify(List.of(picture), new Expectation.Elsewhere(List.of(1.0, 1.0, 1.0)))
                        .getFirst();
                double odds = odds(elsewhere, other, 3 - other - 1)
                        - odds(classifier.classify(picture), other, 3 - other - 1);
                assertThat(odds * model.description().temperature()).isCloseTo(Math.log(20), within(0.05));
            }
        }
        assertThat(right / 60).isGreaterThan(0.9);
    }

    private static double odds(Prediction prediction, int label, int against) {
        return Math.log(prediction.probability(label)) - Math.log(prediction.probability(against));
    }

    /** With plain gradients a bias moves by the probability that is taken from it. */
    @Test
    void nothingIsLearnedAgainstAClassThatTheLaboratoryNeverDelivers() {
        TrainingPlan plan =
                DiscData.plan(1).withRecipe(new Recipe(new Optimiser.GradientDescent(0.1, 0, 0), 16, 0, 0, 0.9));
        Network network = plan.architecture().network(3);
        ParameterLayout layout = new ParameterLayout(network);
        float[] learned = layout.initialLearned(Map.of(), 1);
        float[] running = layout.initialRunning(Map.of());
        float[][] moved = new float[2][];
        Libtorch.load();
        for (int told = 0; told < 2; told++) {
            float[] prior = told == 1 ? new float[] {(float) Math.log(0.01), 0, 0} : new float[3];
            try (Learner learner = Learner.begin(plan, network, layout, learned.clone(), running, 1)) {
                learner.step(redDiscs(prior), 0.1, 0);
                float[] bias = Objects.requireNonNull(
                                layout.tensors(Checkpoint.vector(learner.vectors(), "learned"), running)
                                        .get(network.output().name() + ".bias"))
                        .toArray();
                moved[told] = bias;
            }
        }
        float[] before = Objects.requireNonNull(
                        layout.tensors(learned, running).get(network.output().name() + ".bias"))
                .toArray();
        double untold = before[0] - moved[0][0];
        double toldOfIt = before[0] - moved[1][0];
        assertThat(untold).isPositive();
        assertThat(toldOfIt / untold).isBetween(0.005, 0.03);
        assertThat((double) before[2] - moved[1][2]).isGreaterThan(untold);
    }

    private static Batch redDiscs(float[] prior) {
        ByteBuffer images = EngineMemory.allocate(Batch.bytes(16, 32));
        SplittableRandom random = new SplittableRandom(5);
        while (images.hasRemaining()) {
            images.putFloat((float) random.nextGaussian());
        }
        int[] labels = new int[16];
        Arrays.fill(labels, 1);
        float[][] priors = new float[16][];
        Arrays.fill(priors, prior);
        return new Batch(32, images.flip(), labels, priors);
    }

    private static ModelFile model(TrainingData data) {
        TrainingPlan plan = DiscData.plan(6).withAugmentation(Augmentation.none());
        TrainedNetwork trained = new Trainer(plan, data, folder.resolve("run")).train(Progress.silent());
        Provenance provenance = new Provenance(
                new Provenance.Source("discs", "0a".repeat(32)),
                new Provenance.Source("by picture", "0b".repeat(32)),
                List.of(),
                List.of(),
                trained.learnedPictures(),
                trained.trainingPriors(),
                Optional.empty(),
                1,
                new TreeMap<>(),
                "test",
                Instant.EPOCH);
        return ModelFile.write(
                folder.resolve("model" + ModelFile.EXTENSION),
                ModelDescription.of(trained, provenance),
                trained.parameters());
    }

    /** Discs on a light or on a dark, striped ground. */
    private record TwoLaboratories() implements TrainingData {
        private static final int SIDE = 40;
        private static final int[][] COLOURS = {{120, 60, 140}, {200, 90, 90}, {90, 110, 190}};

        @Override
        public int size() {
            return PICTURES;
        }

        boolean isDark(int index) {
            return index / 2 % 2 == 0;
        }

        @Override
        public int label(int index) {
            return isDark(index) ? 1 + index % 2 : index % 2;
        }

        @Override
        public Optional<String> source(int index) {
            return Optional.of(isDark(index) ? "dark" : "light");
        }

        @Override
        public RgbImage image(int index) {
            return image(label(index), isDark(index), index);
        }

        static RgbImage image(int label, boolean dark, long seed) {
            double radius = 8 + seed * 7 % 6;
            byte[] bytes = new byte[3 * SIDE * SIDE];
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                int row = pixel / SIDE;
                int column = pixel % SIDE;
                boolean inside = Math.hypot(column - SIDE / 2.0, row - SIDE / 2.0) < radius;
                int ground = dark ? 150 + 40 * (row / 4 % 2) : 230;
                for (int channel = 0; channel < 3; channel++) {
                    bytes[3 * pixel + channel] = (byte) (inside ? COLOURS[label][channel] : ground);
                }
            }
            return RgbImage.of(SIDE, SIDE, bytes);
        }
    }
}

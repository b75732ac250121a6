package org.medulla.vision.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.vision.augmentation.Augmentation;
import org.medulla.vision.network.Tensor;

class TrainerTest {
    @TempDir
    private Path folder;

    @Test
    void aNetworkLearnsWhatIsEasyAndSaysHowItWent() {
        DiscData data = new DiscData(120);
        TrainedNetwork trained = new Trainer(DiscData.plan(8), data, folder).train(Progress.silent());

        assertThat(trained.best().balancedAccuracy()).isGreaterThan(0.9);
        assertThat(trained.parameters().keySet())
                .isEqualTo(trained.network().parameterShapes().keySet());
        assertThat(trained.learnedPictures() + trained.validationPictures()).isEqualTo(120);
        assertThat(trained.log().rows().getLast().loss())
                .isLessThan(trained.log().rows().getFirst().loss());
        assertThat(trained.temperature()).isBetween(0.05, 20.0);
    }

    @Test
    void theConfusionsCountTheValidationPartAndThePriorsAreThoseOfBalancedClasses() {
        TrainedNetwork trained = new Trainer(DiscData.plan(8), new DiscData(120), folder).train(Progress.silent());

        List<List<Long>> confusions = trained.confusions();
        assertThat(confusions).hasSize(3).allSatisfy(row -> assertThat(row).hasSize(3));
        assertThat(confusions.stream()
                        .flatMap(List::stream)
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(trained.validationPictures());
        // The discs take turns among three classes, so that each has its third of the validation part.
        assertThat(confusions)
                .allSatisfy(row -> assertThat(
                                row.stream().mapToLong(Long::longValue).sum())
                        .isBetween(trained.validationPictures() / 3 - 1L, trained.validationPictures() / 3 + 1L));
        long right = confusions.get(0).get(0)
                + confusions.get(1).get(1)
                + confusions.get(2).get(2);
        assertThat((double) right / trained.validationPictures()).isGreaterThan(0.8);
        assertThat(trained.trainingPriors())
                .hasSize(3)
                .allSatisfy(prior -> assertThat(prior).isCloseTo(1.0 / 3, within(1e-9)));
    }

    @Test
    void theSamePlanAndPicturesGiveTheSameWeightsBitByBit() {
        DiscData data = new DiscData(60);
        TrainedNetwork once = new Trainer(DiscData.plan(2), data, folder.resolve("a")).train(Progress.silent());
        TrainedNetwork again = new Trainer(DiscData.plan(2), data, folder.resolve("b")).train(Progress.silent());
        TrainedNetwork other =
                new Trainer(DiscData.plan(2).withSeed(2), data, folder.resolve("c")).train(Progress.silent());

        assertThat(bits(again)).isEqualTo(bits(once));
        assertThat(bits(other)).isNotEqualTo(bits(once));
    }

    @Test
    void aCancelledRunGoesOnToTheWeightsOfAnUndisturbedOne() {
        DiscData data = new DiscData(60);
        TrainedNetwork undisturbed = new Trainer(DiscData.plan(4), data, folder.resolve("a")).train(Progress.silent());

        Trainer trainer = new Trainer(DiscData.plan(4), data, folder.resolve("b"), Duration.ZERO);
        assertThatThrownBy(() -> trainer.train(cancelledAfter(5 * 16))).isInstanceOf(CancelledException.class);
        assertThat(trainer.canResume()).isTrue();
        TrainedNetwork resumed = trainer.resume(Progress.silent());

        assertThat(bits(resumed)).isEqualTo(bits(undisturbed));
        assertThat(resumed.temperature()).isEqualTo(undisturbed.temperature());
        assertThat(resumed.confusions()).isEqualTo(undisturbed.confusions());
        assertThat(resumed.trainingPriors()).isEqualTo(undisturbed.trainingPriors());
        assertThat(resumed.bestStep()).isEqualTo(undisturbed.bestStep());
    }

    @Test
    void aFinishedRunResumedIsTheSameRun() {
        DiscData data = new DiscData(60);
        Trainer trainer = new Trainer(DiscData.plan(1), data, folder);
        TrainedNetwork finished = trainer.train(Progress.silent());
        TrainedNetwork resumed = trainer.resume(Progress.silent());
        assertThat(bits(resumed)).isEqualTo(bits(finished));
        assertThat(resumed.confusions()).isEqualTo(finished.confusions());
    }

    @Test
    void aRunIsNotResumedWithAnotherPlanNorWithoutACheckpoint() {
        DiscData data = new DiscData(60);
        assertThatThrownBy(() -> new Trainer(DiscData.plan(1), data, folder).resume(Progress.silent()))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("no checkpoint");
        new Trainer(DiscData.plan(1), data, folder).train(Progress.silent());
        assertThatThrownBy(() -> new Trainer(DiscData.plan(1).withSeed(9), data, folder).resume(Progress.silent()))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("other options");
    }

    @Test
    void initialWeightsAreWhereTrainingStartsAndWrongShapesAreRefused() {
        DiscData data = new DiscData(60);
        TrainingPlan still =
                DiscData.plan(1).withRecipe(new Recipe(new Optimiser.GradientDescent(1e-12, 0, 0), 16, 0, 0, 0));
        Map<String, Tensor> initial = Map.of("fc.bias", Tensor.of(List.of(3), new float[] {3, -1, 0.5f}));
        TrainedNetwork trained = new Trainer(still, data, folder).train(initial, Progress.silent());
        assertThat(trained.parameters()).containsEntry("fc.bias", Tensor.of(List.of(3), new float[] {3, -1, 0.5f}));

        Map<String, Tensor> wrong = Map.of("fc.bias", Tensor.of(List.of(2), new float[2]));
        assertThatThrownBy(() -> new Trainer(still, data, folder).train(wrong, Progress.silent()))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("fc.bias");
    }

    @Test
    void trainingStopsEarlyWhenTheValidationPartNoLongerImproves() {
        DiscData data = new DiscData(60);
        TrainingPlan hopeless = DiscData.plan(30)
                .withRecipe(new Recipe(new Optimiser.GradientDescent(1e-12, 0, 0), 16, 0, 0, 0))
                .withAugmentation(Augmentation.none())
                .withSelection(new Selection(0.2, 2));
        TrainedNetwork trained = new Trainer(hopeless, data, folder).train(Progress.silent());
        assertThat(trained.log().rows().size()).isLessThan(20);
        assertThat(trained.bestStep()).isLessThan(trained.log().rows().getLast().step());
    }

    @Test
    void aRunOfMinutesFixesItsStepsAtTheStart() {
        DiscData data = new DiscData(60);
        TrainingPlan plan = DiscData.plan(1).withLength(new Length.Minutes(0.05, 3));
        TrainedNetwork trained = new Trainer(plan, data, folder).train(Progress.silent());
        assertThat(trained.log().rows().getLast().epoch()).isBetween(0.3, 3.4);
    }

    private static Map<String, List<Integer>> bits(TrainedNetwork trained) {
        Map<String, List<Integer>> bits = new TreeMap<>();
        trained.parameters()
                .forEach((name, tensor) -> bits.put(
                        name,
                        List.of(
                                Arrays.hashCode(tensor.toArray()),
                                tensor.values().remaining())));
        return bits;
    }

    private static Progress cancelledAfter(long pictures) {
        AtomicLong done = new AtomicLong();
        return (name, total) -> new Progress.Stage() {
            @Override
            public void advance(long steps) {
                if (done.addAndGet(steps) >= pictures) {
                    throw new CancelledException(name);
                }
            }

            @Override
            public void note(String words) {}

            @Override
            public void close() {}
        };
    }
}

package org.medulla.vision.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cytology.job.CancelledException;
import org.medulla.vision.familiarity.Judge;
import org.medulla.vision.image.TestPictures;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.model.TestModels;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.ReferenceForward;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.network.TestNetworks;
import org.medulla.vision.preprocessing.Preprocessing;

class ClassifierTest {
    @TempDir
    Path folder;

    @Test
    void aCellInDoubtIsLookedAtInAllViewsAndItsProbabilitiesAreTheSoftmaxOfTheMeanLogits() {
        assertMeanOverViews(0.01f, 8);
    }

    @Test
    void aCellWhoseFirstViewIsClearIsLookedAtOnce() {
        assertMeanOverViews(100, 1);
    }

    /** Makes all logits so many times larger, which decides how clear they are, and expects the mean over so many views. */
    private void assertMeanOverViews(float factor, int views) {
        Network network = TestNetworks.everyLayer(TestModels.CLASSES.size());
        Map<String, Tensor> parameters = new HashMap<>(TestNetworks.parameters(network, 3));
        for (String name : List.of("fc.weight", "fc.bias")) {
            float[] values = TestNetworks.in(parameters, name).toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] *= factor;
            }
            parameters.put(name, Tensor.of(TestNetworks.in(parameters, name).shape(), values));
        }
        ModelFile model = TestModels.write(folder, network, parameters);
        Preprocessing preprocessing = model.description().preprocessing();
        Picture picture = picture(1);
        double[] mean = new double[TestModels.CLASSES.size()];
        double[] embedding = new double[12];
        for (int view = 0; view < views; view++) {
            float[] input = preprocessing.apply(picture.image(), OptionalDouble.empty(), view);
            double[] values = new double[input.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = input[i];
            }
            var outputs = new ReferenceForward(network, parameters).run(new ReferenceForward.Map3(3, 32, 32, values));
            addTo(mean, TestNetworks.in(outputs, "fc").values());
            addTo(embedding, TestNetworks.in(outputs, "pool").values());
        }
        double sum = 0;
        for (double logit : mean) {
            sum += Math.exp(logit / views / 1.25);
        }

        try (Classifier classifier = Classifier.open(model, 1)) {
            Prediction prediction = classifier.classify(picture);
            for (int i = 0; i < mean.length; i++) {
                assertThat((double) prediction.probability(i))
                        .isCloseTo(Math.exp(mean[i] / views / 1.25) / sum, within(1e-5));
            }
            for (int i = 0; i < embedding.length; i++) {
                assertThat((double) prediction.embedding()[i]).isCloseTo(embedding[i] / views, within(1e-4));
            }
        }
    }

    private static void addTo(double[] sums, double[] values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    @Test
    void theAnswerDoesNotDependOnThePicturesBesideIt() {
        List<Picture> pictures = pictures(37);
        try (Classifier classifier = Classifier.open(TestModels.write(folder), 2)) {
            List<Prediction> together = classifier.classify(pictures);
            assertThat(together).hasSize(37);
            for (int i = 0; i < pictures.size(); i++) {
                assertThat(classifier.classify(pictures.get(i)).probabilities())
                        .containsExactly(together.get(i).probabilities(), within(1e-5f));
            }
            assertThat(classifier.classify(List.of())).isEmpty();
        }
    }

    @Test
    void manyThreadsGetTheSameAnswersAsOne() throws InterruptedException, ExecutionException {
        List<Picture> pictures = pictures(12);
        try (Classifier classifier = Classifier.open(TestModels.write(folder), 2);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Prediction> expected = classifier.classify(pictures);
            List<Callable<List<Prediction>>> calls = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                calls.add(() -> classifier.classify(pictures));
            }
            for (Future<List<Prediction>> answer : threads.invokeAll(calls)) {
                for (int i = 0; i < pictures.size(); i++) {
                    assertThat(answer.get().get(i).probabilities())
                            .containsExactly(expected.get(i).probabilities(), within(1e-6f));
                }
            }
        }
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheAnswer() {
        ModelFile model = TestModels.write(folder);
        try (Classifier one = Classifier.open(model, 1);
                Classifier three = Classifier.open(model, 3)) {
            assertThat(three.classify(picture(5)).probabilities())
                    .containsExactly(one.classify(picture(5)).probabilities(), within(1e-5f));
        }
        assertThatThrownBy(() -> Classifier.open(model, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anInterruptedClassificationStops() {
        try (Classifier classifier = Classifier.open(TestModels.write(folder), 1)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> classifier.classify(pictures(3))).isInstanceOf(CancelledException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void closingWaitsForWhatRunsAndRefusesWhatComesLater() throws InterruptedException {
        List<Picture> pictures = pictures(200);
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        Classifier classifier = Classifier.open(TestModels.write(folder), 2);
        CountDownLatch running = new CountDownLatch(4);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            callers.add(Thread.ofPlatform()
                    .uncaughtExceptionHandler((thread, e) -> failures.add(e))
                    .start(() -> {
                        for (int at = 0; ; at = (at + 1) % pictures.size()) {
                            classifier.classify(pictures.get(at));
                            running.countDown();
                        }
                    }));
        }
        running.await();
        classifier.close();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(failures).hasSize(4).allMatch(e -> e instanceof IllegalStateException);
        classifier.close();
    }

    @Test
    void theBestAndTheSecondAreInOrderAndNeverTheSame() {
        List<String> classes = List.of("A", "B", "C");
        assertThat(prediction(classes, 0.2f, 0.5f, 0.3f))
                .returns("B", Prediction::bestClass)
                .returns("C", Prediction::secondClass);
        assertThat(prediction(classes, 0.6f, 0.1f, 0.3f))
                .returns("A", Prediction::bestClass)
                .returns("C", Prediction::secondClass);
        assertThat(prediction(classes, 0.4f, 0.4f, 0.2f))
                .returns("A", Prediction::bestClass)
                .returns("B", Prediction::secondClass);
    }

    private static Prediction prediction(List<String> classes, float... probabilities) {
        return new Prediction(classes, probabilities, new float[0], Judge.byProbability(probabilities));
    }

    private static Picture picture(long seed) {
        return new Picture(TestPictures.smooth(60, 50, seed));
    }

    private static List<Picture> pictures(int count) {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(picture(i));
        }
        return pictures;
    }
}

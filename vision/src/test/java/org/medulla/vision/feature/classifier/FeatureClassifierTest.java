package org.medulla.vision.feature.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.vision.feature.FeatureVector;

class FeatureClassifierTest {
    private static final List<String> CLASSES = List.of("ONE", "TWO", "NONE", "THREE");

    /** Clouds in the corners of a triangle, of which the first has ten times the cells of the others. */
    private record Clouds(List<FeatureVector> vectors, List<Integer> labels) {
        static Clouds of(long seed, double width) {
            Random random = new Random(seed);
            List<FeatureVector> vectors = new ArrayList<>();
            List<Integer> labels = new ArrayList<>();
            int[] counts = {200, 20, 0, 20};
            double[][] middles = {{0, 0}, {3, 0}, {9, 9}, {0, 3}};
            for (int c = 0; c < counts.length; c++) {
                for (int i = 0; i < counts[c]; i++) {
                    vectors.add(FeatureVector.of(
                            (float) (middles[c][0] + width * random.nextGaussian()),
                            (float) (100 * (middles[c][1] + width * random.nextGaussian())),
                            7));
                    labels.add(c);
                }
            }
            return new Clouds(vectors, labels);
        }

        int[] places() {
            return labels.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private static FeatureClassifier train(FeatureMethod method, Clouds clouds) {
        return FeatureClassifier.train(method, clouds.vectors, clouds.places(), CLASSES, 3, Progress.silent());
    }

    @ParameterizedTest
    @EnumSource
    void cloudsApartAreToldApartWithProbabilitiesThatAddUpToOne(FeatureMethod method) {
        FeatureClassifier classifier = train(method, Clouds.of(1, 0.6));
        Clouds fresh = Clouds.of(2, 0.6);
        int right = 0;
        for (int i = 0; i < fresh.labels.size(); i++) {
            float[] probabilities = classifier.probabilities(fresh.vectors.get(i));
            double sum = 0;
            for (float probability : probabilities) {
                assertThat(probability).isBetween(0f, 1f);
                sum += probability;
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
            assertThat(probabilities[2]).as("a class without cells").isZero();
            int best = IntStream.range(0, 4).reduce(0, (a, b) -> probabilities[b] > probabilities[a] ? b : a);
            right += best == fresh.labels.get(i) ? 1 : 0;
        }
        assertThat((double) right / fresh.labels.size()).isGreaterThan(0.95);
        assertThat(classifier.classes()).isEqualTo(CLASSES);
    }

    @ParameterizedTest
    @EnumSource
    void classesOfAFewCellsGiveNoImpossibleProbabilities(FeatureMethod method) {
        Random random = new Random(6);
        int[] counts = {150, 150, 2, 3, 1};
        List<FeatureVector> vectors = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            for (int i = 0; i < counts[c]; i++) {
                vectors.add(FeatureVector.of(
                        (float) random.nextGaussian(), (float) random.nextGaussian(), (float) random.nextGaussian()));
                labels.add(c);
            }
        }
        FeatureClassifier classifier = FeatureClassifier.train(
                method,
                vectors,
                labels.stream().mapToInt(Integer::intValue).toArray(),
                List.of("A", "B", "C", "D", "E"),
                3,
                Progress.silent());
        for (FeatureVector vector : vectors) {
            double sum = 0;
            for (float probability : classifier.probabilities(vector)) {
                assertThat(probability).isBetween(0f, 1f);
                sum += probability;
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void smallClassesWeighAsMuchAsLargeOnes(FeatureMethod method) {
        FeatureClassifier classifier = train(method, Clouds.of(1, 1.1));
        Clouds fresh = Clouds.of(5, 1.1);
        double[] recall = new double[4];
        for (int i = 0; i < fresh.labels.size(); i++) {
            float[] probabilities = classifier.probabilities(fresh.vectors.get(i));
            int best = IntStream.range(0, 4).reduce(0, (a, b) -> probabilities[b] > probabilities[a] ? b : a);
            int label = fresh.labels.get(i);
            recall[label] += best == label ? 1.0 / (label == 0 ? 200 : 20) : 0;
        }
        assertThat(recall[1]).isGreaterThan(0.7);
        assertThat(recall[3]).isGreaterThan(0.7);
        assertThat(recall[0]).isGreaterThan(0.7);
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameProbabilities(FeatureMethod method) {
        Clouds clouds = Clouds.of(1, 1.1);
        FeatureClassifier one = train(method, clouds);
        FeatureClassifier other = train(method, clouds);
        assertThat(one.settings()).isEqualTo(other.settings());
        for (FeatureVector vector : Clouds.of(4, 1.1).vectors) {
            assertThat(one.probabilities(vector)).containsExactly(other.probabilities(vector));
        }
    }

    @ParameterizedTest
    @EnumSource
    void trainingStopsWhenTheThreadIsInterrupted(FeatureMethod method) {
        Clouds clouds = Clouds.of(1, 1.1);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> train(method, clouds)).isInstanceOf(CancelledException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void oneClassAloneIsRefused() {
        List<FeatureVector> vectors = List.of(FeatureVector.of(1), FeatureVector.of(2));
        assertThatThrownBy(() -> FeatureClassifier.train(
                        FeatureMethod.FOREST, vectors, new int[] {1, 1}, CLASSES, 1, Progress.silent()))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("two classes");
    }

    @Test
    void aVectorOfAnotherSizeIsRefused() {
        FeatureClassifier classifier = train(FeatureMethod.FOREST, Clouds.of(1, 0.6));
        assertThatThrownBy(() -> classifier.probabilities(FeatureVector.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 features");
    }
}

package org.medulla.vision.familiarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.medulla.vision.network.Tensor;

class NoveltyTest {
    private static final int CHANNELS = 8;

    /** By numpy.linalg.svd of the same sixty rows, each less the mean of its class, in double precision. */
    @Test
    void distancesAreThoseOfAnotherProgram() {
        Novelty novelty = NoveltyFit.fit(waves(), labels());
        NoveltyMeter meter = new NoveltyMeter(novelty);

        assertThat(novelty.variances().toArray())
                .containsExactly(new float[] {0.0490557f, 0.0120292f, 0.000252046f}, within(1e-6f));
        assertThat(meter.measure(new float[] {3, 5, 3, 5, 3, 5, 3, 5})).isCloseTo(1.42391, within(1e-3));
        assertThat(meter.measure(new float[] {5, 3, 5, 3, 5, 3, 5, 3})).isCloseTo(1.116745, within(1e-3));
        assertThat(meter.measure(new float[] {1, 1, 1, 1, 1, 1, 1, 1})).isCloseTo(5.212599, within(1e-3));
        assertThat(meter.measure(new float[] {0, 0, 0, 0, 0, 0, 0, 9})).isCloseTo(8.352129, within(1e-3));
        assertThat(meter.measure(new float[] {9, 6, 3, 3, 2, 1, 0, 0})).isCloseTo(6.442012, within(1e-3));
    }

    @Test
    void theLengthOfAnEmbeddingDoesNotMatter() {
        NoveltyMeter meter = new NoveltyMeter(NoveltyFit.fit(waves(), labels()));
        float[] embedding = {3, 4, 4, 5, 3, 4, 3, 5};
        float[] longer = new float[CHANNELS];
        for (int i = 0; i < CHANNELS; i++) {
            longer[i] = 7 * embedding[i];
        }
        assertThat(meter.measure(longer)).isCloseTo(meter.measure(embedding), within(1e-4));
    }

    @Test
    void cellsThatAreAllAlikeAndAnEmbeddingOfZerosStillHaveADistance() {
        List<float[]> same = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            same.add(new float[] {1, 2, 3, 4, 5, 6, 7, 8});
            labels.add(i % 3);
        }
        NoveltyMeter meter = new NoveltyMeter(NoveltyFit.fit(same, labels));
        assertThat(meter.measure(same.getFirst())).isFinite();
        assertThat(meter.measure(new float[CHANNELS])).isFinite().isGreaterThan(meter.measure(same.getFirst()));
    }

    /** The time that matters: a cell is classified in some ten milliseconds on the processors that this runs on. */
    @Test
    void aMeasurementTakesNextToNoTime() {
        SplittableRandom random = new SplittableRandom(4);
        NoveltyMeter meter =
                new NoveltyMeter(new Novelty(random(random, 21, 1024), random(random, 48, 1024), ones(49)));
        float[] embedding = random(random, 1, 1024).toArray();
        double sum = 0;
        for (int i = 0; i < 3000; i++) {
            sum += meter.measure(embedding);
        }
        long begun = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            sum += meter.measure(embedding);
        }
        double milliseconds = (System.nanoTime() - begun) / 1e9;
        assertThat(sum).isFinite();
        // Measured: 0.02; the bound leaves room for a machine that does other things besides.
        assertThat(milliseconds).isLessThan(0.5);
    }

    @Test
    void tensorsThatDoNotFitOneAnotherAreRefused() {
        Tensor two = ones(2);
        Tensor centres = Tensor.of(List.of(1, 4), new float[4]);
        Tensor axes = Tensor.of(List.of(1, 4), new float[] {1, 0, 0, 0});
        assertThat(Novelty.of(new Novelty(centres, axes, two).tensors())).isEqualTo(new Novelty(centres, axes, two));
        assertThatThrownBy(() -> new Novelty(centres, axes, ones(3))).hasMessageContaining("fit");
        assertThatThrownBy(() -> new Novelty(centres, Tensor.of(List.of(1, 3), new float[3]), two))
                .hasMessageContaining("fit");
        assertThatThrownBy(() -> new Novelty(centres, axes, Tensor.of(List.of(2), new float[] {1, 0})))
                .hasMessageContaining("above zero");
        assertThatThrownBy(() -> Novelty.of(Map.of("centres", centres))).hasMessageContaining("centres");
    }

    private static Tensor ones(int count) {
        float[] values = new float[count];
        Arrays.fill(values, 1);
        return Tensor.of(List.of(count), values);
    }

    private static Tensor random(SplittableRandom random, int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() / 32;
        }
        return Tensor.of(List.of(rows, columns), values);
    }

    private static List<float[]> waves() {
        double[] heights = {4, 2, 0.3, 0.2, 0.25, 0.15, 0.1, 0.05};
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            float[] row = new float[CHANNELS];
            for (int channel = 0; channel < CHANNELS; channel++) {
                row[channel] = (float)
                        (3 + (channel % 2 == i % 2 ? 2 : 0) + heights[channel] * Math.sin(1 + i * (channel + 1) * 0.7));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<Integer> labels() {
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            labels.add(i % 2);
        }
        return labels;
    }
}

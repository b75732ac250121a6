package org.medulla.laboratory.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SpeedTest {
    private static final Speed.Row INFER = row(Speed.Work.INFER, "small", 90, 60, 2e9);
    private static final Speed.Row IN_LIBTORCH = row(Speed.Work.INFER_IN_LIBTORCH, "small", 50, 30, 2e9);
    private static final Speed.Row OF_ANOTHER = row(Speed.Work.INFER_IN_LIBTORCH, "large", 1, 1, 9e9);
    private static final Speed.Row DECODE = row(Speed.Work.DECODE, "", 1000, 500, 0);
    private static final Speed SPEED = new Speed(
            2,
            row(Speed.Work.MULTIPLY, "", 300e9, 200e9, 1),
            row(Speed.Work.MULTIPLY, "", 290e9, 150e9, 1),
            List.of(DECODE, INFER, OF_ANOTHER, IN_LIBTORCH),
            OptionalLong.empty());

    @Test
    void theShareIsThatOfTheHigherCeilingForEachSecondOfACore() {
        assertThat(SPEED.shareOfCeiling(INFER)).hasValueCloseTo(0.6, within(1e-12));
        assertThat(SPEED.shareOfCeiling(DECODE)).isEmpty();
    }

    @Test
    void inferenceIsComparedWithTheSameNetworkInLibtorch() {
        assertThat(SPEED.ratioToLibtorch(INFER)).hasValueCloseTo(2.0, within(1e-12));
        assertThat(SPEED.ratioToLibtorch(IN_LIBTORCH)).isEmpty();
        assertThat(SPEED.ratioToLibtorch(row(Speed.Work.INFER, "sequential", 1, 1, 1)))
                .isEmpty();
    }

    @Test
    void workIsRepeatedUntilItsTimeIsOverAndCountedForEachSecond() {
        int[] runs = {0};
        Measured measured =
                new Measured(new Speed.Subject(Speed.Work.DECODE, Optional.empty()), 10, () -> busyFor(0.005, runs));
        measured.warmUp(0.02);
        int warm = runs[0];
        measured.round(0.1);
        measured.round(0.1);
        Speed.Row row = measured.row(3);
        assertThat(warm).isPositive();
        assertThat(runs[0] - warm).isGreaterThan(2);
        assertThat(row.imagesPerSecond()).isPositive().isLessThanOrEqualTo(10 / 0.005);
        assertThat(row.operationsPerSecond()).isEqualTo(3 * row.imagesPerSecond());
        assertThat(row.coresBusy()).isPositive();
    }

    private static void busyFor(double seconds, int[] runs) {
        runs[0]++;
        long begun = System.nanoTime();
        while ((System.nanoTime() - begun) / 1e9 < seconds) {
            Thread.onSpinWait();
        }
    }

    private static Speed.Row row(Speed.Work work, String network, double wall, double core, double operations) {
        return new Speed.Row(new Speed.Subject(work, Optional.of(network)), wall, core, operations, 1.5);
    }
}

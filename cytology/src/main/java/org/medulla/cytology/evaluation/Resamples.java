package org.medulla.cytology.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.medulla.cytology.job.Progress;

/** The counts of all cells and of each bootstrap resample, from which every figure gets its value and its interval. */
final class Resamples {
    private static final double LOWER = 0.025;
    private static final double UPPER = 0.975;

    private final Tally all;
    private final List<Tally> drawn;

    Resamples(CellCounter counter, int clusters, Bootstrap bootstrap, Progress progress) {
        int[] once = new int[clusters];
        Arrays.fill(once, 1);
        all = counter.count(once);
        drawn = new ArrayList<>(bootstrap.resamples());
        SplittableRandom random = new SplittableRandom(bootstrap.seed());
        try (Progress.Stage stage = progress.stage("Computing intervals", bootstrap.resamples())) {
            for (int resample = 0; resample < bootstrap.resamples(); resample++) {
                drawn.add(counter.count(Bootstrap.draw(random, clusters)));
                stage.advance(1);
            }
        }
    }

    Tally all() {
        return all;
    }

    /** A figure with its interval from the resamples that define it; empty where the cells do not define it. */
    Optional<Estimate> estimate(ToDoubleFunction<Tally> figure) {
        double value = figure.applyAsDouble(all);
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        return Optional.of(interval(value, sorted(figure)));
    }

    /** A value with the interval that sorted resampled values give it; none has the interval of the value alone. */
    static Estimate interval(double value, double[] sorted) {
        return sorted.length == 0
                ? new Estimate(value, value, value)
                : new Estimate(value, quantile(sorted, LOWER), quantile(sorted, UPPER));
    }

    /**
     * A share with its interval. Where all cells are right, or all wrong, no resample can show anything else; the interval
     * then ends where Wilson's does for as many clusters.
     *
     * @param clusters how many clusters hold cells of the share's base
     */
    Optional<Estimate> estimateShare(ToDoubleFunction<Tally> figure, long clusters) {
        double unseen = Bootstrap.unseen(clusters);
        return estimate(figure).map(found -> {
            if (found.low() < found.high()) {
                return found;
            }
            return found.value() == 0
                    ? new Estimate(0, 0, unseen)
                    : found.value() == 1 ? new Estimate(1, 1 - unseen, 1) : found;
        });
    }

    /**
     * A figure that is at least 0 and that resampling alone makes larger, such as a sum of absolute differences: the interval
     * is moved down by the mean excess of the resamples over the figure.
     */
    Optional<Estimate> estimateWithoutExcess(ToDoubleFunction<Tally> figure) {
        return estimate(figure).map(found -> {
            double excess = Arrays.stream(sorted(figure)).average().orElse(found.value()) - found.value();
            return new Estimate(found.value(), Math.max(0, found.low() - excess), Math.max(0, found.high() - excess));
        });
    }

    /**
     * By how much a figure is above that of another classifier for which the same clusters were drawn; from the resamples that
     * define both, empty where the cells do not define both.
     */
    Optional<Estimate> estimateDifference(Resamples other, ToDoubleFunction<Tally> figure) {
        double value = figure.applyAsDouble(all) - figure.applyAsDouble(other.all);
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        double[] sorted = IntStream.range(0, drawn.size())
                .mapToDouble(i -> figure.applyAsDouble(drawn.get(i)) - figure.applyAsDouble(other.drawn.get(i)))
                .filter(difference -> !Double.isNaN(difference))
                .sorted()
                .toArray();
        return Optional.of(interval(value, sorted));
    }

    private double[] sorted(ToDoubleFunction<Tally> figure) {
        return drawn.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    /** The quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, as numpy's default). */
    static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}

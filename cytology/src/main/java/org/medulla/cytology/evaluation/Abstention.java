package org.medulla.cytology.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How a classifier does when it may abstain: what its conformal sets hold and whether it knows when it is wrong, each figure with its
 * interval from the same bootstrap as those of {@link Evaluation}.
 *
 * @param figures each that the cells define
 */
public record Abstention(Map<AbstentionFigure, Estimate> figures) {
    private static final double LOWER = 0.025;
    private static final double UPPER = 0.975;

    /**
     * What was said beside the probabilities of a cell.
     *
     * @param oddness higher for less believable answers, not negative
     * @param accepted whether the answer stands
     * @param set the codes of the classes that the cell may be
     */
    public record Verdict(double oddness, boolean accepted, List<String> set) {
        public Verdict {
            set = List.copyOf(set);
        }
    }

    public Abstention {
        figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    }

    /**
     * The figures.
     *
     * @param scores what the classifier said
     * @param verdicts one for each cell of the scores, in their order
     * @param minimumSupport how many cells a class needs to count in the balanced coverage
     */
    public static Abstention of(Scores scores, List<Verdict> verdicts, Bootstrap bootstrap, int minimumSupport) {
        if (verdicts.size() != scores.size()) {
            throw new IllegalArgumentException(scores.size() + " cells have " + verdicts.size() + " verdicts");
        }
        Sample sample = new Sample(scores, verdicts, minimumSupport);
        int[] once = new int[scores.clusters()];
        Arrays.fill(once, 1);
        Map<AbstentionFigure, Double> values = sample.figures(once);
        Map<AbstentionFigure, List<Double>> drawn = new EnumMap<>(AbstentionFigure.class);
        SplittableRandom random = new SplittableRandom(bootstrap.seed());
        for (int resample = 0; resample < bootstrap.resamples(); resample++) {
            sample.figures(Bootstrap.draw(random, scores.clusters()))
                    .forEach((figure, value) -> drawn.computeIfAbsent(figure, _ -> new ArrayList<>())
                            .add(value));
        }
        Map<AbstentionFigure, Estimate> figures = new EnumMap<>(AbstentionFigure.class);
        values.forEach((figure, value) -> {
            double[] sorted = drawn.getOrDefault(figure, List.of(value)).stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            figures.put(
                    figure, new Estimate(value, Resamples.quantile(sorted, LOWER), Resamples.quantile(sorted, UPPER)));
        });
        return new Abstention(figures);
    }

    /** The cells, ranked once, from which many resamples are counted. */
    private static final class Sample {
        private final Scores scores;
        private final List<Verdict> verdicts;
        private final int minimumSupport;
        private final boolean[] right;
        private final boolean[] covered;
        private final RankedCells ranked;

        Sample(Scores scores, List<Verdict> verdicts, int minimumSupport) {
            this.scores = scores;
            this.verdicts = List.copyOf(verdicts);
            this.minimumSupport = minimumSupport;
            this.right = new boolean[scores.size()];
            this.covered = new boolean[scores.size()];
            for (int cell = 0; cell < right.length; cell++) {
                right[cell] = scores.truth(cell).equals(scores.predicted(cell));
                covered[cell] = verdicts.get(cell).set().contains(scores.truth(cell));
            }
            this.ranked =
                    new RankedCells(scores.size(), cell -> verdicts.get(cell).oddness(), cell -> !right[cell]);
        }

        Map<AbstentionFigure, Double> figures(int[] timesOfCluster) {
            int[] weights = new int[right.length];
            long[] supportOf = new long[scores.truths().size()];
            long[] coveredOf = new long[supportOf.length];
            double cells = 0;
            double size = 0;
            double accepted = 0;
            double acceptedRight = 0;
            for (int cell = 0; cell < weights.length; cell++) {
                int times = timesOfCluster[scores.cluster(cell)];
                weights[cell] = times;
                cells += times;
                supportOf[scores.truthIndex(cell)] += times;
                coveredOf[scores.truthIndex(cell)] += covered[cell] ? times : 0;
                size += (double) times * verdicts.get(cell).set().size();
                if (verdicts.get(cell).accepted()) {
                    accepted += times;
                    acceptedRight += right[cell] ? times : 0;
                }
            }
            Map<AbstentionFigure, Double> figures = new EnumMap<>(AbstentionFigure.class);
            putIfDefined(
                    figures,
                    AbstentionFigure.SET_COVERAGE,
                    Arrays.stream(coveredOf).sum() / cells);
            putIfDefined(figures, AbstentionFigure.BALANCED_SET_COVERAGE, balanced(coveredOf, supportOf));
            putIfDefined(figures, AbstentionFigure.MEAN_SET_SIZE, size / cells);
            putIfDefined(figures, AbstentionFigure.SHARE_ACCEPTED, accepted / cells);
            putIfDefined(figures, AbstentionFigure.ACCURACY_OF_ACCEPTED, acceptedRight / accepted);
            putIfDefined(figures, AbstentionFigure.ODDNESS_ROC_AUC, ranked.rocAuc(weights));
            return figures;
        }

        private double balanced(long[] coveredOf, long[] supportOf) {
            double sum = 0;
            int classes = 0;
            for (int label = 0; label < supportOf.length; label++) {
                if (supportOf[label] >= minimumSupport) {
                    sum += (double) coveredOf[label] / supportOf[label];
                    classes++;
                }
            }
            return sum / classes;
        }

        private static void putIfDefined(Map<AbstentionFigure, Double> figures, AbstentionFigure figure, double value) {
            if (!Double.isNaN(value)) {
                figures.put(figure, value);
            }
        }
    }
}

package org.medulla.cytology.evaluation;

import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * How good a classifier was on cells whose class is known, every figure with its 95 % interval.
 *
 * <p>Macro figures are means over the filled classes, those with at least {@code minimumSupport} evaluated cells; sparse ones
 * stand beside, in {@link #sparse()}. A true class that the model cannot name has recall 0 and counts like any other: its
 * cells are wrong (tolerantly right where a neighbour was named), its probability is 0, and {@link #foreign()} lists it. In
 * a resample, a class that was not drawn is left out of the means. Where a share is exactly 0 or 1 its interval is Wilson's;
 * macro figures, F1 and ROC-AUC of exactly 0 or 1 have an interval of no width, which then says nothing.
 *
 * @param cells how many cells were evaluated
 * @param clustering what the bootstrap drew as one piece
 * @param clusters how many such pieces there were
 * @param minimumSupport the number of cells from which a class is filled
 * @param bootstrap how the intervals were made
 * @param confusion truths and predictions
 * @param figures the headline figures; one that the cells do not define is missing
 * @param classes one for each class of the model in its order, then those that it cannot name
 * @param reliability whether the probabilities mean what they say
 */
public record Evaluation(
        int cells,
        Clustering clustering,
        int clusters,
        int minimumSupport,
        Bootstrap bootstrap,
        ConfusionMatrix confusion,
        Map<Metric, Estimate> figures,
        List<ClassScore> classes,
        Reliability reliability) {
    /** With fewer cells than this, a class says too little to weigh as much as the others. */
    public static final int USUAL_MINIMUM_SUPPORT = 10;

    /** Copies what could change. */
    public Evaluation {
        figures = figures.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(figures));
        classes = List.copyOf(classes);
    }

    /** Evaluates with the {@linkplain #USUAL_MINIMUM_SUPPORT usual minimum support}. */
    public static Evaluation of(Scores scores, Nomenclature nomenclature, Bootstrap bootstrap) {
        return of(scores, nomenclature, bootstrap, USUAL_MINIMUM_SUPPORT, Progress.silent());
    }

    /**
     * Evaluates. Takes some seconds for tens of thousands of cells and 2,000 resamples.
     *
     * @param minimumSupport the number of cells from which a class counts in macro figures, at least 1
     * @throws org.medulla.cytology.job.MedullaException USER when a class is not in the nomenclature
     */
    public static Evaluation of(
            Scores scores, Nomenclature nomenclature, Bootstrap bootstrap, int minimumSupport, Progress progress) {
        if (minimumSupport < 1) {
            throw new IllegalArgumentException("The minimum support is at least 1, not " + minimumSupport + ".");
        }
        return new Run(scores, nomenclature, bootstrap, minimumSupport, progress).evaluation();
    }

    /** A headline figure; empty where the cells do not define it. */
    public Optional<Estimate> figure(Metric metric) {
        return Optional.ofNullable(figures.get(metric));
    }

    /** The classes that count in macro figures. */
    public List<ClassScore> filled() {
        return classes.stream().filter(ClassScore::filled).toList();
    }

    /** The classes with some cells, but too few to count in macro figures. */
    public List<ClassScore> sparse() {
        return classes.stream()
                .filter(score -> !score.filled() && score.support() > 0)
                .toList();
    }

    /** The true classes that the model cannot name. */
    public List<ClassScore> foreign() {
        return classes.stream().filter(score -> !score.known()).toList();
    }

    /** One computation, with what all its figures share. */
    private static final class Run {
        private final Scores scores;
        private final Nomenclature nomenclature;
        private final Bootstrap bootstrap;
        private final int minimumSupport;
        private final ConfusionMatrix confusion;
        private final ClassRules rules;
        private final Resamples resamples;

        Run(Scores scores, Nomenclature nomenclature, Bootstrap bootstrap, int minimumSupport, Progress progress) {
            this.scores = scores;
            this.nomenclature = nomenclature;
            this.bootstrap = bootstrap;
            this.minimumSupport = minimumSupport;
            confusion = ConfusionMatrix.of(scores);
            rules = new ClassRules(scores.truths(), scores.classes(), nomenclature);
            BitSet filled = new BitSet();
            IntStream.range(0, scores.truths().size())
                    .filter(truth -> confusion.support(truth) >= minimumSupport)
                    .forEach(filled::set);
            resamples = new Resamples(new CellCounter(scores, rules, filled), scores.clusters(), bootstrap, progress);
        }

        Evaluation evaluation() {
            Map<Metric, Estimate> figures = new EnumMap<>(Metric.class);
            for (Metric metric : Metric.values()) {
                estimate(metric).ifPresent(estimate -> figures.put(metric, estimate));
            }
            return new Evaluation(
                    scores.size(),
                    scores.clustering(),
                    scores.clusters(),
                    minimumSupport,
                    bootstrap,
                    confusion,
                    figures,
                    IntStream.range(0, scores.truths().size())
                            .mapToObj(this::classScore)
                            .toList(),
                    resamples.all().reliability());
        }

        private Optional<Estimate> estimate(Metric metric) {
            ToDoubleFunction<Tally> figure = metric::of;
            return switch (metric) {
                case ACCURACY, TOLERANT_ACCURACY, TOP_2, CROSS_LINEAGE_ERROR_RATE ->
                    resamples.estimateShare(figure, scores.clusters());
                case SELECTIVE_ACCURACY_90 -> resamples.estimateShare(figure, Math.round(0.9 * scores.clusters()));
                case SELECTIVE_ACCURACY_80 -> resamples.estimateShare(figure, Math.round(0.8 * scores.clusters()));
                case CRITICAL_TO_HARMLESS_ERROR_RATE ->
                    resamples.estimateShare(
                            figure,
                            clustersWith(
                                    cell -> nomenclature.of(scores.truth(cell)).critical()));
                case EXPECTED_CALIBRATION_ERROR -> resamples.estimateWithoutExcess(figure);
                case BALANCED_ACCURACY,
                        MACRO_F1,
                        WEIGHTED_F1,
                        TOLERANT_BALANCED_ACCURACY,
                        TOLERANT_MACRO_F1,
                        MEAN_TREE_DISTANCE,
                        BRIER,
                        MACRO_ROC_AUC -> resamples.estimate(figure);
            };
        }

        private ClassScore classScore(int code) {
            long support = confusion.support(code);
            return new ClassScore(
                    scores.truths().get(code),
                    code < scores.classes().size(),
                    support,
                    confusion.predicted(code),
                    support >= minimumSupport,
                    measures(rules.strict(), code),
                    measures(rules.tolerant(), code),
                    resamples.estimate(tally -> tally.rocAuc().get(code)));
        }

        private Measures measures(Agreement agreement, int code) {
            long named = clustersWith(cell -> scores.predictedIndex(cell) == code);
            long present = clustersWith(cell -> scores.truthIndex(cell) == code);
            ToDoubleFunction<Tally> recall = tally -> agreement.recall(tally.confusion(), code);
            boolean known = code < scores.classes().size();
            return new Measures(
                    resamples.estimateShare(tally -> agreement.precision(tally.confusion(), code), named),
                    known ? resamples.estimateShare(recall, present) : resamples.estimate(recall),
                    resamples.estimate(tally -> agreement.f1(tally.confusion(), code)));
        }

        private long clustersWith(IntPredicate cells) {
            return IntStream.range(0, scores.size())
                    .filter(cells)
                    .map(scores::cluster)
                    .distinct()
                    .count();
        }
    }
}

package org.medulla.cytology.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * The figures of a cross-validation as publications print them: each computed on every fold, then mean and standard deviation
 * over the folds. A class is filled when it has enough cells in all folds together; a fold that holds none of them does not
 * count for its recall, one in which it was never named does not count for its precision.
 *
 * @param folds how many folds there are
 * @param figures the headline figures; one that no fold defines is missing
 * @param classes the classes with cells or answers in any fold, in the order of the nomenclature
 */
public record FoldFigures(int folds, Map<Metric, Spread> figures, List<ClassSpread> classes) {
    /** Copies what could change. */
    public FoldFigures {
        figures = figures.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(figures));
        classes = List.copyOf(classes);
    }

    /**
     * One class over the folds; a figure that no fold defines is empty.
     *
     * @param code the class
     * @param support its cells in all folds
     * @param filled whether it has enough cells to count in the macro figures
     */
    public record ClassSpread(
            String code,
            long support,
            boolean filled,
            Optional<Spread> precision,
            Optional<Spread> recall,
            Optional<Spread> tolerantPrecision,
            Optional<Spread> tolerantRecall) {}

    /** A headline figure over the folds; empty where no fold defines it. */
    public Optional<Spread> figure(Metric metric) {
        return Optional.ofNullable(figures.get(metric));
    }

    /**
     * Computes them.
     *
     * @param folds the scores of the held-out cells of each fold
     * @param minimumSupport the number of cells from which a class is filled, at least 1
     */
    public static FoldFigures of(List<Scores> folds, Nomenclature nomenclature, int minimumSupport) {
        Map<String, Long> support = new HashMap<>();
        for (Scores fold : folds) {
            ConfusionMatrix confusion = ConfusionMatrix.of(fold);
            fold.truths().forEach(code -> support.merge(code, confusion.support(code), Long::sum));
        }
        List<Fold> counted = folds.stream()
                .map(fold -> Fold.of(fold, nomenclature, support, minimumSupport))
                .toList();
        Map<Metric, Spread> figures = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            spread(counted, fold -> metric.of(fold.tally())).ifPresent(spread -> figures.put(metric, spread));
        }
        List<ClassSpread> classes = new ArrayList<>();
        for (String code : nomenclature.codes()) {
            if (support.containsKey(code)) {
                long cells = support.get(code);
                ClassSpread spread = new ClassSpread(
                        code,
                        cells,
                        cells >= minimumSupport,
                        spread(
                                counted,
                                fold -> fold.precision(code, fold.rules().strict())),
                        spread(counted, fold -> fold.recall(code, fold.rules().strict())),
                        spread(
                                counted,
                                fold -> fold.precision(code, fold.rules().tolerant())),
                        spread(counted, fold -> fold.recall(code, fold.rules().tolerant())));
                if (cells > 0 || spread.precision().isPresent()) {
                    classes.add(spread);
                }
            }
        }
        return new FoldFigures(folds.size(), figures, classes);
    }

    private static Optional<Spread> spread(List<Fold> folds, ToDoubleFunction<Fold> figure) {
        return Spread.of(folds.stream().mapToDouble(figure).toArray());
    }

    /** The counts of one fold. */
    private record Fold(Scores scores, ClassRules rules, Tally tally) {
        static Fold of(Scores scores, Nomenclature nomenclature, Map<String, Long> support, int minimumSupport) {
            ClassRules rules = new ClassRules(scores.truths(), scores.classes(), nomenclature);
            BitSet filled = new BitSet();
            for (int truth = 0; truth < scores.truths().size(); truth++) {
                filled.set(truth, support.getOrDefault(scores.truths().get(truth), 0L) >= minimumSupport);
            }
            int[] once = new int[scores.clusters()];
            Arrays.fill(once, 1);
            return new Fold(scores, rules, new CellCounter(scores, rules, filled).count(once));
        }

        double precision(String code, Agreement agreement) {
            int index = scores.classes().indexOf(code);
            return index < 0 ? Double.NaN : agreement.precision(tally.confusion(), index);
        }

        double recall(String code, Agreement agreement) {
            int index = scores.truths().indexOf(code);
            return index < 0 ? Double.NaN : agreement.recall(tally.confusion(), index);
        }
    }
}

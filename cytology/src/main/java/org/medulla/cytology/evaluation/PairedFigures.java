package org.medulla.cytology.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * Differences between classifiers that were asked about the same cells. Each resample draws the same clusters for all of them, so
 * that what is hard for both does not blur how far apart they are (the paired bootstrap; Efron and Tibshirani 1993, chapter 8).
 */
public final class PairedFigures {
    private final List<Resamples> methods;

    private PairedFigures(List<Resamples> methods) {
        this.methods = List.copyOf(methods);
    }

    /**
     * Draws the resamples.
     *
     * @param methods what each classifier said of the same cells in the same order
     * @param minimumSupport the number of cells from which a class counts in macro figures, at least 1
     */
    public static PairedFigures of(
            List<Scores> methods,
            Nomenclature nomenclature,
            Bootstrap bootstrap,
            int minimumSupport,
            Progress progress) {
        methods.forEach(scores -> requireSameCells(methods.getFirst(), scores));
        List<Resamples> resamples = new ArrayList<>();
        for (Scores scores : methods) {
            ClassRules rules = new ClassRules(scores.truths(), scores.classes(), nomenclature);
            CellCounter counter = new CellCounter(scores, rules, filled(scores, minimumSupport));
            resamples.add(new Resamples(counter, scores.clusters(), bootstrap, progress));
        }
        return new PairedFigures(resamples);
    }

    /**
     * A method's figure with its 95 % interval; empty where the cells do not define it.
     *
     * @param method its place in the list
     */
    public Optional<Estimate> figure(int method, Metric metric) {
        return methods.get(method).estimate(metric::of);
    }

    /**
     * By how much the first method's figure is above the second's, with its 95 % interval; empty where the cells do not define it.
     *
     * @param first the place of a method in the list
     * @param second the place of another
     */
    public Optional<Estimate> difference(int first, int second, Metric metric) {
        return methods.get(first).estimateDifference(methods.get(second), metric::of);
    }

    private static BitSet filled(Scores scores, int minimumSupport) {
        ConfusionMatrix confusion = ConfusionMatrix.of(scores);
        BitSet filled = new BitSet();
        IntStream.range(0, scores.truths().size())
                .filter(truth -> confusion.support(truth) >= minimumSupport)
                .forEach(filled::set);
        return filled;
    }

    static void requireSameCells(Scores first, Scores second) {
        boolean same = first.size() == second.size()
                && first.clusters() == second.clusters()
                && IntStream.range(0, first.size())
                        .allMatch(cell -> first.truth(cell).equals(second.truth(cell))
                                && first.cluster(cell) == second.cluster(cell));
        if (!same) {
            throw new IllegalArgumentException("Only answers to the same cells can be compared cell by cell");
        }
    }
}

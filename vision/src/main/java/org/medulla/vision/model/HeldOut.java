package org.medulla.vision.model;

import java.util.List;
import java.util.Optional;
import org.medulla.cytology.evaluation.Estimate;

/**
 * How the recipe of a model does on cells that were not learned from, neither to change weights nor to choose or calibrate them:
 * for a model that leaves out a fold its own figures there, for one that leaves out none those of its siblings, models of the
 * same recipe that leave out a fold each, on their folds together.
 *
 * @param folds the folds whose cells were named, each by the model that had left it out
 * @param allFolds how many folds the split has
 * @param cells how many cells were named
 * @param figures the headline figures
 * @param classes each class with enough cells for a figure of its own
 * @param sources the cells of each source alone; empty where all come from one
 */
public record HeldOut(
        List<Integer> folds,
        int allFolds,
        int cells,
        List<Figure> figures,
        List<OfClass> classes,
        List<OfSource> sources) {
    public HeldOut {
        folds = List.copyOf(folds);
        figures = List.copyOf(figures);
        classes = List.copyOf(classes);
        sources = List.copyOf(sources);
    }

    /** A figure by the name that people call it. */
    public record Figure(String name, Estimate estimate) {}

    /**
     * How well a class is recognised, strictly.
     *
     * @param cells how many belong to it
     * @param recall the share of them that were named so
     * @param precision the share of the cells named so that belong to it; none where no cell was
     */
    public record OfClass(String code, long cells, Estimate recall, Optional<Estimate> precision) {}

    /** How well the cells of one source are recognised: balanced over those of its classes with enough cells. */
    public record OfSource(String source, int cells, Estimate balancedAccuracy) {}
}

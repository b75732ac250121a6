package org.medulla.laboratory.report;

import java.util.List;
import org.medulla.cytology.evaluation.Evaluation;

/**
 * How networks that learned in one laboratory did there and in another.
 *
 * @param trained the dataset that was learned from
 * @param tested the other
 * @param classes every class of either, with its cells
 * @param homeCells how many cells were counted at home
 * @param abroadCells how many were counted abroad
 * @param variants the standard first
 * @param standardAbroad the standard on the other laboratory's cells, with every class of the network allowed
 */
public record DirectionFigures(
        String trained,
        String tested,
        List<ComparedClass> classes,
        int homeCells,
        int abroadCells,
        List<VariantFigures> variants,
        Evaluation standardAbroad) {
    public DirectionFigures {
        classes = List.copyOf(classes);
        variants = List.copyOf(variants);
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("There is at least the standard");
        }
    }
}

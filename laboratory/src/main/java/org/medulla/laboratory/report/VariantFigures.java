package org.medulla.laboratory.report;

import java.util.Optional;
import org.medulla.cytology.evaluation.Estimate;

/**
 * How a variant did in one direction. All but the last two figures are balanced accuracies over the shared classes.
 *
 * @param code its name on the command line
 * @param title its name for people
 * @param explanation what is different, and what was found out on the way
 * @param trained whether a network was trained for it; else the standard's was tested in another way
 * @param home on cells of the laboratory it learned from, which were left out of training
 * @param abroad on the other laboratory's cells, with every class of the network allowed
 * @param sharedOnly the same with only shared classes allowed
 * @param difference {@code abroad} less that of the standard, on the same cells; none for the standard itself
 * @param sharedOnlyDifference {@code sharedOnly} less that of the standard; none for the standard itself
 * @param rightAccepted the share of the cells abroad with the right answer whose answer is accepted; none where none is right
 * @param oddness the chance that a cell abroad with a wrong answer is odder than one with the right answer; none where all are
 *     right, or all wrong
 */
public record VariantFigures(
        String code,
        String title,
        String explanation,
        boolean trained,
        Estimate home,
        Estimate abroad,
        Estimate sharedOnly,
        Optional<Estimate> difference,
        Optional<Estimate> sharedOnlyDifference,
        Optional<Estimate> rightAccepted,
        Optional<Estimate> oddness) {}

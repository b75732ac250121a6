package org.medulla.laboratory.report;

import java.util.List;
import java.util.Optional;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.cytology.evaluation.FoldFigures;
import org.medulla.vision.training.TrainingCost;
import org.medulla.vision.training.TrainingLog;

/**
 * How one of several compared methods did.
 *
 * @param title what it is called
 * @param evaluation of the held-out cells of all folds together
 * @param folds the same fold by fold
 * @param costs what the training of each fold took, where it is known
 * @param logs how the training of each fold went; without rows for a method that learns at once
 */
public record MethodFigures(
        String title,
        Evaluation evaluation,
        FoldFigures folds,
        List<Optional<TrainingCost>> costs,
        List<TrainingLog> logs) {
    public MethodFigures {
        costs = List.copyOf(costs);
        logs = List.copyOf(logs);
    }
}

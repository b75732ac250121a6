package org.medulla.laboratory.evaluation;

import java.util.List;
import org.medulla.cytology.evaluation.Abstention;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.cytology.evaluation.Scores;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.vision.model.ModelFile;

/**
 * How a model did on some cells, with all that a report tells of it.
 *
 * @param modelName what the model is called
 * @param model the model
 * @param subject what it was evaluated on: "fold 0 of marrow (by cell, 5 folds, seed 2026)"
 * @param subjectDigest the digest of the dataset version; empty for a folder
 * @param evaluation the figures
 * @param abstention how the model does when it may abstain
 * @param scores what the model said of each cell
 * @param cells the cells in the order of the scores
 * @param unreadable files that could not be read, each with the reason
 * @param cautions sentences that a reader of the figures must know
 * @param nomenclature in which the classes were compared
 * @param programVersion which Medulla computed them
 */
public record ModelEvaluation(
        String modelName,
        ModelFile model,
        String subject,
        String subjectDigest,
        Evaluation evaluation,
        Abstention abstention,
        Scores scores,
        List<EvaluatedCell> cells,
        List<String> unreadable,
        List<String> cautions,
        Nomenclature nomenclature,
        String programVersion) {
    public ModelEvaluation {
        cells = List.copyOf(cells);
        unreadable = List.copyOf(unreadable);
        cautions = List.copyOf(cautions);
    }
}

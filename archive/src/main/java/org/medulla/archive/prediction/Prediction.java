package org.medulla.archive.prediction;

import org.medulla.archive.cell.CellId;

/**
 * What a model gave a cell.
 *
 * @param cell the cell
 * @param classCode the most probable class
 * @param probability its probability, 0 to 1
 * @param secondCode the class that comes next
 * @param secondProbability its probability, 0 to 1
 * @param accepted whether the answer stands, or the cell is unidentified
 * @param oddness how odd the cell is to the model: 0.5 is typical, 0.99 odder than 99 of 100 known cells
 */
public record Prediction(
        CellId cell,
        String classCode,
        float probability,
        String secondCode,
        float secondProbability,
        boolean accepted,
        float oddness) {
    public Prediction {
        if (!(probability >= 0 && probability <= 1 && secondProbability >= 0 && secondProbability <= probability)) {
            throw new IllegalArgumentException("Probabilities lie between 0 and 1, the greater first, not "
                    + probability + " and " + secondProbability);
        }
    }

    /** The line that the batch's digest covers. */
    String line() {
        return cell.value() + " " + classCode + " " + probability + " " + secondCode + " " + secondProbability + " "
                + (accepted ? 1 : 0) + " " + oddness + "\n";
    }
}

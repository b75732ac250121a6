package org.medulla.vision.training;

/**
 * Which of the weights that training passes through are kept: those that do best on a validation part of the training folds.
 *
 * @param validationShare the share of the pictures that is not learned from but chooses the weights and the temperature
 * @param patience after how many evaluations without improvement training stops early
 */
public record Selection(double validationShare, int patience) {
    public Selection {
        if (!(validationShare > 0 && validationShare < 1) || patience < 1) {
            throw new IllegalArgumentException("The validation share lies between 0 and 1, and patience is at least 1");
        }
    }
}

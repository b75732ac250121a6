package org.medulla.cytology.differential;

/**
 * What a stopping rule does in the long run when the true share is known.
 *
 * @param below probability that it ends with "below the threshold"
 * @param atOrAbove probability that it ends with "the threshold or more"
 * @param undecided probability that it runs to its greatest number of cells without an answer
 * @param meanCells mean number of cells counted
 */
public record OperatingCharacteristics(double below, double atOrAbove, double undecided, double meanCells) {}

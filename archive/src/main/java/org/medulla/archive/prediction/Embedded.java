package org.medulla.archive.prediction;

/**
 * What a model gave a cell, with the numbers by which the cell is compared with others.
 *
 * @param prediction the class
 * @param embedding the numbers
 */
public record Embedded(Prediction prediction, Embedding embedding) {}

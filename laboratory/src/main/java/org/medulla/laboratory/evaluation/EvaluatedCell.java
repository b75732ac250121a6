package org.medulla.laboratory.evaluation;

import java.util.function.Supplier;

/**
 * A cell that a model was evaluated on.
 *
 * @param name its file, as a person knows it
 * @param picture reads the bytes of its image file; only while the evaluation's archive is open
 */
public record EvaluatedCell(String name, Supplier<byte[]> picture) {}

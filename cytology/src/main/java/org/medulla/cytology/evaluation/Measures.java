package org.medulla.cytology.evaluation;

import java.util.Optional;

/**
 * Precision, recall and F1 of one class.
 *
 * @param precision share of the cells called this class that belong to it; empty where no cell was called so
 * @param recall share of the cells of this class that were called so; empty where there are no such cells
 * @param f1 harmonic mean of the two; 0 where cells of this class exist but the class was never named or never rightly;
 *     empty where there are no such cells
 */
public record Measures(Optional<Estimate> precision, Optional<Estimate> recall, Optional<Estimate> f1) {}

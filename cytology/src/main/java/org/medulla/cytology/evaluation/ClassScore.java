package org.medulla.cytology.evaluation;

import java.util.Optional;

/**
 * How well one class was recognised.
 *
 * @param code the class
 * @param known whether the model can name it; a class that it cannot name has recall 0
 * @param support how many evaluated cells belong to it
 * @param predicted how many evaluated cells were called so
 * @param filled whether it has enough cells to count in the macro figures
 * @param strict only the same class is right
 * @param tolerant a neighbouring stage is right too, as the nomenclature tolerates it
 * @param rocAuc area under the receiver operating characteristic of this class against all others, by the class's
 *     probability; empty for a class that the model cannot name, and where all or none of the cells belong to it
 */
public record ClassScore(
        String code,
        boolean known,
        long support,
        long predicted,
        boolean filled,
        Measures strict,
        Measures tolerant,
        Optional<Estimate> rocAuc) {}

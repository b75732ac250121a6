package org.medulla.laboratory.counting;

import java.util.Optional;
import org.medulla.cytology.differential.CorrectedCount;
import org.medulla.cytology.differential.CorrectedShare;

/** A count with the confusions taken out that a model is known to make, or the reason why there is none. */
public sealed interface CountCorrection {
    /**
     * The corrected count.
     *
     * @param count raw and corrected shares of each class
     * @param validationCells how many cells the model's confusions were counted on
     * @param withoutShift a sentence why the prior shift was not made; empty where it was
     */
    record Made(CorrectedCount count, long validationCells, Optional<String> withoutShift) implements CountCorrection {}

    /**
     * No correction, because it would mislead.
     *
     * @param reason a sentence
     */
    record LeftOut(String reason) implements CountCorrection {}

    /** The shares of a class; none without a correction and for a class that the model does not know. */
    default Optional<CorrectedShare> of(String classCode) {
        return switch (this) {
            case Made made ->
                made.count().classes().stream()
                        .filter(one -> one.cellClass().code().equals(classCode))
                        .findFirst();
            case LeftOut none -> Optional.empty();
        };
    }
}

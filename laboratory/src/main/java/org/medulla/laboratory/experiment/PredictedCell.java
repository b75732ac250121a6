package org.medulla.laboratory.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medulla.archive.dataset.FrozenCell;

/**
 * A held-out cell with what a method said of it.
 *
 * @param digest the SHA-256 of its image in hexadecimal
 * @param file its file name at the source
 * @param source the name of the source
 * @param patient the patient's pseudonym, where known
 * @param smear the smear, where known
 * @param truth its class by the readers
 * @param probabilities one for each class that the method knows, in its order
 */
record PredictedCell(
        String digest,
        String file,
        String source,
        Optional<String> patient,
        Optional<String> smear,
        String truth,
        List<Float> probabilities) {
    PredictedCell {
        probabilities = List.copyOf(probabilities);
    }

    static PredictedCell of(FrozenCell cell, float[] probabilities) {
        return new PredictedCell(
                cell.digest().hex(),
                cell.fileName(),
                cell.source(),
                cell.patient(),
                cell.smear(),
                cell.classCode(),
                boxed(probabilities));
    }

    /** The same cell with other probabilities. */
    PredictedCell with(float[] other) {
        return new PredictedCell(digest, file, source, patient, smear, truth, boxed(other));
    }

    private static List<Float> boxed(float[] probabilities) {
        List<Float> copy = new ArrayList<>(probabilities.length);
        for (float probability : probabilities) {
            copy.add(probability);
        }
        return copy;
    }

    /** What the bootstrap draws together: the patient, or the smear where that is all that is known. */
    Optional<String> cluster() {
        return patient.or(() -> smear);
    }

    /** The place of the most probable class; of equal ones, the first. */
    int best() {
        int best = 0;
        for (int place = 1; place < probabilities.size(); place++) {
            best = probabilities.get(place) > probabilities.get(best) ? place : best;
        }
        return best;
    }
}

package org.medulla.vision.training;

import java.util.Map;
import org.medulla.cytology.job.MedullaException;

/**
 * A run at one step, with all that it takes to go on as if it had never stopped.
 *
 * @param fingerprint what the plan and the pictures were; a run goes on only with the same
 * @param step how many steps are done
 * @param steps how many there will be, fixed once at the start
 * @param parts into how many parts each batch is divided
 * @param bestStep at which step the kept weights were reached
 * @param best how they did on the validation part
 * @param cost what the run has taken
 * @param log what was measured
 * @param vectors the learning state and the best weights
 */
record Checkpoint(
        String fingerprint,
        long step,
        long steps,
        int parts,
        long bestStep,
        ValidationResult best,
        TrainingCost cost,
        TrainingLog log,
        Map<String, float[]> vectors) {
    Checkpoint {
        vectors = Map.copyOf(vectors);
    }

    /** A vector that has to be there. */
    static float[] vector(Map<String, float[]> vectors, String name) {
        float[] vector = vectors.get(name);
        if (vector == null) {
            throw MedullaException.data("The checkpoint lacks " + name + "; train again without resuming.");
        }
        return vector;
    }
}

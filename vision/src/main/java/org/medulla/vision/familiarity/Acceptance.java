package org.medulla.vision.familiarity;

import org.medulla.cytology.abstention.AcceptanceLimit;
import org.medulla.cytology.abstention.ConformalSets;
import org.medulla.cytology.abstention.OddnessScale;

/**
 * What the cells of the validation part tell about later ones.
 *
 * @param doubt the logarithms of the entropies of their probabilities
 * @param novelty the logarithms of the squared distances of their embeddings from the nearest class
 * @param scale what the sum of doubt and novelty means
 * @param limit how odd a cell may be for its answer to be accepted
 * @param sets which classes a cell may be
 */
public record Acceptance(Spread doubt, Spread novelty, OddnessScale scale, AcceptanceLimit limit, ConformalSets sets) {
    /**
     * How much a unit of novelty weighs beside one of doubt. Doubt tells right from wrong answers, novelty what was never seen
     * from what was; this weight gives up two hundredths of the one for most of the other (docs/benchmarks.md).
     */
    private static final double NOVELTY_WEIGHT = 0.5;

    /** Entropies below this are all the same certainty. */
    private static final double LEAST_ENTROPY = 1e-3;

    /** Doubt and novelty in one number; a cell less novel than the middle of the known ones gets no credit for it. */
    static double sum(Spread doubts, Spread novelties, double doubt, double novelty) {
        return doubts.above(doubt) + NOVELTY_WEIGHT * Math.max(0, novelties.above(novelty));
    }

    /** The logarithm of the entropy of probabilities, in nats. */
    static double doubt(float[] probabilities) {
        double entropy = 0;
        for (float probability : probabilities) {
            entropy -= probability > 0 ? probability * Math.log(probability) : 0;
        }
        return Math.log(LEAST_ENTROPY + Math.max(0, entropy));
    }

    /** Where a cell of that doubt and novelty lies on the scale. */
    double oddness(double ownDoubt, double ownNovelty) {
        return scale.at(sum(doubt, novelty, ownDoubt, ownNovelty));
    }
}

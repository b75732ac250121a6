package org.medulla.cytology.suspect;

import java.util.BitSet;
import java.util.function.IntToDoubleFunction;

/**
 * An order of cells from the most suspect on; the first three are those of Kuan J, Mueller J, ICML DataPerf workshop 2022, the last is that
 * of confident learning. Why {@link #ODDS} is the standard is told in the decision 0090.
 */
public enum SuspectRanking {
    /** The probability of all classes but the given one; where probabilities are calibrated, the chance that it is wrong. */
    SELF_CONFIDENCE,
    /** By how much the likeliest other class is above the given one, 0.5 where they are equal. */
    NORMALISED_MARGIN,
    /** Higher with the entropy of the probabilities over the probability of the given class. */
    CONFIDENCE_WEIGHTED_ENTROPY,
    /** The probability of the likeliest other class as a share of that and of the given one's. */
    ODDS,
    /** The margin, but all cells that pruning by noise rate takes out before all others. */
    NOISE_RATE;

    /** The one to use where nothing else is asked for. */
    public static SuspectRanking standard() {
        return ODDS;
    }

    /** The score of a cell, from 0 to 1. */
    IntToDoubleFunction score(GivenScores scores, ConfidentJoint joint) {
        return switch (this) {
            case SELF_CONFIDENCE -> cell -> Math.clamp(1 - scores.ofGiven(cell), 0, 1);
            case NORMALISED_MARGIN -> cell -> margin(scores, cell);
            case CONFIDENCE_WEIGHTED_ENTROPY -> cell -> weightedEntropy(scores, cell);
            case ODDS -> cell -> odds(scores, cell);
            case NOISE_RATE -> {
                BitSet pruned = joint.pruned();
                yield cell -> (margin(scores, cell) + (pruned.get(cell) ? 1 : 0)) / 2;
            }
        };
    }

    private static double margin(GivenScores scores, int cell) {
        double other = scores.probability(cell, scores.likeliestOther(cell));
        return Math.clamp((other - scores.ofGiven(cell) + 1) / 2, 0, 1);
    }

    private static double odds(GivenScores scores, int cell) {
        double other = scores.probability(cell, scores.likeliestOther(cell));
        return other == 0 ? 0 : other / (other + scores.ofGiven(cell));
    }

    /** 1 - log(1 + x) / x for the ratio x, which rises with it from 0 to 1. */
    private static double weightedEntropy(GivenScores scores, int cell) {
        double entropy = 0;
        int classes = scores.classes().size();
        for (int code = 0; code < classes; code++) {
            double probability = scores.probability(cell, code);
            entropy -= probability == 0 ? 0 : probability * Math.log(probability);
        }
        double ratio = entropy / Math.log(classes) / scores.ofGiven(cell);
        if (Double.isNaN(ratio) || ratio == Double.POSITIVE_INFINITY) {
            return 1;
        }
        return ratio == 0 ? 0 : Math.clamp(1 - Math.log1p(ratio) / ratio, 0, 1);
    }
}

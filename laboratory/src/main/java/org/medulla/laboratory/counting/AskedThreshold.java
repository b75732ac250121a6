package org.medulla.laboratory.counting;

import java.util.List;
import org.medulla.cytology.differential.BetaPosterior;
import org.medulla.cytology.differential.Differential;
import org.medulla.cytology.differential.ResampledShare;
import org.medulla.cytology.differential.ThresholdAnswer;
import org.medulla.cytology.differential.ThresholdQuestion;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * A question whether the true share of a class is at least a threshold.
 *
 * @param classCode the class, one that is counted
 * @param percent the threshold, above 0 and below 100
 */
public record AskedThreshold(String classCode, double percent) {
    public AskedThreshold {
        if (!(percent > 0 && percent < 100)) {
            throw MedullaException.user("A threshold is a percentage above 0 and below 100, not " + percent + ".");
        }
    }

    /**
     * The question, once it is known which nomenclature the count is made in.
     *
     * @throws MedullaException USER for a class that it does not list or count
     */
    public AskedThreshold in(Nomenclature nomenclature) {
        if (!nomenclature.of(classCode).counted()) {
            throw MedullaException.user("Cells of class " + classCode + " are not counted, so they have no share to ask"
                    + " about: ask about a counted class.");
        }
        return this;
    }

    /** What a count answers. */
    public ThresholdAnswer answer(Differential differential) {
        return ThresholdQuestion.of(percent / 100).answer(hits(differential), differential.counted());
    }

    /** The probability that the true share is the threshold or more. */
    public double probability(Differential differential) {
        return BetaPosterior.of(hits(differential), differential.counted()).probabilityAtLeast(percent / 100);
    }

    /**
     * What a corrected share says, as certainly as is asked of a count and not before its first look. How many more cells would
     * settle it is not said: no number of cells settles what the model confuses.
     *
     * @param counted the cells that were given a counted class
     */
    public Verdict verdict(ResampledShare share, long counted) {
        ThresholdQuestion question = ThresholdQuestion.of(percent / 100);
        double probability = probability(share);
        if (counted < question.firstLook()) {
            return Verdict.NOT_SETTLED;
        }
        return probability >= question.certainty()
                ? Verdict.AT_OR_ABOVE
                : probability < 1 - question.certainty() ? Verdict.BELOW : Verdict.NOT_SETTLED;
    }

    /** The probability that the true share is the threshold or more, as a correction has it. */
    public double probability(ResampledShare share) {
        return share.probabilityAtLeast(percent / 100);
    }

    private long hits(Differential differential) {
        return differential.cellsOf(List.of(classCode));
    }
}

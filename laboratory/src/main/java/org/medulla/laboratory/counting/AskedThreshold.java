package org.medulla.laboratory.counting;

import java.util.List;
import org.medulla.cytology.differential.BetaPosterior;
import org.medulla.cytology.differential.Differential;
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
        if (!Nomenclature.standard().of(classCode).counted()) {
            throw MedullaException.user("Cells of class " + classCode + " are not counted, so they have no share to ask"
                    + " about: ask about a counted class.");
        }
    }

    /** What a count answers. */
    public ThresholdAnswer answer(Differential differential) {
        return ThresholdQuestion.of(percent / 100).answer(hits(differential), differential.counted());
    }

    /** The probability that the true share is the threshold or more. */
    public double probability(Differential differential) {
        return BetaPosterior.of(hits(differential), differential.counted()).probabilityAtLeast(percent / 100);
    }

    private long hits(Differential differential) {
        return differential.cellsOf(List.of(classCode));
    }
}

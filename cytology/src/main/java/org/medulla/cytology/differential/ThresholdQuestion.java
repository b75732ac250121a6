package org.medulla.cytology.differential;

import org.medulla.cytology.job.MedullaException;

/**
 * The question whether a true share is at least a threshold, asked again and again while cells are counted: a stopping rule.
 *
 * <p>Look at the count after {@code firstLook} cells and then after every {@code step} more. Stop as soon as the {@link
 * BetaPosterior} gives the threshold or more a probability of {@code certainty} ("at or above"), or of less than 1 -
 * {@code certainty} ("below"); stop without an answer at {@code maximum} cells.
 *
 * <p>Looking often makes a wrong answer likelier than 1 - {@code certainty} suggests, so the usual rule asks for 99 % and
 * looks first at 200 cells, then every 100 up to 2,000. What it does for the 20 % question, exactly:
 *
 * <table>
 * <caption>Operating characteristics of the usual rule, threshold 20 %</caption>
 * <tr><th>true share</th><th>wrong answer</th><th>no answer</th><th>mean cells</th></tr>
 * <tr><td>15 %</td><td>0.00 %</td><td>0.0 %</td><td>417</td></tr>
 * <tr><td>18 %</td><td>0.18 %</td><td>39.5 %</td><td>1385</td></tr>
 * <tr><td>20 %</td><td>5.29 %</td><td>89.6 %</td><td>1871</td></tr>
 * <tr><td>22 %</td><td>0.27 %</td><td>41.1 %</td><td>1401</td></tr>
 * <tr><td>25 %</td><td>0.01 %</td><td>0.1 %</td><td>469</td></tr>
 * </table>
 *
 * <p>At a true share of exactly 20 % "below" is the wrong answer; "at or above" comes as often (5.1 %), and mostly none.
 * All this holds for cells that are named rightly.
 *
 * @param threshold the share that matters, between 0 and 1: 0.2
 * @param certainty the probability at which the question counts as settled, above 0.5 and below 1
 * @param firstLook cells before which no answer is given, at least 1
 * @param step cells between two looks, at least 1
 * @param maximum the greatest number of cells that anyone will count, at least {@code firstLook}
 */
public record ThresholdQuestion(double threshold, double certainty, long firstLook, long step, long maximum) {
    private static final double CERTAINTY = 0.99;
    private static final long FIRST_LOOK = 200;
    private static final long STEP = 100;
    private static final long MAXIMUM = 2000;

    public ThresholdQuestion {
        if (!(threshold > 0 && threshold < 1 && certainty > 0.5 && certainty < 1)) {
            throw MedullaException.user(
                    "A threshold lies between 0 and 1 and a certainty between 0.5 and 1, but got %s and %s; correct them."
                            .formatted(threshold, certainty));
        }
        if (firstLook < 1 || step < 1 || maximum < firstLook) {
            throw MedullaException.user(
                    "A threshold question needs a first look and a step of at least one cell and a maximum not below the first look, but got %d, %d and %d; correct them."
                            .formatted(firstLook, step, maximum));
        }
    }

    /** The question with the usual rule. */
    public static ThresholdQuestion of(double threshold) {
        return new ThresholdQuestion(threshold, CERTAINTY, FIRST_LOOK, STEP, MAXIMUM);
    }

    /** What a count answers. */
    public ThresholdAnswer answer(long hits, long cells) {
        double probability = BetaPosterior.of(hits, cells).probabilityAtLeast(threshold);
        if (cells >= firstLook && settles(probability)) {
            return probability >= certainty
                    ? new ThresholdAnswer.AtOrAbove(probability)
                    : new ThresholdAnswer.Below(probability);
        }
        if (cells == 0) {
            return new ThresholdAnswer.CountMore(probability, firstLook);
        }
        double share = (double) hits / cells;
        for (long look = lookAfter(cells); look <= maximum; look += step) {
            if (settles(BetaPosterior.expected(share, look).probabilityAtLeast(threshold))) {
                return new ThresholdAnswer.CountMore(probability, look - cells);
            }
        }
        return new ThresholdAnswer.TooNear(probability);
    }

    /** What the rule does in the long run for a true share (0 to 1), computed exactly from binomial probabilities. */
    public OperatingCharacteristics characteristics(double trueShare) {
        double below = 0;
        double atOrAbove = 0;
        double meanCells = 0;
        double[] reached = BinomialCounts.probabilities((int) firstLook, trueShare);
        double[] added = BinomialCounts.probabilities((int) step, trueShare);
        for (long look = firstLook; look <= maximum; look += step) {
            if (look > firstLook) {
                reached = BinomialCounts.sum(reached, added);
            }
            meanCells += (look == firstLook ? look : step) * BinomialCounts.total(reached);
            for (int hits = 0; hits < reached.length; hits++) {
                double probability = BetaPosterior.of(hits, look).probabilityAtLeast(threshold);
                if (settles(probability)) {
                    if (probability >= certainty) {
                        atOrAbove += reached[hits];
                    } else {
                        below += reached[hits];
                    }
                    reached[hits] = 0;
                }
            }
        }
        return new OperatingCharacteristics(below, atOrAbove, BinomialCounts.total(reached), meanCells);
    }

    private boolean settles(double probability) {
        return probability >= certainty || probability < 1 - certainty;
    }

    private long lookAfter(long cells) {
        return cells < firstLook ? firstLook : firstLook + ((cells - firstLook) / step + 1) * step;
    }
}

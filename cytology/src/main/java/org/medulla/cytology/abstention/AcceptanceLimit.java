package org.medulla.cytology.abstention;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How odd a cell may be for its answer to be accepted, as in the selective classification of Geifman Y and El-Yaniv R (NeurIPS 2017,
 * arXiv 1705.08500). The limit that looks best on some cells looks better there than it is; so it is chosen as if one more cell were
 * accepted and its answer wrong, as in conformal risk control (Angelopoulos AN et al., arXiv 2208.02814).
 *
 * @param highest the highest oddness that is accepted
 * @param wantedError the share of wrong answers among the accepted ones that was aimed at
 * @param share the share of the cells, on which the limit was found, that it accepts
 * @param error the share of wrong answers among those; it exceeds {@code wantedError} where no limit reaches it
 */
public record AcceptanceLimit(double highest, double wantedError, double share, double error) {
    /**
     * However seldom a model errs, a cell odder than this is a cell for a person: about three in a hundred of those that the model
     * knows, and nearly all of those that it has never seen the like of.
     */
    public static final double ODDEST = 0.97;

    /** No limit is found that leaves more than half of the known cells to a person. */
    private static final double LEAST_SHARE = 0.5;

    public AcceptanceLimit {
        if (!(highest > 0) || !(wantedError >= 0 && wantedError <= 1) || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "A limit of " + highest + " that accepts " + share + " for an error of " + wantedError);
        }
        if (!(error >= 0 && error <= 1)) {
            throw new IllegalArgumentException("An error is a share, not " + error);
        }
    }

    /**
     * The highest limit up to {@value #ODDEST} by which no more than the wanted share of the accepted answers is wrong, with one
     * more wrong answer than there are; where none
     * that accepts half of the cells reaches that, the one among them with the lowest error, the highest of equals.
     *
     * @param oddness of each cell, above 0
     * @param right whether the answer to each cell is right; at least one cell
     */
    public static AcceptanceLimit find(double[] oddness, boolean[] right, double wantedError) {
        if (oddness.length == 0 || oddness.length != right.length) {
            throw new IllegalArgumentException(oddness.length + " cells have " + right.length + " answers");
        }
        int[] rising = IntStream.range(0, oddness.length)
                .filter(cell -> oddness[cell] <= ODDEST)
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> oddness[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
        AcceptanceLimit found = new AcceptanceLimit(ODDEST, wantedError, 0, 1);
        double lowest = 1;
        int wrong = 0;
        for (int i = 0; i < rising.length; i++) {
            wrong += right[rising[i]] ? 0 : 1;
            boolean last = i + 1 == rising.length;
            double share = (i + 1.0) / oddness.length;
            double error = wrong / (i + 1.0);
            double cautious = (wrong + 1.0) / (i + 2.0);
            boolean lastOfEqual = last || oddness[rising[i + 1]] > oddness[rising[i]];
            boolean enough = last || share >= LEAST_SHARE;
            if (lastOfEqual && enough && cautious <= Math.max(wantedError, lowest)) {
                lowest = cautious;
                found = new AcceptanceLimit(last ? ODDEST : oddness[rising[i]], wantedError, share, error);
            }
        }
        return found;
    }

    /** Whether a cell is not too odd. */
    public boolean accepts(double oddness) {
        return oddness <= highest;
    }
}

package org.medulla.cytology.differential;

import org.medulla.cytology.job.MedullaException;

/**
 * What a count says about the true share: a Beta distribution.
 *
 * <p>With Jeffreys' prior Beta(1/2, 1/2) and {@code h} hits among {@code n} cells it is Beta(h + 1/2, n - h + 1/2); its
 * tail areas are close to the error rates of a test (L. D. Brown, T. T. Cai, A. DasGupta, Statistical Science
 * 2001;16:101-133). It knows the error of counting a finite number of cells only, not that of naming a cell wrongly.
 *
 * @param alpha hits plus the prior's half, positive
 * @param beta other cells plus the prior's half, positive
 */
public record BetaPosterior(double alpha, double beta) {
    private static final double PRIOR = 0.5;

    public BetaPosterior {
        if (!(alpha > 0 && beta > 0)) {
            throw MedullaException.data(
                    "A Beta distribution needs two positive numbers, but got %s and %s; check the counts."
                            .formatted(alpha, beta));
        }
    }

    /**
     * What {@code hits} of {@code cells} say.
     *
     * @throws MedullaException when a number is negative or there are more hits than cells
     */
    public static BetaPosterior of(long hits, long cells) {
        if (hits < 0 || hits > cells) {
            throw MedullaException.data("%d of %d cells is no count; check the counts.".formatted(hits, cells));
        }
        return new BetaPosterior(hits + PRIOR, cells - hits + PRIOR);
    }

    /** The same with fractional cells, for asking what would be known if more were counted. */
    static BetaPosterior expected(double share, long cells) {
        return new BetaPosterior(share * cells + PRIOR, (1 - share) * cells + PRIOR);
    }

    /** The probability that the true share is the threshold (0 to 1) or more. */
    public double probabilityAtLeast(double threshold) {
        return IncompleteBeta.regularised(beta, alpha, 1 - threshold);
    }

    /** The mean of the true share. */
    public double mean() {
        return alpha / (alpha + beta);
    }
}

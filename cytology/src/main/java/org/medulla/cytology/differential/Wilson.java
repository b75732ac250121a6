package org.medulla.cytology.differential;

import org.medulla.cytology.job.MedullaException;

/**
 * Wilson's score interval for a share: the true shares that a two-sided score test would not reject.
 *
 * <p>E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American Statistical
 * Association 1927;22:209-212. It stays within 0 and 1, and is sensible for no hits and for few cells, where the usual
 * value plus or minus two standard errors is not.
 */
public final class Wilson {
    /** The 97.5 % point of the normal distribution: two-sided 95 %. */
    static final double NORMAL_975 = 1.959963984540054;

    private Wilson() {}

    /**
     * The share of hits with its 95 % interval.
     *
     * @param hits cells of the kind in question, 0 to {@code cells}
     * @param cells all cells of the base, at least 1
     * @throws MedullaException when the numbers are out of these ranges
     */
    public static Share interval(long hits, long cells) {
        return interval((double) hits, (double) cells);
    }

    /** As above for numbers of cells that a correction has made fractional. */
    static Share interval(double hits, double cells) {
        if (!(cells > 0 && hits >= 0 && hits <= cells)) {
            throw MedullaException.data(
                    "A share needs at least one cell and no more hits than cells, but got %s of %s; check the counts."
                            .formatted(hits, cells));
        }
        double share = hits / cells;
        double square = NORMAL_975 * NORMAL_975;
        double centre = (share + square / (2 * cells)) / (1 + square / cells);
        double half = NORMAL_975
                / (1 + square / cells)
                * Math.sqrt(share * (1 - share) / cells + square / (4 * cells * cells));
        double low = hits == 0 ? 0 : Math.clamp(centre - half, 0, share);
        double high = hits == cells ? 1 : Math.clamp(centre + half, share, 1);
        return new Share(share, low, high);
    }
}

package org.medulla.cytology.evaluation;

/**
 * McNemar's test of two classifiers on the same cells. Only cells that one of them got right and the other wrong tell them
 * apart; if neither is better, each such cell falls to either side like a coin (McNemar Q, Psychometrika 1947;12:153-157). It
 * takes the cells as independent, so that where several are of one patient its p is too small.
 *
 * @param onlyFirst cells that only the first classifier got right
 * @param onlySecond cells that only the second got right
 */
public record McNemar(long onlyFirst, long onlySecond) {
    /** From so many discordant cells on the mid-p form is used: there the exact one is needlessly conservative. */
    public static final int MID_P_FROM = 25;

    public McNemar {
        if (onlyFirst < 0 || onlySecond < 0) {
            throw new IllegalArgumentException("Cells are not counted below 0: " + onlyFirst + ", " + onlySecond);
        }
    }

    /** Counts the discordant cells of two classifiers' answers to the same cells in the same order. */
    public static McNemar of(Scores first, Scores second) {
        PairedFigures.requireSameCells(first, second);
        long onlyFirst = 0;
        long onlySecond = 0;
        for (int cell = 0; cell < first.size(); cell++) {
            boolean firstRight = first.predicted(cell).equals(first.truth(cell));
            boolean secondRight = second.predicted(cell).equals(second.truth(cell));
            onlyFirst += firstRight && !secondRight ? 1 : 0;
            onlySecond += secondRight && !firstRight ? 1 : 0;
        }
        return new McNemar(onlyFirst, onlySecond);
    }

    /** Cells that tell the two apart. */
    public long discordant() {
        return onlyFirst + onlySecond;
    }

    /** Whether {@link #p()} is the mid-p rather than the exact form. */
    public boolean usesMidP() {
        return discordant() >= MID_P_FROM;
    }

    /** Two-sided p: exact below {@value #MID_P_FROM} discordant cells, mid-p from there on. */
    public double p() {
        return usesMidP() ? midP() : exactP();
    }

    /** Two-sided p of the exact binomial test; 1 where no cell tells the two apart. */
    public double exactP() {
        return Math.min(1, 2 * tail().cumulative());
    }

    /**
     * The exact p less the chance of just what was seen, which keeps the error rate nearest to what it should be (Fagerland MW,
     * Lydersen S, Laake P, BMC Med Res Methodol 2013;13:91); 1 where no cell tells the two apart.
     */
    public double midP() {
        if (discordant() == 0) {
            return 1;
        }
        Tail tail = tail();
        // Where both sides are equal the two tails overlap in the point that was seen.
        return onlyFirst == onlySecond ? 1 - tail.point() : Math.min(1, 2 * tail.cumulative() - tail.point());
    }

    /** The lower tail of a fair coin's binomial distribution up to the smaller count, and its last point. */
    private record Tail(double cumulative, double point) {}

    private Tail tail() {
        long tosses = discordant();
        long smaller = Math.min(onlyFirst, onlySecond);
        double logPoint = -tosses * Math.log(2);
        double sum = Math.exp(logPoint);
        for (long heads = 0; heads < smaller; heads++) {
            logPoint += Math.log((double) (tosses - heads) / (heads + 1));
            sum += Math.exp(logPoint);
        }
        return new Tail(sum, Math.exp(logPoint));
    }
}

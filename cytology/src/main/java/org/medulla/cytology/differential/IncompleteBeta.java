package org.medulla.cytology.differential;

/**
 * The regularised incomplete beta function I_x(a, b): the distribution function of Beta(a, b) at x.
 *
 * <p>The continued fraction of DLMF 8.17.22 is evaluated by Lentz's method (W. J. Lentz, Applied Optics 1976;15:668) as
 * modified by Thompson and Barnett (Journal of Computational Physics 1986;64:490), the logarithm of the gamma function by
 * Stirling's series (DLMF 5.11.1). Accurate to about 1e-10 for a + b up to a hundred thousand.
 */
final class IncompleteBeta {
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-15;
    private static final int MAX_TERMS = 100_000;
    private static final double STIRLING_FROM = 15;

    private IncompleteBeta() {}

    /** I_x(a, b) for positive a and b and x from 0 to 1. */
    static double regularised(double a, double b, double x) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        // The fraction converges fast below the mean only; above it the symmetry I_x(a, b) = 1 - I_(1-x)(b, a) helps.
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - belowTheMean(b, a, 1 - x);
        }
        return belowTheMean(a, b, x);
    }

    private static double belowTheMean(double a, double b, double x) {
        double logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
        return Math.clamp(Math.exp(logFront) / (a * fraction(a, b, x)), 0, 1);
    }

    /** The continued fraction 1 + d1/(1 + d2/(1 + ...)) by which the front factor is divided. */
    private static double fraction(double a, double b, double x) {
        double value = 1;
        double c = 1;
        double d = 0;
        for (int term = 1; term <= MAX_TERMS; term++) {
            int m = term / 2;
            double numerator = term % 2 == 0
                    ? m * (b - m) * x / ((a + 2.0 * m - 1) * (a + 2.0 * m))
                    : -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1));
            d = 1 / awayFromZero(1 + numerator * d);
            c = awayFromZero(1 + numerator / c);
            value *= c * d;
            if (Math.abs(c * d - 1) < PRECISION) {
                break;
            }
        }
        return value;
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** The logarithm of the gamma function for positive x. */
    static double logGamma(double x) {
        double product = 1;
        double shifted = x;
        while (shifted < STIRLING_FROM) {
            product *= shifted;
            shifted += 1;
        }
        double square = 1 / (shifted * shifted);
        double series = (1.0 / 12
                        - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188)))))
                / shifted;
        return (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
    }
}

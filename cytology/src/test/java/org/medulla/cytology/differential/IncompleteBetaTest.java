package org.medulla.cytology.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IncompleteBetaTest {
    /** P(Binomial(n + 1, t) <= h) in exact fractions, which is the upper tail of Beta(h + 1, n - h + 1) at t. */
    @Test
    void wholeNumbersGiveTheExactBinomialSums() {
        assertUpperTail(0, 10, 0.1, 0.31381059609);
        assertUpperTail(3, 10, 0.2, 0.8388608);
        assertUpperTail(19, 100, 0.2, 0.4405465128183853);
        assertUpperTail(110, 500, 0.2, 0.8743491113978938);
        assertUpperTail(25, 500, 0.05, 0.5488594508581466);
        assertUpperTail(5, 500, 0.05, 8.806868629516732e-07);
        assertUpperTail(60, 300, 0.1, 0.9999999192173767);
        assertUpperTail(999, 5000, 0.2, 0.49153826326195726);
    }

    @Property
    void withOneHitItIsAPower(
            @ForAll @DoubleRange(min = 0.1, max = 500) double b, @ForAll @DoubleRange(min = 0, max = 1) double x) {
        assertThat(IncompleteBeta.regularised(1, b, x)).isCloseTo(1 - Math.pow(1 - x, b), within(1e-12));
    }

    @Property
    void itIsItsOwnMirror(
            @ForAll @DoubleRange(min = 0.1, max = 2000) double a,
            @ForAll @DoubleRange(min = 0.1, max = 2000) double b,
            @ForAll @DoubleRange(min = 0, max = 1) double x) {
        assertThat(IncompleteBeta.regularised(a, b, x))
                .isCloseTo(1 - IncompleteBeta.regularised(b, a, 1 - x), within(1e-11));
    }

    @Property
    void oneMoreHitTakesAwayTheTermOfTheRecurrence(
            @ForAll @DoubleRange(min = 0.1, max = 500) double a,
            @ForAll @DoubleRange(min = 0.1, max = 500) double b,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double x) {
        double logTerm = a * Math.log(x)
                + b * Math.log1p(-x)
                + IncompleteBeta.logGamma(a + b)
                - IncompleteBeta.logGamma(a + 1)
                - IncompleteBeta.logGamma(b);
        assertThat(IncompleteBeta.regularised(a + 1, b, x))
                .isCloseTo(IncompleteBeta.regularised(a, b, x) - Math.exp(logTerm), within(1e-10));
    }

    @Property
    void theGammaFunctionIsTheFactorial(@ForAll @IntRange(min = 1, max = 150) int n) {
        BigInteger factorial = BigInteger.ONE;
        for (int i = 2; i <= n; i++) {
            factorial = factorial.multiply(BigInteger.valueOf(i));
        }
        assertThat(IncompleteBeta.logGamma(n + 1.0)).isCloseTo(Math.log(factorial.doubleValue()), within(1e-11));
    }

    @Test
    void theGammaFunctionOfAHalfIsTheRootOfPi() {
        assertThat(IncompleteBeta.logGamma(0.5)).isCloseTo(Math.log(Math.PI) / 2, within(1e-14));
    }

    private static void assertUpperTail(long hits, long cells, double threshold, double expected) {
        double tail = 1 - IncompleteBeta.regularised(hits + 1.0, cells - hits + 1.0, threshold);
        assertThat(tail).isCloseTo(expected, within(1e-11));
    }
}

package org.medulla.cytology.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DrawsTest {
    @Property(tries = 20)
    void gammaDrawsHaveTheirShapeAsMeanAndVariance(@ForAll @DoubleRange(min = 0.05, max = 50) double shape) {
        SplittableRandom random = new SplittableRandom(7);
        double[] draws = DoubleStream.generate(() -> Draws.gamma(shape, random))
                .limit(20_000)
                .toArray();
        double mean = Arrays.stream(draws).average().orElseThrow();
        double variance = Arrays.stream(draws)
                .map(draw -> (draw - mean) * (draw - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(shape, within(5 * Math.sqrt(shape / draws.length)));
        // The fourth central moment of a gamma distribution is 3 shape^2 + 6 shape.
        double errorOfVariance = Math.sqrt((2 * shape * shape + 6 * shape) / draws.length);
        assertThat(variance).isCloseTo(shape, within(5 * errorOfVariance));
    }

    @Test
    void dirichletDrawsAreSharesAroundTheirMean() {
        SplittableRandom random = new SplittableRandom(8);
        double[] parameters = {8, 1.5, 0.5};
        double[] mean = new double[3];
        for (int draw = 0; draw < 5000; draw++) {
            double[] shares = Draws.dirichlet(parameters, random);
            assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
            Arrays.setAll(mean, i -> mean[i] + shares[i] / 5000);
        }
        assertThat(mean).containsExactly(new double[] {0.8, 0.15, 0.05}, within(0.01));
    }

    @Test
    void multinomialDrawsHitByShareAndNeverAnImpossibleOutcome() {
        int[] counts = Draws.multinomial(100_000, new double[] {0.5, 0, 0.3, 0.2, 0}, new SplittableRandom(9));
        assertThat(counts[1]).isZero();
        assertThat(counts[4]).isZero();
        assertThat(counts[0]).isCloseTo(50_000, within(800));
        assertThat(counts[3]).isCloseTo(20_000, within(650));
    }

    @Test
    void drawingWithReplacementTakesAsManyAsThereAre() {
        int[] counts = Draws.withReplacement(500, new SplittableRandom(10));
        assertThat(Arrays.stream(counts).sum()).isEqualTo(500);
        assertThat(Arrays.stream(counts).filter(count -> count == 0).count()).isBetween(140L, 230L);
    }
}

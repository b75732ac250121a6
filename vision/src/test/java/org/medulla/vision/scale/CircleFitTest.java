package org.medulla.vision.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CircleFitTest {
    @Property
    void pointsOnAnArcGiveItsCircle(
            @ForAll @DoubleRange(min = -20, max = 120) double x,
            @ForAll @DoubleRange(min = -20, max = 120) double y,
            @ForAll @DoubleRange(min = 3, max = 40) double radius,
            @ForAll @DoubleRange(min = 1, max = 6.2) double arc) {
        CircleFit fit = new CircleFit(x + 3, y - 2);
        for (int i = 0; i <= 20; i++) {
            fit.add(x + radius * Math.cos(arc * i / 20), y + radius * Math.sin(arc * i / 20));
        }
        assertThat(fit.solve()).isTrue();
        assertThat(fit.x()).isCloseTo(x, within(1e-6));
        assertThat(fit.y()).isCloseTo(y, within(1e-6));
        assertThat(fit.radius()).isCloseTo(radius, within(1e-6));
    }

    @Test
    void pointsOnALineGiveNone() {
        CircleFit fit = new CircleFit(0, 0);
        for (int i = 0; i < 10; i++) {
            fit.add(i, 2 * i + 1);
        }
        assertThat(fit.solve()).isFalse();
    }
}

package org.medulla.vision.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    private final Schedule schedule = new Schedule(0.4, 3, 104);

    @Test
    void theRateRisesInAStraightLineAndThenFallsAlongACosineToAHundredth() {
        assertThat(schedule.rate(0)).isCloseTo(0.1, within(1e-12));
        assertThat(schedule.rate(1)).isCloseTo(0.2, within(1e-12));
        assertThat(schedule.rate(2)).isCloseTo(0.3, within(1e-12));
        assertThat(schedule.rate(3)).isCloseTo(0.4, within(1e-12));
        assertThat(schedule.rate(28)).isCloseTo(0.4 * (0.01 + 0.99 * (1 + Math.sqrt(0.5)) / 2), within(1e-12));
        assertThat(schedule.rate(53)).isCloseTo(0.4 * 0.505, within(1e-12));
        assertThat(schedule.rate(103)).isCloseTo(0.004, within(1e-12));
    }

    @Test
    void aWarmUpThatTakesAllStepsIsRefused() {
        assertThatThrownBy(() -> new Schedule(1, 5, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}

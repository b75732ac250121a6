package org.medulla.vision.training;

import java.time.Duration;

/**
 * What training took, interruptions left out.
 *
 * @param seconds by the clock
 * @param processorSeconds of all processors together, spent by the whole process; 0 where the system does not tell
 */
public record TrainingCost(double seconds, double processorSeconds) {
    /** Nothing yet. */
    public static final TrainingCost NONE = new TrainingCost(0, 0);

    private static final double CLOCK_START = System.nanoTime() / 1e9;

    public TrainingCost {
        if (!(seconds >= 0) || !(processorSeconds >= 0)) {
            throw new IllegalArgumentException("A cost is not below 0: " + seconds + ", " + processorSeconds);
        }
    }

    /** What this process has taken so far, from an arbitrary moment on: only differences mean something. */
    public static TrainingCost now() {
        Duration processor = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return new TrainingCost(System.nanoTime() / 1e9 - CLOCK_START, processor.toNanos() / 1e9);
    }

    /** This and what was taken since then. */
    public TrainingCost plusSince(TrainingCost then) {
        TrainingCost now = now();
        return new TrainingCost(
                seconds + Math.max(0, now.seconds - then.seconds),
                processorSeconds + Math.max(0, now.processorSeconds - then.processorSeconds));
    }
}

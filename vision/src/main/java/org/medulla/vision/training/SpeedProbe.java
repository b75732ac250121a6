package org.medulla.vision.training;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Measures how fast a learner is, on pictures of nothing, so that a run of so many minutes knows its number of steps. */
final class SpeedProbe {
    private static final int WARM_UP_STEPS = 4;
    private static final int MOST_STEPS = 24;
    private static final double MOST_SECONDS = 8;
    /** What preparing pictures, evaluating and writing checkpoints take beside the steps. */
    private static final double SPARE_SHARE = 0.08;

    private final TrainingPlan plan;
    private final ValidationPart split;

    SpeedProbe(TrainingPlan plan, ValidationPart split) {
        this.plan = plan;
        this.split = split;
    }

    /**
     * How many steps fit into so many seconds.
     *
     * @param learner of the plan's network; what it learns here is worth nothing
     */
    double steps(Learner learner, double seconds) {
        int count = Math.min(plan.recipe().batchSize(), split.learned().size());
        int size = plan.preprocessing().size();
        ByteBuffer images = EngineMemory.allocate(Batch.bytes(count, size));
        Batch batch = new Batch(size, images, new int[count]);
        long begun = System.nanoTime();
        double[] times = new double[MOST_STEPS];
        int measured = 0;
        for (int step = 0; measured < MOST_STEPS; step++) {
            long before = System.nanoTime();
            learner.step(batch, 0, step);
            if (step >= WARM_UP_STEPS) {
                times[measured++] = (System.nanoTime() - before) / 1e9;
            }
            boolean late = (System.nanoTime() - begun) / 1e9 > Math.min(MOST_SECONDS, seconds / 10);
            if (late && measured > 0) {
                break;
            }
        }
        double mean = Arrays.stream(times, 0, measured)
                .sorted()
                .limit(Math.ceilDiv(measured * 3, 4))
                .average()
                .orElseThrow();
        double left = seconds - (System.nanoTime() - begun) / 1e9;
        return Math.max(1, left * (1 - SPARE_SHARE) / mean);
    }
}

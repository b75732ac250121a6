package org.medulla.vision.training;

/**
 * The learning rate of each step: a straight rise, then half a cosine down to a hundredth (Loshchilov I, Hutter F, ICLR 2017,
 * arXiv 1608.03983). It counts steps, not time, so that load on the machine does not shorten it.
 *
 * @param peak the highest rate
 * @param warmUpSteps how many steps the rise takes
 * @param steps all steps, the rise included
 */
record Schedule(double peak, long warmUpSteps, long steps) {
    private static final double FLOOR_SHARE = 0.01;

    Schedule {
        if (warmUpSteps < 0 || warmUpSteps >= steps) {
            throw new IllegalArgumentException("A warm-up of " + warmUpSteps + " steps does not fit into " + steps);
        }
    }

    /** The rate of a step, counted from 0. */
    double rate(long step) {
        if (step < warmUpSteps) {
            return peak * (step + 1) / (warmUpSteps + 1);
        }
        double done = Math.min(1, (double) (step - warmUpSteps) / Math.max(1, steps - 1 - warmUpSteps));
        return peak * (FLOOR_SHARE + (1 - FLOOR_SHARE) * (1 + Math.cos(Math.PI * done)) / 2);
    }
}

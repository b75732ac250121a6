package org.medulla.vision.phantom;

import java.util.SplittableRandom;

/** Chance with a seed: the same seed gives the same throws, and seeds made of two numbers are unrelated. */
final class Dice {
    private final SplittableRandom random;

    /** Dice for one thing (a patient, a cell) of one plan. */
    Dice(long seed, long thing) {
        random = new SplittableRandom(mix(seed * 0x9e3779b97f4a7c15L + mix(thing + 0x632be59bd9b4e019L)));
    }

    /** Stafford's mix 13, so that neighbouring seeds do not give neighbouring streams. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A number from low to high, all equally likely. */
    double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A bell-shaped number, never further than 2.5 deviations from the mean. */
    double normal(double mean, double deviation) {
        return mean + deviation * Math.clamp(random.nextGaussian(), -2.5, 2.5);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from low to high, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** An index, as likely as its weight. */
    int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    double angle() {
        return uniform(0, 2 * Math.PI);
    }
}

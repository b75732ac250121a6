package org.medulla.vision.training;

import java.util.SplittableRandom;

/** Random numbers that depend on what they are for, never on which thread asks first. */
final class Randomness {
    /** What the numbers are for. */
    enum Purpose {
        ORDER(1),
        CLASS_ORDER(2),
        AUGMENTATION(3),
        INITIALISATION(4),
        DROPOUT(5),
        VALIDATION(6),
        TRIAL(7),
        FAMILIARITY(8);

        private final long key;

        Purpose(long key) {
            this.key = key;
        }
    }

    private Randomness() {}

    /** A generator for one purpose and one item of it. */
    static SplittableRandom of(long seed, Purpose purpose, long item) {
        return new SplittableRandom(seed(seed, purpose, item));
    }

    /** A seed for one purpose and one item of it. */
    static long seed(long seed, Purpose purpose, long item) {
        return mix(mix(mix(seed) + purpose.key) + item);
    }

    /** The finaliser of SplitMix64 (Steele GL, Lea D, Flood CH, OOPSLA 2014). */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}

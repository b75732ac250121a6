package org.medulla.cytology.dataset;

import java.util.Collections;
import java.util.List;

/**
 * The generator behind {@code numpy.random.RandomState}: the Mersenne Twister MT19937 (Matsumoto and Nishimura 1998) with numpy's
 * seeding by an integer and numpy's way of drawing from a range, bit by bit. Not safe for use by many threads.
 */
public final class NumpyRandom {
    private static final int LENGTH = 624;
    private static final int MIDDLE = 397;

    private final int[] state = new int[LENGTH];
    private int position = LENGTH;

    /** Seeds the generator as {@code RandomState(seed)} does; 0 to 4,294,967,295. */
    public NumpyRandom(long seed) {
        if (seed < 0 || seed > 0xffff_ffffL) {
            throw new IllegalArgumentException("A seed lies between 0 and 4294967295, not at " + seed);
        }
        int word = (int) seed;
        for (int i = 0; i < LENGTH; i++) {
            state[i] = word;
            word = 1812433253 * (word ^ (word >>> 30)) + i + 1;
        }
    }

    /** The next 32 bits. */
    int nextInt() {
        if (position == LENGTH) {
            refill();
        }
        int y = state[position++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void refill() {
        for (int i = 0; i < LENGTH; i++) {
            int y = (state[i] & 0x8000_0000) | (state[(i + 1) % LENGTH] & 0x7fff_ffff);
            state[i] = state[(i + MIDDLE) % LENGTH] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        position = 0;
    }

    /** A whole number from 0 to {@code greatest}, both included: draws are masked and those too great thrown away. */
    public int upTo(int greatest) {
        if (greatest == 0) {
            return 0;
        }
        int mask = -1 >>> Integer.numberOfLeadingZeros(greatest);
        int drawn;
        do {
            drawn = nextInt() & mask;
        } while (drawn > greatest);
        return drawn;
    }

    /** Puts a list into random order as {@code RandomState.shuffle} does. */
    public void shuffle(List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, upTo(i));
        }
    }
}

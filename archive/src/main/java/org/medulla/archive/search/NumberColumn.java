package org.medulla.archive.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.DoublePredicate;

/** A number for each cell, or none. */
final class NumberColumn {
    private final float[] values;

    NumberColumn(int cells) {
        this.values = new float[cells];
        Arrays.fill(values, Float.NaN);
    }

    void set(int cell, float value) {
        values[cell] = value;
    }

    BitSet matching(DoublePredicate wanted) {
        BitSet cells = new BitSet(values.length);
        for (int cell = 0; cell < values.length; cell++) {
            if (!Float.isNaN(values[cell]) && wanted.test(values[cell])) {
                cells.set(cell);
            }
        }
        return cells;
    }

    /** The cells with rising numbers, then those without; equal ones by their own number. */
    int[] order() {
        long[] keys = new long[values.length];
        for (int cell = 0; cell < values.length; cell++) {
            // Floats that are not negative are ordered as their bits are.
            long bits = Float.isNaN(values[cell]) ? Integer.MAX_VALUE : Float.floatToIntBits(Math.max(0, values[cell]));
            keys[cell] = bits << 32 | cell;
        }
        Arrays.parallelSort(keys);
        int[] order = new int[keys.length];
        for (int place = 0; place < order.length; place++) {
            order[place] = (int) keys[place];
        }
        return order;
    }
}

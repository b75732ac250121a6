package org.medulla.vision.preprocessing;

/**
 * One of the eight flips and quarter turns of a square picture, all of which show the same cell.
 *
 * @param mirrored whether left and right are exchanged first
 * @param quarterTurns clockwise, 0 to 3
 */
record View(boolean mirrored, int quarterTurns) {
    /** The view of that number, 0 to 7; 0 is the picture as it is. */
    static View of(int number) {
        if (number < 0 || number >= Preprocessing.ALL_VIEWS) {
            throw new IllegalArgumentException("A view is 0 to 7, not " + number);
        }
        return new View(number % 2 == 1, number / 2);
    }

    /** The view of [3, size, size]; the picture itself stays as it is. */
    float[] apply(float[] values, int size) {
        if (!mirrored && quarterTurns == 0) {
            return values;
        }
        float[] result = new float[values.length];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int source = source(x, y, size);
                int target = y * size + x;
                for (int channel = 0; channel < 3; channel++) {
                    result[channel * size * size + target] = values[channel * size * size + source];
                }
            }
        }
        return result;
    }

    private int source(int x, int y, int size) {
        int last = size - 1;
        int turnedX = x;
        int turnedY = y;
        for (int turn = 0; turn < quarterTurns; turn++) {
            int previous = turnedX;
            turnedX = turnedY;
            turnedY = last - previous;
        }
        return turnedY * size + (mirrored ? last - turnedX : turnedX);
    }
}

package org.medulla.vision.preprocessing;

import java.nio.FloatBuffer;

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
        float[] result = new float[values.length];
        put(values, size, FloatBuffer.wrap(result));
        return result;
    }

    /** Puts the view of [3, size, size] into a buffer. */
    void put(float[] values, int size, FloatBuffer target) {
        if (!mirrored && quarterTurns == 0) {
            target.put(values);
            return;
        }
        // Each step to the right or down moves by the same stretch through the picture.
        int origin = source(0, 0, size);
        int right = source(1, 0, size) - origin;
        int down = source(0, 1, size) - origin;
        for (int channel = 0; channel < 3; channel++) {
            int plane = channel * size * size;
            for (int y = 0; y < size; y++) {
                int at = plane + origin + y * down;
                for (int x = 0; x < size; x++) {
                    target.put(values[at + x * right]);
                }
            }
        }
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

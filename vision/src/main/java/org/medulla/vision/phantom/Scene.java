package org.medulla.vision.phantom;

/** The smear under the objective: optical densities in red, green and blue, and what each pixel belongs to. */
final class Scene {
    /** Pixels across and down, as the published cells have. */
    static final int SIDE = 250;

    static final byte BACKGROUND = 0;
    static final byte CYTOPLASM = 1;
    static final byte NUCLEUS = 2;
    static final byte SURROUNDINGS = 3;

    final float[] red = new float[SIDE * SIDE];
    final float[] green = new float[SIDE * SIDE];
    final float[] blue = new float[SIDE * SIDE];
    final byte[] mask = new byte[SIDE * SIDE];

    /** Adds an amount of a dye at a pixel. */
    void add(int pixel, float[] dye, float amount) {
        red[pixel] += amount * dye[0];
        green[pixel] += amount * dye[1];
        blue[pixel] += amount * dye[2];
    }

    /** Pushes away a share of what lies at a pixel. */
    void clear(int pixel, float share) {
        float rest = 1 - share;
        red[pixel] *= rest;
        green[pixel] *= rest;
        blue[pixel] *= rest;
    }
}

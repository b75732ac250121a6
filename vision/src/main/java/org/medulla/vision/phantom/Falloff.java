package org.medulla.vision.phantom;

/** The exponential decay e^-t from a table: drawing asks for it a million times a picture and sees no third decimal. */
final class Falloff {
    private static final int STEPS_PER_UNIT = 128;
    private static final int END = 9;
    private static final float[] TABLE = table();

    private Falloff() {}

    /** e^-t for t of 0 and more; 1 below, 0 far above. */
    static float of(double t) {
        if (t <= 0) {
            return 1;
        }
        return t >= END ? 0 : TABLE[(int) (t * STEPS_PER_UNIT)];
    }

    private static float[] table() {
        float[] table = new float[END * STEPS_PER_UNIT];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) StrictMath.exp(-(i + 0.5) / STEPS_PER_UNIT);
        }
        return table;
    }
}

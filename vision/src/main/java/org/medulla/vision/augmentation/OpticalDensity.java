package org.medulla.vision.augmentation;

/** Tables between brightness (0 to 255) and optical density, -log10((brightness + 1) / 256). */
final class OpticalDensity {
    private static final int STEPS_PER_LEVEL = 4;
    private static final int STEPS_PER_UNIT = 1024;
    private static final double LOWEST = -1;
    private static final double HIGHEST = 4;
    private static final float[] DENSITY = new float[256 * STEPS_PER_LEVEL];
    private static final float[] BRIGHTNESS = new float[(int) ((HIGHEST - LOWEST) * STEPS_PER_UNIT) + 1];

    static {
        for (int i = 0; i < DENSITY.length; i++) {
            DENSITY[i] = (float) -Math.log10(((double) i / STEPS_PER_LEVEL + 1) / 256);
        }
        for (int i = 0; i < BRIGHTNESS.length; i++) {
            double density = LOWEST + (double) i / STEPS_PER_UNIT;
            BRIGHTNESS[i] = (float) Math.clamp(256 * Math.pow(10, -density) - 1, 0, 255);
        }
    }

    private OpticalDensity() {}

    /** The density of a brightness from 0 to 255, to a quarter of a level. */
    static float density(float brightness) {
        return DENSITY[Math.min((int) (brightness * STEPS_PER_LEVEL + 0.5f), DENSITY.length - 1)];
    }

    /** The brightness of a density, cut to 0 to 255. */
    static float brightness(float density) {
        int place = (int) ((density - (float) LOWEST) * STEPS_PER_UNIT + 0.5f);
        return BRIGHTNESS[Math.clamp(place, 0, BRIGHTNESS.length - 1)];
    }
}

package org.medulla.vision.augmentation;

/** Sets the middle of one picture into the surroundings of another. */
final class Transplantation {
    /** Over what share of half the field one picture passes into the other. */
    private static final double EDGE = 0.15;

    private Transplantation() {}

    /**
     * Replaces in {@code values} what lies outside a disc around the middle; both pictures are [size, size, 3].
     *
     * @param radius of the disc, as a share of half the side, up to the middle of its soft edge
     */
    static void join(float[] values, float[] surroundings, int size, double radius) {
        double half = size / 2.0;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double distance = Math.hypot(x + 0.5 - half, y + 0.5 - half) / half;
                float foreign = (float) Math.clamp((distance - radius) / EDGE + 0.5, 0, 1);
                int at = 3 * (y * size + x);
                for (int i = at; foreign > 0 && i < at + 3; i++) {
                    values[i] += foreign * (surroundings[i] - values[i]);
                }
            }
        }
    }
}

package org.medulla.vision.phantom;

import java.util.Arrays;

/** Gaussian blur of a square picture; pixels at the edge are repeated outwards. */
final class Blur {
    private Blur() {}

    /**
     * Blurs in place.
     *
     * @param scratch as large as the picture
     * @param sigma deviation in pixels
     */
    static void gaussian(float[] picture, float[] scratch, int side, double sigma) {
        int radius = (int) Math.ceil(2.6 * sigma);
        float[] weights = new float[radius + 1];
        double sum = 0;
        for (int k = -radius; k <= radius; k++) {
            sum += StrictMath.exp(-0.5 * k * k / (sigma * sigma));
        }
        for (int k = 0; k <= radius; k++) {
            weights[k] = (float) (StrictMath.exp(-0.5 * k * k / (sigma * sigma)) / sum);
        }
        float[] line = new float[side + 2 * radius];
        for (int y = 0; y < side; y++) {
            int from = y * side;
            Arrays.fill(line, 0, radius, picture[from]);
            System.arraycopy(picture, from, line, radius, side);
            Arrays.fill(line, radius + side, line.length, picture[from + side - 1]);
            for (int x = 0; x < side; x++) {
                scratch[from + x] = weights[0] * line[x + radius];
            }
            for (int k = 1; k <= radius; k++) {
                float weight = weights[k];
                for (int x = 0; x < side; x++) {
                    scratch[from + x] += weight * (line[x + radius - k] + line[x + radius + k]);
                }
            }
        }
        for (int y = 0; y < side; y++) {
            int to = y * side;
            for (int x = 0; x < side; x++) {
                picture[to + x] = weights[0] * scratch[to + x];
            }
            for (int k = 1; k <= radius; k++) {
                float weight = weights[k];
                int above = Math.max(0, y - k) * side;
                int below = Math.min(side - 1, y + k) * side;
                for (int x = 0; x < side; x++) {
                    picture[to + x] += weight * (scratch[above + x] + scratch[below + x]);
                }
            }
        }
    }
}

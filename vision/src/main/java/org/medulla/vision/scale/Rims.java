package org.medulla.vision.scale;

import java.util.Arrays;

/**
 * Places where something pale begins: the field gets darker there, though not as dark as a nucleus. Each has a position to a
 * part of a grid step and the unit direction that points into the darker side.
 */
final class Rims {
    /** The least step of density over one grid step: what noise does not reach. */
    private static final float LEAST_STEP = 0.009f;

    /** Beyond this density lies a nucleus or a stained cytoplasm, not a red cell. */
    static final float DARK = 0.36f;

    private static final int SIDE = DensityField.SIDE;

    final int count;
    final float[] x;
    final float[] y;
    final float[] towardsX;
    final float[] towardsY;

    private Rims(int count, float[] x, float[] y, float[] towardsX, float[] towardsY) {
        this.count = count;
        this.x = Arrays.copyOf(x, count);
        this.y = Arrays.copyOf(y, count);
        this.towardsX = Arrays.copyOf(towardsX, count);
        this.towardsY = Arrays.copyOf(towardsY, count);
    }

    static Rims of(DensityField field) {
        float[] d = field.density;
        float[] slopeX = new float[d.length];
        float[] slopeY = new float[d.length];
        float[] steepness = new float[d.length];
        for (int row = 1; row < SIDE - 1; row++) {
            for (int column = 1; column < SIDE - 1; column++) {
                int i = row * SIDE + column;
                float gx = (2 * (d[i + 1] - d[i - 1])
                                + d[i + 1 - SIDE]
                                - d[i - 1 - SIDE]
                                + d[i + 1 + SIDE]
                                - d[i - 1 + SIDE])
                        / 8;
                float gy = (2 * (d[i + SIDE] - d[i - SIDE])
                                + d[i + SIDE - 1]
                                - d[i - SIDE - 1]
                                + d[i + SIDE + 1]
                                - d[i - SIDE + 1])
                        / 8;
                slopeX[i] = gx;
                slopeY[i] = gy;
                steepness[i] = (float) Math.sqrt(gx * gx + gy * gy);
            }
        }
        float[][] found = new float[4][SIDE * SIDE];
        int count = 0;
        for (int row = 2; row < SIDE - 2; row++) {
            for (int column = 2; column < SIDE - 2; column++) {
                int i = row * SIDE + column;
                float here = steepness[i];
                if (here < LEAST_STEP) {
                    continue;
                }
                float nx = slopeX[i] / here;
                float ny = slopeY[i] / here;
                float before = between(steepness, column - nx, row - ny);
                float after = between(steepness, column + nx, row + ny);
                if (here < before || here <= after || field.at(column + 2 * nx, row + 2 * ny) > DARK) {
                    continue;
                }
                // The summit of the parabola through three values.
                float summit = (after - before) / (2 * (2 * here - before - after));
                found[0][count] = column + summit * nx;
                found[1][count] = row + summit * ny;
                found[2][count] = nx;
                found[3][count] = ny;
                count++;
            }
        }
        return new Rims(count, found[0], found[1], found[2], found[3]);
    }

    private static float between(float[] values, float x, float y) {
        int column = (int) x;
        int row = (int) y;
        float right = x - column;
        float down = y - row;
        int i = row * SIDE + column;
        return (1 - down) * ((1 - right) * values[i] + right * values[i + 1])
                + down * ((1 - right) * values[i + SIDE] + right * values[i + SIDE + 1]);
    }
}

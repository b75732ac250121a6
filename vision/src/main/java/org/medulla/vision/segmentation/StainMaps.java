package org.medulla.vision.segmentation;

import org.medulla.vision.image.RgbImage;

/**
 * The two maps that a cell is found by, at the size that segmentation works at: how much nuclear stain lies at a pixel, and how
 * much stain of any kind that red cells lack.
 *
 * <p>Chromatin takes up azure and eosin and absorbs green most; haemoglobin absorbs blue more than green,
 * so the excess of green over blue leaves red cells out.
 */
final class StainMaps {
    private static final float RED_IN_NUCLEUS = 0.4f;
    private static final float RED_IN_STAIN = 0.3f;

    final int width;
    final int height;
    final float[] nuclear;
    final float[] stain;

    StainMaps(RgbImage image) {
        width = image.width();
        height = image.height();
        float[][] densities = FieldDensity.of(image);
        int pixels = width * height;
        float[] chromatin = new float[pixels];
        float[] excess = new float[pixels];
        for (int i = 0; i < pixels; i++) {
            float red = densities[0][i];
            float green = densities[1][i];
            float blue = densities[2][i];
            chromatin[i] = green + RED_IN_NUCLEUS * red;
            excess[i] = green - blue + RED_IN_STAIN * red;
        }
        nuclear = smooth(smooth(chromatin, width, height), width, height);
        stain = smooth(smooth(excess, width, height), width, height);
    }

    /** A binomial blur of 3 x 3 pixels; the edge repeats. */
    private static float[] smooth(float[] map, int width, int height) {
        float[] across = new float[map.length];
        for (int y = 0; y < height; y++) {
            int row = y * width;
            for (int x = 0; x < width; x++) {
                float left = map[row + Math.max(0, x - 1)];
                float right = map[row + Math.min(width - 1, x + 1)];
                across[row + x] = (left + 2 * map[row + x] + right) / 4;
            }
        }
        float[] result = new float[map.length];
        for (int y = 0; y < height; y++) {
            int above = Math.max(0, y - 1) * width;
            int below = Math.min(height - 1, y + 1) * width;
            for (int x = 0; x < width; x++) {
                result[y * width + x] = (across[above + x] + 2 * across[y * width + x] + across[below + x]) / 4;
            }
        }
        return result;
    }
}

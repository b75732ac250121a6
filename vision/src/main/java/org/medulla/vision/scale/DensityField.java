package org.medulla.vision.scale;

import org.medulla.vision.image.RgbImage;

/**
 * The centred square of a picture on a grid of 96 x 96, as how much darker than the empty field each place is: the mean over
 * red, green and blue of the optical density, -log10 of the share of light that passes. Since every picture is brought to the
 * same grid, all that is measured on it is a share of the frame.
 */
final class DensityField {
    /** Places on each side. A red cell of 75 pixels in a frame of 250 is 29 places wide. */
    static final int SIDE = 96;

    /** The share of the places that are taken to be darker than the empty field. */
    private static final double EMPTY = 0.95;

    private static final float[] LOG = new float[257];

    static {
        for (int i = 0; i < LOG.length; i++) {
            LOG[i] = (float) Math.log10(i + 1.0);
        }
    }

    /** The mean over the channels, smoothed, row by row. */
    final float[] density;

    /** The densities of red, green and blue, as they are. */
    final float[][] channels;

    private DensityField(float[] density, float[][] channels) {
        this.density = density;
        this.channels = channels;
    }

    static DensityField of(RgbImage image) {
        int side = Math.min(image.width(), image.height());
        RgbImage square = image.width() == image.height()
                ? image
                : image.crop((image.width() - side) / 2, (image.height() - side) / 2, side, side);
        RgbImage small = square.resize(SIDE, SIDE);
        float[] density = new float[SIDE * SIDE];
        float[][] channels = new float[RgbImage.CHANNELS][SIDE * SIDE];
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
            int[] counts = new int[256];
            for (int i = 0; i < density.length; i++) {
                counts[small.value(i * RgbImage.CHANNELS + channel)]++;
            }
            float empty = LOG[quantile(counts, (int) (EMPTY * density.length))];
            for (int i = 0; i < density.length; i++) {
                float value = empty - LOG[small.value(i * RgbImage.CHANNELS + channel)];
                channels[channel][i] = value;
                density[i] += value / RgbImage.CHANNELS;
            }
        }
        return new DensityField(smoothed(density), channels);
    }

    private static int quantile(int[] counts, int rank) {
        int below = 0;
        for (int value = 0; value < counts.length; value++) {
            below += counts[value];
            if (below > rank) {
                return value;
            }
        }
        return counts.length - 1;
    }

    /** Binomial smoothing (1 2 1) along both axes; the rim repeats itself. */
    private static float[] smoothed(float[] field) {
        float[] across = new float[field.length];
        for (int y = 0; y < SIDE; y++) {
            int row = y * SIDE;
            across[row] = (3 * field[row] + field[row + 1]) / 4;
            for (int x = 1; x < SIDE - 1; x++) {
                across[row + x] = (field[row + x - 1] + 2 * field[row + x] + field[row + x + 1]) / 4;
            }
            across[row + SIDE - 1] = (3 * field[row + SIDE - 1] + field[row + SIDE - 2]) / 4;
        }
        float[] result = new float[field.length];
        for (int y = 0; y < SIDE; y++) {
            int above = Math.max(0, y - 1) * SIDE;
            int below = Math.min(SIDE - 1, y + 1) * SIDE;
            for (int x = 0; x < SIDE; x++) {
                result[y * SIDE + x] = (across[above + x] + 2 * across[y * SIDE + x] + across[below + x]) / 4;
            }
        }
        return result;
    }

    /** The density at a place between grid points, the nearest one taken; beyond the frame that of the rim. */
    float at(float x, float y) {
        int column = Math.clamp((int) (x + 0.5f), 0, SIDE - 1);
        int row = Math.clamp((int) (y + 0.5f), 0, SIDE - 1);
        return density[row * SIDE + column];
    }
}

package org.medulla.vision.stain;

import java.util.List;
import org.medulla.vision.image.RgbImage;

/**
 * The optical densities of a picture against its own empty field: log10 of (empty + 1) / (value + 1), for red, green and blue.
 */
final class Densities {
    /** From this mean density on a pixel counts as stained. */
    static final float STAINED = 0.12f;

    /** Fewer stained pixels than this tell nothing of a stain. */
    static final int FEWEST = 50;

    private static final double EMPTY = 0.95;
    private static final float[] LOG = new float[256];

    // The share of light that passes a density, in steps of 1/2048: finer than a grey level.
    private static final double LOWEST = -1;
    private static final double HIGHEST = 4;
    private static final int STEPS_PER_UNIT = 2048;
    private static final float[] PASSED = new float[(int) ((HIGHEST - LOWEST) * STEPS_PER_UNIT) + 1];

    static {
        for (int i = 0; i < PASSED.length; i++) {
            PASSED[i] = (float) Math.pow(10, -(LOWEST + (double) i / STEPS_PER_UNIT));
        }
        for (int i = 0; i < LOG.length; i++) {
            LOG[i] = (float) Math.log10(i + 1.0);
        }
    }

    private final RgbImage image;
    private final float[][] tables = new float[RgbImage.CHANNELS][256];
    private final int[] empty = new int[RgbImage.CHANNELS];

    Densities(RgbImage image) {
        this.image = image;
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
            int[] counts = new int[256];
            for (int i = channel; i < pixels() * RgbImage.CHANNELS; i += RgbImage.CHANNELS) {
                counts[image.value(i)]++;
            }
            int value = 0;
            for (int below = counts[0]; below <= (int) (EMPTY * (pixels() - 1)); below += counts[value]) {
                value++;
            }
            empty[channel] = value;
            for (int i = 0; i < 256; i++) {
                tables[channel][i] = LOG[value] - LOG[i];
            }
        }
    }

    int pixels() {
        return image.width() * image.height();
    }

    float of(int pixel, int channel) {
        return tables[channel][image.value(pixel * RgbImage.CHANNELS + channel)];
    }

    float mean(int pixel) {
        return (of(pixel, 0) + of(pixel, 1) + of(pixel, 2)) / 3;
    }

    /** The value, 0 to 255, of a density in front of this picture's empty field. */
    byte value(int channel, double density) {
        int place = Math.clamp((int) ((density - LOWEST) * STEPS_PER_UNIT + 0.5), 0, PASSED.length - 1);
        return (byte) (int) Math.clamp((empty[channel] + 1) * PASSED[place] - 0.5, 0, 255);
    }

    /** The densities of all stained pixels of pictures: three in a row for each. */
    static float[] stained(List<RgbImage> images) {
        int count = 0;
        List<Densities> all = images.stream().map(Densities::new).toList();
        for (Densities one : all) {
            for (int i = 0; i < one.pixels(); i++) {
                count += one.mean(i) >= STAINED ? 1 : 0;
            }
        }
        float[] stained = new float[3 * count];
        int at = 0;
        for (Densities one : all) {
            for (int i = 0; i < one.pixels(); i++) {
                if (one.mean(i) >= STAINED) {
                    stained[at++] = one.of(i, 0);
                    stained[at++] = one.of(i, 1);
                    stained[at++] = one.of(i, 2);
                }
            }
        }
        return stained;
    }
}

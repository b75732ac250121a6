package org.medulla.vision.segmentation;

import java.util.Arrays;
import org.medulla.vision.image.RgbImage;

/**
 * Optical densities beside an empty field: -log10 of the light that passes, as a share of the light where nothing lies. The
 * colour of the empty field is the median of the brightest twentieth of the picture; what is brighter has the density 0.
 */
public final class FieldDensity {
    private static final double BRIGHTEST = 0.05;
    private static final int BRIGHTEST_SUM = 3 * 255;

    private FieldDensity() {}

    /** The densities of red, green and blue, each row by row from the top left; from 0 to 2.4. */
    public static float[][] of(RgbImage image) {
        float[][] tables = tables(image);
        int pixels = image.width() * image.height();
        float[][] densities = new float[RgbImage.CHANNELS][pixels];
        for (int i = 0; i < pixels; i++) {
            densities[0][i] = tables[0][image.value(3 * i)];
            densities[1][i] = tables[1][image.value(3 * i + 1)];
            densities[2][i] = tables[2][image.value(3 * i + 2)];
        }
        return densities;
    }

    /** For each channel the optical density of each brightness. */
    private static float[][] tables(RgbImage image) {
        int pixels = image.width() * image.height();
        int[] sums = new int[BRIGHTEST_SUM + 1];
        for (int i = 0; i < pixels; i++) {
            sums[image.value(3 * i) + image.value(3 * i + 1) + image.value(3 * i + 2)]++;
        }
        int bright = BRIGHTEST_SUM;
        for (int left = (int) (BRIGHTEST * pixels); left > sums[bright]; bright--) {
            left -= sums[bright];
        }
        int[][] counts = new int[3][256];
        for (int i = 0; i < pixels; i++) {
            if (image.value(3 * i) + image.value(3 * i + 1) + image.value(3 * i + 2) >= bright) {
                for (int channel = 0; channel < 3; channel++) {
                    counts[channel][image.value(3 * i + channel)]++;
                }
            }
        }
        float[][] tables = new float[3][256];
        for (int channel = 0; channel < 3; channel++) {
            int half = Arrays.stream(counts[channel]).sum() / 2;
            int white = 0;
            for (int seen = counts[channel][0]; seen < half; seen += counts[channel][white]) {
                white++;
            }
            for (int value = 0; value < 256; value++) {
                tables[channel][value] = (float) Math.max(0, -Math.log10((value + 1.0) / (white + 1.0)));
            }
        }
        return tables;
    }
}

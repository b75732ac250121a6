package org.medulla.vision.feature;

import java.util.Arrays;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.segmentation.CellMask;
import org.medulla.vision.segmentation.FieldDensity;

/** A cell ready to be measured: its optical densities and the pixels of its regions, none of which is empty. */
final class MeasuredCell {
    /** Pixels along the longer side. */
    static final int SIDE = 250;

    private static final int LEAST_PIXELS = 60;
    private static final double STAND_IN = 0.08;

    final int width;
    final int height;
    final double micronsPerPixel;
    final CellMask mask;
    final float[] red;
    final float[] green;
    final float[] blue;

    /** Pixels of the nucleus; of a small disc in the middle where no nucleus was found. */
    final int[] nucleus;

    /** Pixels of the cytoplasm; of the cell's rim where there is next to none. */
    final int[] cytoplasm;

    /** Pixels of nucleus and cytoplasm. */
    final int[] cell;

    MeasuredCell(RgbImage image, CellMask mask, double micronsPerPixel) {
        this.width = image.width();
        this.height = image.height();
        this.mask = mask;
        this.micronsPerPixel = micronsPerPixel;
        float[][] densities = FieldDensity.of(image);
        red = densities[0];
        green = densities[1];
        blue = densities[2];
        int[] disc = disc();
        nucleus = mask.nucleusArea() >= LEAST_PIXELS ? pixels(CellMask.NUCLEUS, CellMask.NUCLEUS) : disc;
        int[] found = pixels(CellMask.CYTOPLASM, CellMask.NUCLEUS);
        cell = found.length >= LEAST_PIXELS ? found : disc;
        int[] around = pixels(CellMask.CYTOPLASM, CellMask.CYTOPLASM);
        cytoplasm = around.length >= LEAST_PIXELS ? around : rim();
    }

    private int[] pixels(int least, int most) {
        int[] result = new int[width * height];
        int count = 0;
        for (int i = 0; i < result.length; i++) {
            int label = mask.at(i);
            if (label >= least && label <= most) {
                result[count++] = i;
            }
        }
        return Arrays.copyOf(result, count);
    }

    private int[] disc() {
        double radius = Math.max(1, STAND_IN * SIDE);
        int[] result = new int[width * height];
        int count = 0;
        for (int i = 0; i < result.length; i++) {
            double across = i % width - (width - 1) / 2.0;
            double down = Math.floorDiv(i, width) - (height - 1) / 2.0;
            if (across * across + down * down <= radius * radius) {
                result[count++] = i;
            }
        }
        return Arrays.copyOf(result, count);
    }

    /** The pixels of the cell that touch a pixel outside it, or lie on the frame's edge. */
    private int[] rim() {
        boolean[] member = new boolean[width * height];
        for (int i : cell) {
            member[i] = true;
        }
        int[] result = new int[cell.length];
        int count = 0;
        for (int i : cell) {
            int x = i % width;
            int y = Math.floorDiv(i, width);
            if (x < 1
                    || y < 1
                    || x >= width - 1
                    || y >= height - 1
                    || !member[i - 1]
                    || !member[i + 1]
                    || !member[i - width]
                    || !member[i + width]) {
                result[count++] = i;
            }
        }
        return Arrays.copyOf(result, count);
    }
}

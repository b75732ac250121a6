package org.medulla.vision.segmentation;

import org.medulla.vision.image.RgbImage;

/** The central cell of a cell image on an empty field, so that nothing around it can give its class away. */
public final class Cutout {
    /** The grey of an empty field. */
    static final int EMPTY = 235;

    /** Over what share of the longer side the cell's surroundings fade out. */
    private static final double RIM_SHARE = 0.02;

    /** How steeply what is kept falls off across the rim; more keeps more. */
    private static final float STEEPNESS = 3;

    /** Below this share of the image there is no cell to cut out. */
    private static final double SMALLEST_CELL = 0.01;

    private Cutout() {}

    /** The image with its surroundings emptied; as it is, where no cell is found in its middle. */
    public static RgbImage of(RgbImage image) {
        CellMask mask = CellSegmenter.segment(image);
        int width = image.width();
        int height = image.height();
        if (mask.cellArea() < SMALLEST_CELL * width * height) {
            return image;
        }
        float[] kept = new float[width * height];
        for (int pixel = 0; pixel < kept.length; pixel++) {
            kept[pixel] = mask.at(pixel) == CellMask.BACKGROUND ? 0 : 1;
        }
        int radius = Math.max(1, (int) Math.round(RIM_SHARE * Math.max(width, height)));
        kept = meanOfRows(meanOfRows(kept, width, height, radius), height, width, radius);
        byte[] rgb = image.toBytes();
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / RgbImage.CHANNELS;
            float share = mask.at(pixel) == CellMask.BACKGROUND ? Math.min(1, STEEPNESS * kept[pixel]) : 1;
            rgb[i] = (byte) Math.round(EMPTY + share * (image.value(i) - EMPTY));
        }
        return RgbImage.of(width, height, rgb);
    }

    /** The mean over {@code 2 * radius + 1} neighbours in each row, turned over: [height, width] in, [width, height] out. */
    private static float[] meanOfRows(float[] values, int width, int height, int radius) {
        float[] means = new float[values.length];
        for (int y = 0; y < height; y++) {
            float sum = 0;
            for (int x = -radius; x < width; x++) {
                sum += x + radius < width ? values[y * width + x + radius] : 0;
                sum -= x - radius - 1 >= 0 ? values[y * width + x - radius - 1] : 0;
                if (x >= 0) {
                    means[x * height + y] = sum / (2 * radius + 1);
                }
            }
        }
        return means;
    }
}

package org.medulla.vision.deidentification;

import java.util.Arrays;
import org.medulla.vision.image.RgbImage;

/**
 * Which pixels lie on a stroke: a thin line that stands out from what lies on both sides of it.
 *
 * <p>The contrast of a pixel is the largest of 24: along four directions, in three colours, brighter or darker, the smaller of the
 * differences from the two sides, each side being the most different of the next {@value #REACH} pixels. Pens, printers and
 * programs draw lines so thin in full contrast; a microscope's optics blur what it shows, so that a thin line is a pale one.
 */
final class StrokeMap {
    /** Strokes of up to 5 pixels are seen: bold letters of 24 pixels have such. */
    static final int REACH = 3;

    private static final int[][] DIRECTIONS = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};

    final int width;
    final int height;
    private final RgbImage image;

    /** For each pixel the contrast, 0 to 255. */
    private final byte[] contrasts;

    /** For each pixel in which colour and in which sense the contrast was found: 0 to 5, three darker and three brighter. */
    private final byte[] senses;

    StrokeMap(RgbImage image) {
        this.image = image;
        this.width = image.width();
        this.height = image.height();
        this.contrasts = new byte[width * height];
        this.senses = new byte[width * height];
        byte[] rgb = image.toBytes();
        int[] one = new int[6];
        int[] other = new int[6];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int best = 0;
                int sense = 0;
                for (int[] direction : DIRECTIONS) {
                    side(rgb, x, y, -direction[0], -direction[1], one);
                    side(rgb, x, y, direction[0], direction[1], other);
                    for (int i = 0; i < one.length; i++) {
                        int contrast = Math.min(one[i], other[i]);
                        if (contrast > best) {
                            best = contrast;
                            sense = i;
                        }
                    }
                }
                contrasts[y * width + x] = (byte) best;
                senses[y * width + x] = (byte) sense;
            }
        }
    }

    /** The contrast of the pixel {@code y * width + x}. */
    int contrast(int pixel) {
        return contrasts[pixel] & 0xff;
    }

    /** The colour and sense of the contrast of a pixel. */
    int sense(int pixel) {
        return senses[pixel];
    }

    int value(int pixel, int channel) {
        return image.value(pixel * RgbImage.CHANNELS + channel);
    }

    /** How much darker (0 to 2) and brighter (3 to 5) a pixel is than the next ones on one side, at most. */
    private void side(byte[] rgb, int x, int y, int stepX, int stepY, int[] most) {
        int at = (y * width + x) * RgbImage.CHANNELS;
        Arrays.fill(most, 0);
        for (int step = 1; step <= REACH; step++) {
            int toX = x + step * stepX;
            int toY = y + step * stepY;
            if (toX < 0 || toY < 0 || toX >= width || toY >= height) {
                return;
            }
            int to = (toY * width + toX) * RgbImage.CHANNELS;
            for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                int darker = (rgb[to + channel] & 0xff) - (rgb[at + channel] & 0xff);
                most[channel] = Math.max(most[channel], darker);
                most[channel + 3] = Math.max(most[channel + 3], -darker);
            }
        }
    }
}

package org.medulla.vision.image;

import java.util.Arrays;

/**
 * Resizing of interleaved RGB bytes, one axis after the other. A new pixel is the weighted mean of old ones: a box as wide as
 * the new pixel when shrinking (exact area averaging), the two nearest centres when enlarging.
 */
final class Resampling {
    private Resampling() {}

    /** For each new position the first old one and the weights from there on, which sum to 1. */
    private static final class Axis {
        final int[] first;
        final float[][] weights;

        Axis(int[] first, float[][] weights) {
            this.first = first;
            this.weights = weights;
        }

        static Axis of(int from, int to) {
            int[] first = new int[to];
            float[][] weights = new float[to][];
            double scale = (double) from / to;
            for (int i = 0; i < to; i++) {
                double low = scale >= 1 ? i * scale : Math.clamp((i + 0.5) * scale - 0.5, 0, from - 1.0);
                double high = scale >= 1 ? Math.min((i + 1) * scale, from) : low;
                first[i] = (int) low;
                if (scale >= 1) {
                    int last = Math.clamp((int) Math.ceil(high - 1e-9), first[i] + 1, from);
                    weights[i] = new float[last - first[i]];
                    for (int k = 0; k < weights[i].length; k++) {
                        double left = Math.max(low, first[i] + k);
                        double right = Math.min(high, first[i] + k + 1);
                        weights[i][k] = (float) (Math.max(0, right - left) / (high - low));
                    }
                } else {
                    float share = (float) (low - first[i]);
                    weights[i] = first[i] + 1 < from ? new float[] {1 - share, share} : new float[] {1};
                }
            }
            return new Axis(first, weights);
        }
    }

    static byte[] resize(byte[] rgb, int width, int height, int newWidth, int newHeight) {
        if (newWidth < 1 || newHeight < 1) {
            throw new IllegalArgumentException("An image has at least one pixel, not " + newWidth + " x " + newHeight);
        }
        Axis across = Axis.of(width, newWidth);
        Axis down = Axis.of(height, newHeight);
        int rowLength = newWidth * RgbImage.CHANNELS;
        float[] narrowed = new float[height * rowLength];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < newWidth; x++) {
                float red = 0;
                float green = 0;
                float blue = 0;
                int from = (y * width + across.first[x]) * RgbImage.CHANNELS;
                for (float weight : across.weights[x]) {
                    red += weight * (rgb[from] & 0xff);
                    green += weight * (rgb[from + 1] & 0xff);
                    blue += weight * (rgb[from + 2] & 0xff);
                    from += RgbImage.CHANNELS;
                }
                int to = y * rowLength + x * RgbImage.CHANNELS;
                narrowed[to] = red;
                narrowed[to + 1] = green;
                narrowed[to + 2] = blue;
            }
        }
        byte[] result = new byte[newHeight * rowLength];
        float[] sum = new float[rowLength];
        for (int y = 0; y < newHeight; y++) {
            Arrays.fill(sum, 0.5f);
            int from = down.first[y] * rowLength;
            for (float weight : down.weights[y]) {
                for (int i = 0; i < rowLength; i++) {
                    sum[i] += weight * narrowed[from + i];
                }
                from += rowLength;
            }
            for (int i = 0; i < rowLength; i++) {
                result[y * rowLength + i] = (byte) Math.min(255, (int) sum[i]);
            }
        }
        return result;
    }
}

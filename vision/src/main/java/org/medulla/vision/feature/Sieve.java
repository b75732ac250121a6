package org.medulla.vision.feature;

/**
 * Granulometry of a map within the box around a cell: what openings by growing squares take away is made of dark grains, what
 * closings add is made of pale gaps (Matheron G, Random Sets and Integral Geometry, 1975).
 */
final class Sieve {
    private final int left;
    private final int top;
    private final int boxWidth;
    private final int boxHeight;
    private final int width;

    /** A sieve for the box that holds some pixels, with a margin. */
    Sieve(int[] pixels, int width, int height, int margin) {
        int minX = width;
        int maxX = 0;
        int minY = height;
        int maxY = 0;
        for (int i : pixels) {
            minX = Math.min(minX, i % width);
            maxX = Math.max(maxX, i % width);
            minY = Math.min(minY, Math.floorDiv(i, width));
            maxY = Math.max(maxY, Math.floorDiv(i, width));
        }
        left = Math.max(0, minX - margin);
        top = Math.max(0, minY - margin);
        boxWidth = Math.min(width, maxX + margin + 1) - left;
        boxHeight = Math.min(height, maxY + margin + 1) - top;
        this.width = width;
    }

    /** The part of a map in the box, smoothed by a binomial 3 x 3 so that the camera's noise is no grain. */
    float[] box(float[] map) {
        float[] box = new float[boxWidth * boxHeight];
        for (int y = 0; y < boxHeight; y++) {
            System.arraycopy(map, (top + y) * width + left, box, y * boxWidth, boxWidth);
        }
        return smooth(smooth(box, true), false);
    }

    private float[] smooth(float[] box, boolean across) {
        float[] result = new float[box.length];
        int step = across ? 1 : boxWidth;
        for (int y = 0; y < boxHeight; y++) {
            for (int x = 0; x < boxWidth; x++) {
                int i = y * boxWidth + x;
                int place = across ? x : y;
                float before = place > 0 ? box[i - step] : box[i];
                float after = place < (across ? boxWidth : boxHeight) - 1 ? box[i + step] : box[i];
                result[i] = (before + after) / 4 + box[i] / 2;
            }
        }
        return result;
    }

    /** How much an opening by a square of a radius takes away: dark grains that the square does not fit in. */
    float[] grains(float[] box, int radius) {
        float[] opened = extreme(extreme(box, radius, -1), radius, 1);
        for (int i = 0; i < box.length; i++) {
            opened[i] = box[i] - opened[i];
        }
        return opened;
    }

    /** How much a closing by a square of a radius adds: pale gaps that the square does not fit in. */
    float[] gaps(float[] box, int radius) {
        float[] closed = extreme(extreme(box, radius, 1), radius, -1);
        for (int i = 0; i < box.length; i++) {
            closed[i] -= box[i];
        }
        return closed;
    }

    /** The mean of a boxed map over pixels of the frame, all of which lie in the box. */
    double mean(float[] boxed, int[] pixels) {
        double sum = 0;
        for (int i : pixels) {
            sum += boxed[place(i)];
        }
        return sum / pixels.length;
    }

    /** The share of pixels at which a boxed map is above a level. */
    double share(float[] boxed, int[] pixels, double level) {
        int count = 0;
        for (int i : pixels) {
            count += boxed[place(i)] > level ? 1 : 0;
        }
        return (double) count / pixels.length;
    }

    private int place(int pixel) {
        return (Math.floorDiv(pixel, width) - top) * boxWidth + pixel % width - left;
    }

    /** The largest (sign 1) or least (sign -1) value within a square: across, then down, a shift at a time. */
    private float[] extreme(float[] box, int radius, int sign) {
        float[] across = box.clone();
        for (int shift = 1; shift <= radius; shift++) {
            for (int y = 0; y < boxHeight; y++) {
                int row = y * boxWidth;
                int count = boxWidth - shift;
                merge(box, row + shift, across, row, count, sign);
                merge(box, row, across, row + shift, count, sign);
            }
        }
        float[] result = across.clone();
        for (int shift = 1; shift <= Math.min(radius, boxHeight - 1); shift++) {
            int count = (boxHeight - shift) * boxWidth;
            merge(across, shift * boxWidth, result, 0, count, sign);
            merge(across, 0, result, shift * boxWidth, count, sign);
        }
        return result;
    }

    /** Plain loops over neighbours in memory, which the compiler turns into vector instructions. */
    private static void merge(float[] from, int fromStart, float[] to, int toStart, int count, int sign) {
        if (sign > 0) {
            for (int k = 0; k < count; k++) {
                to[toStart + k] = Math.max(to[toStart + k], from[fromStart + k]);
            }
        } else {
            for (int k = 0; k < count; k++) {
                to[toStart + k] = Math.min(to[toStart + k], from[fromStart + k]);
            }
        }
    }
}

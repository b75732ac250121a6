package org.medulla.vision.deidentification;

import java.util.ArrayList;
import java.util.List;

/**
 * A colour that many strokes of a picture share.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
record Ink(int red, int green, int blue) {
    private static final int BINS = 16;
    private static final int BIN = 256 / BINS;
    private static final int MOST = 4;
    private static final int FEWEST_PIXELS = 12;

    /** The commonest colours among the pixels of a contrast and more, each apart from the others by a distance. */
    static List<Ink> commonest(StrokeMap map, int contrast, int apart) {
        List<Ink> inks = new ArrayList<>();
        boolean[] taken = new boolean[map.width * map.height];
        while (inks.size() < MOST) {
            int[] counts = new int[BINS * BINS * BINS];
            for (int i = 0; i < taken.length; i++) {
                if (!taken[i] && map.contrast(i) >= contrast) {
                    counts[bin(map, i)]++;
                }
            }
            int best = 0;
            for (int bin = 0; bin < counts.length; bin++) {
                best = counts[bin] > counts[best] ? bin : best;
            }
            if (counts[best] < FEWEST_PIXELS) {
                return inks;
            }
            long[] sums = new long[3];
            for (int i = 0; i < taken.length; i++) {
                if (!taken[i] && map.contrast(i) >= contrast && bin(map, i) == best) {
                    for (int channel = 0; channel < 3; channel++) {
                        sums[channel] += map.value(i, channel);
                    }
                }
            }
            int count = counts[best];
            Ink ink = new Ink((int) (sums[0] / count), (int) (sums[1] / count), (int) (sums[2] / count));
            inks.add(ink);
            for (int i = 0; i < taken.length; i++) {
                taken[i] |= map.contrast(i) >= contrast && ink.distance(map, i) <= apart;
            }
        }
        return inks;
    }

    /** How far a pixel's colour is from the ink, in the colour where it is farthest. */
    int distance(StrokeMap map, int pixel) {
        return Math.max(
                Math.abs(map.value(pixel, 0) - red),
                Math.max(Math.abs(map.value(pixel, 1) - green), Math.abs(map.value(pixel, 2) - blue)));
    }

    private static int bin(StrokeMap map, int pixel) {
        return (map.value(pixel, 0) / BIN * BINS + map.value(pixel, 1) / BIN) * BINS + map.value(pixel, 2) / BIN;
    }
}

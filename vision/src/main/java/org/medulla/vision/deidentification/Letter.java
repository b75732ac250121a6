package org.medulla.vision.deidentification;

import java.util.ArrayList;
import java.util.List;

/**
 * A connected piece of ink, with its smallest box.
 *
 * @param left the first column
 * @param top the first row
 * @param right the last column
 * @param bottom the last row
 * @param pixels how many pixels it has
 * @param contrast their mean contrast
 * @param unevenness the mean distance of their colours from the ink
 */
record Letter(int left, int top, int right, int bottom, int pixels, double contrast, double unevenness) {

    int width() {
        return right - left + 1;
    }

    int height() {
        return bottom - top + 1;
    }

    /** All pieces of an ink: pixels of a contrast and more whose colour is within a tolerance, joined over corners too. */
    static List<Letter> of(StrokeMap map, Ink ink, int contrast, int tolerance) {
        int width = map.width;
        boolean[] open = new boolean[width * map.height];
        for (int i = 0; i < open.length; i++) {
            open[i] = map.contrast(i) >= contrast && ink.distance(map, i) <= tolerance;
        }
        int[] queue = new int[open.length];
        List<Letter> letters = new ArrayList<>();
        for (int start = 0; start < open.length; start++) {
            if (open[start]) {
                letters.add(spread(map, ink, open, queue, start));
            }
        }
        return letters;
    }

    private static Letter spread(StrokeMap map, Ink ink, boolean[] open, int[] queue, int start) {
        int width = map.width;
        int left = width;
        int right = 0;
        int bottom = 0;
        long contrasts = 0;
        long distances = 0;
        int count = 1;
        queue[0] = start;
        open[start] = false;
        for (int next = 0; next < count; next++) {
            int i = queue[next];
            int x = i % width;
            int y = i / width;
            left = Math.min(left, x);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
            contrasts += map.contrast(i);
            distances += ink.distance(map, i);
            for (int toY = Math.max(0, y - 1); toY <= Math.min(map.height - 1, y + 1); toY++) {
                for (int toX = Math.max(0, x - 1); toX <= Math.min(width - 1, x + 1); toX++) {
                    int to = toY * width + toX;
                    if (open[to]) {
                        open[to] = false;
                        queue[count++] = to;
                    }
                }
            }
        }
        return new Letter(
                left, start / width, right, bottom, count, (double) contrasts / count, (double) distances / count);
    }
}

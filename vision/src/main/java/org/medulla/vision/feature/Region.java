package org.medulla.vision.feature;

import java.util.Arrays;

/**
 * The geometry of a set of pixels.
 *
 * @param area in pixels
 * @param x middle, across
 * @param y middle, down
 * @param longAxis the longer axis of the ellipse with the same second moments, in pixels
 * @param shortAxis the shorter axis of it
 * @param perimeter of the outline, in pixels, from the counts of its straight and slanting corners
 * @param hull area of the convex hull, in pixels
 * @param onFrame pixels on the edge of the frame, as a share of the outline
 * @param radialDeviation deviation of the outline's distance from the middle, as a share of its mean
 */
record Region(
        double area,
        double x,
        double y,
        double longAxis,
        double shortAxis,
        double perimeter,
        double hull,
        double onFrame,
        double radialDeviation) {

    /** Measures pixels, {@code y * width + x} each, in rising order. */
    static Region of(int[] pixels, int width, int height) {
        double sumX = 0;
        double sumY = 0;
        boolean[] member = new boolean[width * height];
        for (int i : pixels) {
            sumX += i % width;
            sumY += Math.floorDiv(i, width);
            member[i] = true;
        }
        double area = pixels.length;
        double x = sumX / area;
        double y = sumY / area;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        double distances = 0;
        double squares = 0;
        int edge = 0;
        int frame = 0;
        for (int i : pixels) {
            double dx = i % width - x;
            double dy = Math.floorDiv(i, width) - y;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
            int column = i % width;
            int row = Math.floorDiv(i, width);
            boolean atFrame = column == 0 || row == 0 || column == width - 1 || row == height - 1;
            if (atFrame || !member[i - 1] || !member[i + 1] || !member[i - width] || !member[i + width]) {
                double away = Math.sqrt(dx * dx + dy * dy);
                distances += away;
                squares += away * away;
                edge++;
                frame += atFrame ? 1 : 0;
            }
        }
        double spread = Math.sqrt(square((xx - yy) / area) + 4 * square(xy / area));
        double mean = distances / edge;
        return new Region(
                area,
                x,
                y,
                4 * Math.sqrt(((xx + yy) / area + spread) / 2 + 1.0 / 12),
                4 * Math.sqrt(Math.max(0, ((xx + yy) / area - spread) / 2) + 1.0 / 12),
                perimeter(member, width, height),
                hull(pixels, width, height),
                (double) frame / edge,
                Math.sqrt(Math.max(0, squares / edge - mean * mean)) / Math.max(1, mean));
    }

    /** Roundness 4 pi A / P^2: near 1 for a disc, less for every notch. */
    double roundness() {
        return 4 * Math.PI * area / (perimeter * perimeter);
    }

    /** Solidity: the share of the convex hull that is filled. */
    double solidity() {
        return area / hull;
    }

    /** Eccentricity of the ellipse with the same second moments, 0 for a disc. */
    double eccentricity() {
        return Math.sqrt(1 - square(shortAxis / longAxis));
    }

    /** The diameter of a disc of the same area, in pixels. */
    double diameter() {
        return 2 * Math.sqrt(area / Math.PI);
    }

    /** The outline through the middles of pixel edges: a 2 x 2 window with one or three members adds a slanting half. */
    private static double perimeter(boolean[] member, int width, int height) {
        double straight = 0;
        double slanting = 0;
        for (int y = -1; y < height; y++) {
            for (int x = -1; x < width; x++) {
                boolean a = in(member, width, height, x, y);
                boolean b = in(member, width, height, x + 1, y);
                boolean c = in(member, width, height, x, y + 1);
                boolean d = in(member, width, height, x + 1, y + 1);
                int count = (a ? 1 : 0) + (b ? 1 : 0) + (c ? 1 : 0) + (d ? 1 : 0);
                if (count == 1 || count == 3) {
                    slanting += 1;
                } else if (count == 2) {
                    if (a == d) {
                        slanting += 2;
                    } else {
                        straight += 1;
                    }
                }
            }
        }
        // A straight step counts pi / 8 (1 + sqrt 2), a slanting one sqrt 2 times that and a corner half of it, which
        // makes
        // lengths right on average over directions (Kulpa Z, Computer Graphics and Image Processing 1977;6:434-451).
        return Math.max(1, 0.948 * straight + 0.67 * slanting);
    }

    private static boolean in(boolean[] member, int width, int height, int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && member[y * width + x];
    }

    /** The area of the hull of the pixels' corners (monotone chain, Andrew 1979). */
    private static double hull(int[] pixels, int width, int height) {
        int[] left = new int[height];
        int[] right = new int[height];
        Arrays.fill(left, Integer.MAX_VALUE);
        Arrays.fill(right, -1);
        for (int i : pixels) {
            int row = Math.floorDiv(i, width);
            left[row] = Math.min(left[row], i % width);
            right[row] = Math.max(right[row], i % width + 1);
        }
        return chain(left, 1) + chain(right, -1);
    }

    /** Twice-signed area between the axis and one side of the hull: the lefts count down, the rights up. */
    private static double chain(int[] ends, int side) {
        int[] xs = new int[2 * ends.length];
        int[] ys = new int[2 * ends.length];
        int size = 0;
        for (int row = 0; row < ends.length; row++) {
            if (ends[row] == Integer.MAX_VALUE || ends[row] < 0) {
                continue;
            }
            for (int y = row; y <= row + 1; y++) {
                while (size >= 2
                        && side
                                        * ((long) (xs[size - 1] - xs[size - 2]) * (y - ys[size - 2])
                                                - (long) (ends[row] - xs[size - 2]) * (ys[size - 1] - ys[size - 2]))
                                >= 0) {
                    size--;
                }
                xs[size] = ends[row];
                ys[size++] = y;
            }
        }
        double area = 0;
        for (int k = 1; k < size; k++) {
            area += (xs[k] + xs[k - 1]) / 2.0 * (ys[k] - ys[k - 1]);
        }
        return -side * area;
    }

    private static double square(double value) {
        return value * value;
    }
}

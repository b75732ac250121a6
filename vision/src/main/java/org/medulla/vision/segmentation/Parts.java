package org.medulla.vision.segmentation;

import java.util.Arrays;

/**
 * A set of pixels parted at its necks: a flood over the depths, deepest first, in which two basins stay apart when the neck
 * between them is clearly narrower than the lesser of them.
 */
final class Parts {
    /** A neck this share of the lesser basin's depth, or more, joins the two. */
    private static final float JOINING_NECK = 0.75f;

    private static final float SHALLOW = 2;

    final int count;

    /** The part of each pixel from 0, or -1 outside the set. */
    final int[] labels;

    /** Pixels of each part. */
    final int[] areas;

    /** The depth of each part's deepest pixel: the radius of the disc that fits in. */
    final float[] radii;

    /** Middle of each part, across and down. */
    final double[][] centres;

    private Parts(int[] labels, int width, float[] depth, int count) {
        this.labels = labels;
        this.count = count;
        areas = new int[count];
        radii = new float[count];
        centres = new double[count][2];
        for (int i = 0; i < labels.length; i++) {
            int part = labels[i];
            if (part >= 0) {
                areas[part]++;
                radii[part] = Math.max(radii[part], depth[i]);
                centres[part][0] += i % width;
                centres[part][1] += Math.floorDiv(i, width);
            }
        }
        for (int part = 0; part < count; part++) {
            centres[part][0] /= areas[part];
            centres[part][1] /= areas[part];
        }
    }

    /** Parts a set of which the depths are given, 0 outside. */
    static Parts of(float[] depth, int width, int height) {
        int[] order = deepestFirst(depth);
        int[] parent = Regions.none(depth.length);
        float[] peak = new float[depth.length];
        int[] neighbours = new int[4];
        for (int pixel : order) {
            parent[pixel] = pixel;
            peak[pixel] = depth[pixel];
            int known = 0;
            int x = pixel % width;
            for (int side = 0; side < 4; side++) {
                int other = switch (side) {
                    case 0 -> x > 0 ? pixel - 1 : -1;
                    case 1 -> x < width - 1 ? pixel + 1 : -1;
                    case 2 -> pixel - width;
                    default -> pixel + width < width * height ? pixel + width : -1;
                };
                if (other >= 0 && parent[other] >= 0) {
                    neighbours[known++] = other;
                }
            }
            for (int k = 0; k < known; k++) {
                int mine = root(parent, pixel);
                int theirs = root(parent, neighbours[k]);
                float lesser = Math.min(peak[mine], peak[theirs]);
                boolean fresh = mine == pixel && peak[mine] == depth[pixel] && parent[pixel] == pixel && k == 0;
                if (mine != theirs && (fresh || lesser < SHALLOW || depth[pixel] >= JOINING_NECK * lesser)) {
                    int higher = peak[mine] >= peak[theirs] ? mine : theirs;
                    parent[mine] = higher;
                    parent[theirs] = higher;
                }
            }
        }
        return numbered(parent, width, depth);
    }

    private static Parts numbered(int[] parent, int width, float[] depth) {
        int[] numbers = Regions.none(parent.length);
        int[] labels = Regions.none(parent.length);
        int count = 0;
        for (int i = 0; i < parent.length; i++) {
            if (parent[i] >= 0) {
                int root = root(parent, i);
                if (numbers[root] < 0) {
                    numbers[root] = count++;
                }
                labels[i] = numbers[root];
            }
        }
        return new Parts(labels, width, depth, count);
    }

    private static int root(int[] parent, int start) {
        int i = start;
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    }

    private static int[] deepestFirst(float[] depth) {
        int[] counts = new int[1];
        for (float value : depth) {
            int bucket = Math.round(3 * value);
            if (bucket >= counts.length) {
                counts = Arrays.copyOf(counts, bucket + 1);
            }
            counts[bucket]++;
        }
        int[] starts = new int[counts.length];
        int total = 0;
        for (int bucket = counts.length - 1; bucket > 0; bucket--) {
            starts[bucket] = total;
            total += counts[bucket];
        }
        int[] order = new int[total];
        for (int i = 0; i < depth.length; i++) {
            int bucket = Math.round(3 * depth[i]);
            if (bucket > 0) {
                order[starts[bucket]++] = i;
            }
        }
        return order;
    }
}

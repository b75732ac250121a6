package org.medulla.vision.segmentation;

import java.util.Arrays;

/** Operations on sets of pixels of one frame, given as {@code boolean[y * width + x]}. Not for use by several threads. */
final class Regions {
    private final int width;
    private final int height;
    private final int[] queue;

    Regions(int width, int height) {
        this.width = width;
        this.height = height;
        this.queue = new int[width * height];
    }

    /**
     * Chamfer distances, in pixels, of each pixel of a set from the nearest one outside it; 0 outside. What lies beyond the
     * frame counts as inside, so that a nucleus cut by the frame keeps its middle.
     */
    float[] depth(boolean[] set) {
        int[] steps = new int[set.length];
        int far = 3 * (width + height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                if (set[i]) {
                    int least = far;
                    if (x > 0) {
                        least = Math.min(least, steps[i - 1] + 3);
                    }
                    if (y > 0) {
                        least = Math.min(least, steps[i - width] + 3);
                        if (x > 0) {
                            least = Math.min(least, steps[i - width - 1] + 4);
                        }
                        if (x < width - 1) {
                            least = Math.min(least, steps[i - width + 1] + 4);
                        }
                    }
                    steps[i] = least;
                }
            }
        }
        float[] depth = new float[set.length];
        for (int y = height - 1; y >= 0; y--) {
            for (int x = width - 1; x >= 0; x--) {
                int i = y * width + x;
                int least = steps[i];
                if (x < width - 1) {
                    least = Math.min(least, steps[i + 1] + 3);
                }
                if (y < height - 1) {
                    least = Math.min(least, steps[i + width] + 3);
                    if (x > 0) {
                        least = Math.min(least, steps[i + width - 1] + 4);
                    }
                    if (x < width - 1) {
                        least = Math.min(least, steps[i + width + 1] + 4);
                    }
                }
                steps[i] = least;
                depth[i] = least / 3f;
            }
        }
        return depth;
    }

    /** The set without what a disc of a radius cannot reach from inside: spikes and bridges go, the rest stays. */
    boolean[] open(boolean[] set, float radius) {
        float[] depth = depth(set);
        boolean[] outside = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            outside[i] = depth[i] <= radius;
        }
        float[] reach = depth(outside);
        boolean[] opened = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            opened[i] = set[i] && reach[i] <= radius;
        }
        return opened;
    }

    /** Chamfer distances of each pixel from the nearest one of a set; 0 inside, the frame's size and more without a set. */
    float[] distance(boolean[] set) {
        boolean[] outside = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            outside[i] = !set[i];
        }
        return depth(outside);
    }

    /** The set with a rim of a radius added. */
    boolean[] grow(boolean[] set, float radius) {
        float[] away = distance(set);
        boolean[] grown = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            grown[i] = away[i] <= radius;
        }
        return grown;
    }

    /** The set with notches and gaps filled that a disc of a radius does not fit in. */
    boolean[] close(boolean[] set, float radius) {
        float[] depth = depth(grow(set, radius));
        boolean[] closed = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            closed[i] = set[i] || depth[i] > radius;
        }
        return closed;
    }

    /** Fills the holes of a set that have at most so many pixels and do not touch the frame. */
    void fillHoles(boolean[] set, int largest) {
        boolean[] seen = set.clone();
        for (int start = 0; start < set.length; start++) {
            if (seen[start]) {
                continue;
            }
            int count = spread(seen, start);
            boolean open = count > largest;
            for (int k = 0; k < count && !open; k++) {
                int x = queue[k] % width;
                int y = queue[k] / width;
                open = x == 0 || y == 0 || x == width - 1 || y == height - 1;
            }
            for (int k = 0; k < count && !open; k++) {
                set[queue[k]] = true;
            }
        }
    }

    /** The pixels of a set that are joined, edge to edge, to a pixel of the seeds. */
    boolean[] joined(boolean[] set, boolean[] seeds) {
        boolean[] seen = new boolean[set.length];
        boolean[] result = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            seen[i] = !set[i];
        }
        for (int start = 0; start < set.length; start++) {
            if (seeds[start] && !seen[start]) {
                int count = spread(seen, start);
                for (int k = 0; k < count; k++) {
                    result[queue[k]] = true;
                }
            }
        }
        return result;
    }

    /** Walks from a pixel over all unseen ones joined to it, leaves them in the queue and says how many. */
    private int spread(boolean[] seen, int start) {
        int count = 1;
        queue[0] = start;
        seen[start] = true;
        for (int next = 0; next < count; next++) {
            int i = queue[next];
            int x = i % width;
            if (x > 0 && !seen[i - 1]) {
                seen[i - 1] = true;
                queue[count++] = i - 1;
            }
            if (x < width - 1 && !seen[i + 1]) {
                seen[i + 1] = true;
                queue[count++] = i + 1;
            }
            if (i >= width && !seen[i - width]) {
                seen[i - width] = true;
                queue[count++] = i - width;
            }
            if (i < seen.length - width && !seen[i + width]) {
                seen[i + width] = true;
                queue[count++] = i + width;
            }
        }
        return count;
    }

    /** An array of so many pixels, all -1. */
    static int[] none(int pixels) {
        int[] labels = new int[pixels];
        Arrays.fill(labels, -1);
        return labels;
    }
}

package org.medulla.vision.scale;

import java.util.OptionalDouble;

/** The nucleus in the middle of a picture: the dark part that lies nearest to the middle, with whatever dark touches it. */
final class MiddleNucleus {

    private static final int SIDE = DensityField.SIDE;

    /** How far from the middle of the frame a nucleus may begin, as a share of the side. */
    private static final double REACH = 0.2;

    private static final double LEAST_DENSITY = 0.15;
    private static final int STEPS = 64;
    private static final double HIGHEST = 1.2;

    private MiddleNucleus() {}

    /** The diameter of a disc as large as the nucleus, in shares of the frame's side. */
    static OptionalDouble diameter(DensityField field) {
        // Red light tells nuclei from red cells best: haemoglobin lets it pass.
        float[] d = field.channels[0];
        float threshold = threshold(d);
        boolean[] dark = new boolean[d.length];
        for (int i = 0; i < d.length; i++) {
            dark[i] = d[i] > threshold;
        }
        int seed = seed(dark);
        return seed < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(2 * Math.sqrt(connected(dark, seed) / Math.PI) / SIDE);
    }

    /** Otsu's threshold between dark and pale (IEEE Trans. SMC 1979), not below what most red cells reach. */
    private static float threshold(float[] d) {
        int[] counts = new int[STEPS];
        double step = HIGHEST / STEPS;
        for (float value : d) {
            counts[Math.clamp((int) (value / step), 0, counts.length - 1)]++;
        }
        double total = 0;
        for (int i = 0; i < counts.length; i++) {
            total += (double) i * counts[i];
        }
        double below = 0;
        double sum = 0;
        double best = -1;
        int place = 0;
        for (int i = 0; i < counts.length - 1; i++) {
            below += counts[i];
            sum += (double) i * counts[i];
            double above = d.length - below;
            if (below == 0 || above == 0) {
                continue;
            }
            double difference = sum / below - (total - sum) / above;
            double between = below * above * difference * difference;
            if (between > best) {
                best = between;
                place = i;
            }
        }
        return (float) Math.max(LEAST_DENSITY, (place + 1) * step);
    }

    /** The dark place that is nearest to the middle of the frame, or -1. */
    private static int seed(boolean[] dark) {
        int best = -1;
        double least = REACH * SIDE * REACH * SIDE;
        for (int i = 0; i < dark.length; i++) {
            double dx = i % SIDE - (SIDE - 1) / 2.0;
            double dy = Math.floorDiv(i, SIDE) - (SIDE - 1) / 2.0;
            double away = dx * dx + dy * dy;
            if (dark[i] && away < least) {
                least = away;
                best = i;
            }
        }
        return best;
    }

    /** How many places hang together with the seed. */
    private static int connected(boolean[] dark, int seed) {
        boolean[] part = new boolean[dark.length];
        int[] waiting = new int[dark.length];
        int size = 1;
        int area = 0;
        waiting[0] = seed;
        part[seed] = true;
        while (size > 0) {
            int i = waiting[--size];
            area++;
            int x = i % SIDE;
            if (x > 0 && dark[i - 1] && !part[i - 1]) {
                part[i - 1] = true;
                waiting[size++] = i - 1;
            }
            if (x < SIDE - 1 && dark[i + 1] && !part[i + 1]) {
                part[i + 1] = true;
                waiting[size++] = i + 1;
            }
            if (i >= SIDE && dark[i - SIDE] && !part[i - SIDE]) {
                part[i - SIDE] = true;
                waiting[size++] = i - SIDE;
            }
            if (i < dark.length - SIDE && dark[i + SIDE] && !part[i + SIDE]) {
                part[i + SIDE] = true;
                waiting[size++] = i + SIDE;
            }
        }
        return area;
    }
}

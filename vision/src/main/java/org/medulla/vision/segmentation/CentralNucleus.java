package org.medulla.vision.segmentation;

import java.util.Arrays;

/** Which parts of the dark pixels make up the nucleus in the middle: one part, its lobes, or the halves of an indented one. */
final class CentralNucleus {
    private static final float LOBE_RADIUS = 14;
    private static final float LOBE_GAP = 9;
    private static final float TOUCHING = 1.5f;
    private static final double DRIFT = 6;
    private static final double HALF_DRIFT = 2;
    private static final double OFF_CENTRE = 6;
    private static final double LARGEST_SHARE = 0.4;
    private static final double CLOSE = 12;

    private final Parts parts;
    private final boolean[] stained;
    private final Regions regions;
    private final int width;
    private final int height;
    private final boolean[] mine;
    private double sumX;
    private double sumY;
    private double area;

    CentralNucleus(Parts parts, boolean[] stained, Regions regions, int width, int height) {
        this.parts = parts;
        this.stained = stained;
        this.regions = regions;
        this.width = width;
        this.height = height;
        this.mine = new boolean[parts.count];
        take(closest());
        grow();
    }

    private int closest() {
        double[] closeness = new double[parts.count];
        for (int i = 0; i < parts.labels.length; i++) {
            if (parts.labels[i] >= 0) {
                double away =
                        square(i % width - (width - 1) / 2.0) + square(Math.floorDiv(i, width) - (height - 1) / 2.0);
                closeness[parts.labels[i]] += Math.exp(-away / (2 * CLOSE * CLOSE));
            }
        }
        int first = 0;
        for (int part = 1; part < parts.count; part++) {
            first = closeness[part] > closeness[first] ? part : first;
        }
        return first;
    }

    private void take(int part) {
        mine[part] = true;
        sumX += parts.areas[part] * parts.centres[part][0];
        sumY += parts.areas[part] * parts.centres[part][1];
        area += parts.areas[part];
    }

    /** Takes in other parts, the one that keeps the nucleus nearest to the middle first, as long as one belongs to it. */
    private void grow() {
        for (int next = best(); next >= 0; next = best()) {
            take(next);
        }
    }

    private int best() {
        boolean[] nucleus = pixels();
        float[] gaps = gaps(nucleus);
        boolean lobed = true;
        for (int part = 0; part < parts.count; part++) {
            lobed &= !mine[part] || parts.radii[part] <= LOBE_RADIUS;
        }
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int part = 0; part < parts.count; part++) {
            if (mine[part] || gaps[part] > LOBE_GAP || area + parts.areas[part] > LARGEST_SHARE * width * height) {
                continue;
            }
            double united = distance(
                    sumX + parts.areas[part] * parts.centres[part][0],
                    sumY + parts.areas[part] * parts.centres[part][1],
                    area + parts.areas[part]);
            boolean lobe = lobed && parts.radii[part] <= LOBE_RADIUS && united < distanceFromCentre() + DRIFT;
            boolean half = gaps[part] <= TOUCHING && united < distanceFromCentre() + halfDrift();
            if ((lobe || half) && united < least) {
                least = united;
                best = part;
            }
        }
        return best;
    }

    /** A nucleus in the middle is whole; one that lies off it may lack a half on either side. */
    private double halfDrift() {
        return distanceFromCentre() > OFF_CENTRE ? HALF_DRIFT : -1;
    }

    /** How far each part lies from the nucleus, in pixels; far more than a gap where no stain joins them. */
    private float[] gaps(boolean[] nucleus) {
        float[] away = regions.distance(nucleus);
        boolean[] reach = new boolean[nucleus.length];
        for (int i = 0; i < reach.length; i++) {
            reach[i] = stained[i] && away[i] <= LOBE_GAP;
        }
        reach = regions.joined(reach, nucleus);
        float[] gaps = new float[parts.count];
        Arrays.fill(gaps, Float.MAX_VALUE);
        for (int i = 0; i < reach.length; i++) {
            if (reach[i] && parts.labels[i] >= 0) {
                gaps[parts.labels[i]] = Math.min(gaps[parts.labels[i]], away[i]);
            }
        }
        return gaps;
    }

    /** How far the middle of the nucleus lies from the middle of the frame, in pixels. */
    double distanceFromCentre() {
        return distance(sumX, sumY, area);
    }

    private double distance(double x, double y, double weight) {
        return Math.hypot(x / weight - (width - 1) / 2.0, y / weight - (height - 1) / 2.0);
    }

    /** How far the frame's middle lies from the nucleus, in pixels; 0 inside. */
    double gapToCentre() {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < parts.labels.length; i++) {
            if (parts.labels[i] >= 0 && mine[parts.labels[i]]) {
                least = Math.min(
                        least, Math.hypot(i % width - (width - 1) / 2.0, Math.floorDiv(i, width) - (height - 1) / 2.0));
            }
        }
        return least;
    }

    /** The pixels of the nucleus. */
    boolean[] pixels() {
        boolean[] set = new boolean[parts.labels.length];
        for (int i = 0; i < set.length; i++) {
            set[i] = parts.labels[i] >= 0 && mine[parts.labels[i]];
        }
        return set;
    }

    private static double square(double value) {
        return value * value;
    }
}

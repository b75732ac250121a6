package org.medulla.laboratory.map;

import java.util.List;
import java.util.SplittableRandom;

/** Projects points on their two directions of greatest variance, found by power iteration. */
final class PrincipalAxes {
    private static final int ITERATIONS = 100;
    private static final double JITTER = 1e-4;

    private PrincipalAxes() {}

    /**
     * The points in the plane of their principal axes, scaled so that the farthest coordinate is {@code extent} from the middle,
     * with a little noise that parts equal points.
     */
    static double[][] project(List<float[]> points, double extent, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = points.getFirst().length;
        double[] mean = new double[size];
        for (float[] point : points) {
            for (int i = 0; i < size; i++) {
                mean[i] += (double) point[i] / points.size();
            }
        }
        double[] first = axis(points, mean, new double[size], random);
        double[] second = axis(points, mean, first, random);
        double[][] places = new double[points.size()][];
        double farthest = 0;
        for (int p = 0; p < places.length; p++) {
            places[p] = new double[] {along(points.get(p), mean, first), along(points.get(p), mean, second)};
            farthest = Math.max(farthest, Math.max(Math.abs(places[p][0]), Math.abs(places[p][1])));
        }
        for (double[] place : places) {
            for (int i = 0; i < 2; i++) {
                place[i] = (farthest > 0 ? place[i] * extent / farthest : 0) + JITTER * random.nextGaussian();
            }
        }
        return places;
    }

    /** The direction of greatest variance among those at right angles to {@code other}. */
    private static double[] axis(List<float[]> points, double[] mean, double[] other, SplittableRandom random) {
        double[] axis = new double[mean.length];
        for (int i = 0; i < axis.length; i++) {
            axis[i] = random.nextGaussian();
        }
        normalise(axis, other);
        for (int turn = 0; turn < ITERATIONS; turn++) {
            double[] next = new double[axis.length];
            for (float[] point : points) {
                double along = along(point, mean, axis);
                for (int i = 0; i < next.length; i++) {
                    next[i] += along * (point[i] - mean[i]);
                }
            }
            if (!normalise(next, other)) {
                return next;
            }
            axis = next;
        }
        return axis;
    }

    private static double along(float[] point, double[] mean, double[] axis) {
        double sum = 0;
        for (int i = 0; i < axis.length; i++) {
            sum += (point[i] - mean[i]) * axis[i];
        }
        return sum;
    }

    /** Takes out the part along {@code other} and scales to length 1; false, and zeros, where nothing is left. */
    private static boolean normalise(double[] axis, double[] other) {
        double common = 0;
        for (int i = 0; i < axis.length; i++) {
            common += axis[i] * other[i];
        }
        double square = 0;
        for (int i = 0; i < axis.length; i++) {
            axis[i] -= common * other[i];
            square += axis[i] * axis[i];
        }
        double length = Math.sqrt(square);
        for (int i = 0; i < axis.length; i++) {
            axis[i] = length > 1e-12 ? axis[i] / length : 0;
        }
        return length > 1e-12;
    }
}

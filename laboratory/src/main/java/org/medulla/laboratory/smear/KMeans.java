package org.medulla.laboratory.smear;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Groups of points about their means, by Lloyd's iterations from a start by k-means++ (Arthur and Vassilvitskii, SODA 2007); the best of some
 * starts. The same points, in the same order, give the same groups.
 */
final class KMeans {
    private static final int STARTS = 3;
    private static final int ITERATIONS = 60;

    private final int[] groups;
    private final double[][] means;

    private KMeans(int[] groups, double[][] means) {
        this.groups = groups;
        this.means = means;
    }

    /** The group of a point, from 0. */
    int group(int point) {
        return groups[point];
    }

    /** How many groups there are; some may be empty. */
    int count() {
        return means.length;
    }

    static KMeans of(double[][] points, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        KMeans best = run(points, count, random);
        for (int start = 1; start < STARTS; start++) {
            KMeans other = run(points, count, random);
            if (other.spread(points) < best.spread(points)) {
                best = other;
            }
        }
        return best;
    }

    private static KMeans run(double[][] points, int count, SplittableRandom random) {
        double[][] means = start(points, count, random);
        int[] groups = new int[points.length];
        for (int i = 0; i < ITERATIONS; i++) {
            boolean changed = false;
            for (int p = 0; p < points.length; p++) {
                int nearest = nearest(points[p], means, -1);
                changed |= nearest != groups[p];
                groups[p] = nearest;
            }
            if (!changed && i > 0) {
                break;
            }
            move(points, groups, means);
        }
        return new KMeans(groups, means);
    }

    private static double[][] start(double[][] points, int count, SplittableRandom random) {
        double[][] means = new double[count][];
        means[0] = points[random.nextInt(points.length)].clone();
        double[] far = new double[points.length];
        Arrays.fill(far, Double.POSITIVE_INFINITY);
        for (int m = 1; m < count; m++) {
            double sum = 0;
            for (int p = 0; p < points.length; p++) {
                far[p] = Math.min(far[p], square(points[p], means[m - 1]));
                sum += far[p];
            }
            double drawn = random.nextDouble() * sum;
            int chosen = 0;
            for (double passed = far[0]; passed < drawn && chosen < points.length - 1; passed += far[chosen]) {
                chosen++;
            }
            means[m] = points[chosen].clone();
        }
        return means;
    }

    private static void move(double[][] points, int[] groups, double[][] means) {
        int[] sizes = new int[means.length];
        double[][] sums = new double[means.length][points[0].length];
        for (int p = 0; p < points.length; p++) {
            sizes[groups[p]]++;
            for (int d = 0; d < points[p].length; d++) {
                sums[groups[p]][d] += points[p][d];
            }
        }
        for (int m = 0; m < means.length; m++) {
            // A group that lost all its points stays where it is.
            for (int d = 0; d < sums[m].length && sizes[m] > 0; d++) {
                means[m][d] = sums[m][d] / sizes[m];
            }
        }
    }

    private static int nearest(double[] point, double[][] means, int except) {
        int nearest = except == 0 ? 1 : 0;
        for (int m = nearest + 1; m < means.length; m++) {
            if (m != except && square(point, means[m]) < square(point, means[nearest])) {
                nearest = m;
            }
        }
        return nearest;
    }

    private double spread(double[][] points) {
        double sum = 0;
        for (int p = 0; p < points.length; p++) {
            sum += square(points[p], means[groups[p]]);
        }
        return sum;
    }

    /**
     * How clearly the groups part, -1 to 1: the mean over the points of (b - a) / max(a, b), with the distances a to the mean of the point's own group and b
     * to the nearest other (simplified silhouette; Hruschka, de Castro, Campello 2004). Needs two groups.
     */
    double silhouette(double[][] points) {
        double sum = 0;
        for (int p = 0; p < points.length; p++) {
            double own = Math.sqrt(square(points[p], means[groups[p]]));
            double other = Math.sqrt(square(points[p], means[nearest(points[p], means, groups[p])]));
            double most = Math.max(own, other);
            sum += most > 0 ? (other - own) / most : 0;
        }
        return sum / points.length;
    }

    private static double square(double[] one, double[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            double difference = one[d] - other[d];
            sum += difference * difference;
        }
        return sum;
    }
}

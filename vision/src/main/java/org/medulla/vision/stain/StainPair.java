package org.medulla.vision.stain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.medulla.vision.image.RgbImage;

/**
 * Two stains of a smear, the blue one first: how they absorb red, green and blue, and how much of each lies where most lies.
 *
 * @param blue a unit vector of optical densities; the stain of nuclei
 * @param red a unit vector; the stain of granules and red cells
 * @param mostBlue the 99th percentile of the amount of blue over stained pixels
 * @param mostRed the 99th percentile of the amount of red
 */
public record StainPair(List<Double> blue, List<Double> red, double mostBlue, double mostRed) {
    /** Half way between the medians over 500 pictures of marrow and 500 of blood, two laboratories. */
    public static final StainPair STANDARD =
            new StainPair(List.of(0.6394, 0.7326, 0.2332), List.of(0.4196, 0.8982, 0.1309), 0.6191, 1.1465);

    private static final double LOW = 0.01;
    private static final double HIGH = 0.99;

    /** The sine of the angle below which two vectors cannot be told apart. */
    private static final double LEAST_ANGLE = 0.05;

    public StainPair {
        blue = List.copyOf(blue);
        red = List.copyOf(red);
        if (blue.size() != 3 || red.size() != 3 || !(mostBlue > 0) || !(mostRed > 0)) {
            throw new IllegalArgumentException("A stain absorbs red, green and blue, and there is some of it");
        }
    }

    /**
     * The pair by the method of Macenko et al. (ISBI 2009, doi 10.1109/ISBI.2009.5193250): in the plane of the two largest
     * eigenvectors of the covariance of stained pixels' densities, the directions of the 1st and 99th percentile of the angle.
     * Empty where hardly anything is stained or there is one colour only.
     */
    public static Optional<StainPair> of(List<RgbImage> images) {
        float[] stained = Densities.stained(images);
        if (stained.length < 3 * Densities.FEWEST) {
            return Optional.empty();
        }
        SymmetricEigen eigen = new SymmetricEigen(covariance(stained));
        double[] first = pointingUp(eigen.vectors[0]);
        double[] second = eigen.vectors[1];
        double[] angles = new double[stained.length / 3];
        for (int i = 0; i < angles.length; i++) {
            angles[i] = Math.atan2(along(stained, i, second), along(stained, i, first));
        }
        Arrays.sort(angles);
        double[] one = direction(first, second, angles[(int) (LOW * (angles.length - 1))]);
        double[] other = direction(first, second, angles[(int) (HIGH * (angles.length - 1))]);
        // The stain of nuclei takes away more red light than the other does, compared with green.
        boolean oneIsBlue = one[0] - one[1] >= other[0] - other[1];
        double[] blue = oneIsBlue ? one : other;
        double[] red = oneIsBlue ? other : one;
        double cosine = blue[0] * red[0] + blue[1] * red[1] + blue[2] * red[2];
        if (1 - cosine * cosine < LEAST_ANGLE * LEAST_ANGLE) {
            return Optional.empty();
        }
        double[] blues = new double[angles.length];
        double[] reds = new double[angles.length];
        for (int i = 0; i < angles.length; i++) {
            double alongBlue = along(stained, i, blue);
            double alongRed = along(stained, i, red);
            blues[i] = (alongBlue - cosine * alongRed) / (1 - cosine * cosine);
            reds[i] = (alongRed - cosine * alongBlue) / (1 - cosine * cosine);
        }
        Arrays.sort(blues);
        Arrays.sort(reds);
        double mostBlue = blues[(int) (HIGH * (blues.length - 1))];
        double mostRed = reds[(int) (HIGH * (reds.length - 1))];
        return mostBlue > 0 && mostRed > 0
                ? Optional.of(new StainPair(
                        List.of(blue[0], blue[1], blue[2]), List.of(red[0], red[1], red[2]), mostBlue, mostRed))
                : Optional.empty();
    }

    private static double[][] covariance(float[] stained) {
        double[] mean = new double[3];
        double[][] products = new double[3][3];
        double count = stained.length / 3.0;
        for (int i = 0; i < stained.length; i += 3) {
            for (int k = 0; k < 3; k++) {
                mean[k] += stained[i + k] / count;
                for (int l = 0; l < 3; l++) {
                    products[k][l] += stained[i + k] * stained[i + l] / count;
                }
            }
        }
        for (int k = 0; k < 3; k++) {
            for (int l = 0; l < 3; l++) {
                products[k][l] -= mean[k] * mean[l];
            }
        }
        return products;
    }

    /** Towards more density, so that angles are small and none is cut at half a turn. */
    private static double[] pointingUp(double[] vector) {
        double sign = vector[0] + vector[1] + vector[2] < 0 ? -1 : 1;
        return new double[] {sign * vector[0], sign * vector[1], sign * vector[2]};
    }

    private static double along(float[] stained, int pixel, double[] vector) {
        return stained[3 * pixel] * vector[0] + stained[3 * pixel + 1] * vector[1] + stained[3 * pixel + 2] * vector[2];
    }

    private static double[] direction(double[] first, double[] second, double angle) {
        double[] result = new double[3];
        for (int k = 0; k < 3; k++) {
            result[k] = Math.cos(angle) * first[k] + Math.sin(angle) * second[k];
        }
        return result;
    }
}

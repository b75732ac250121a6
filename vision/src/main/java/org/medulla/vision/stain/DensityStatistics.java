package org.medulla.vision.stain;

import java.util.List;
import java.util.Optional;
import org.medulla.vision.image.RgbImage;

/**
 * Means and standard deviations of the optical densities of stained pixels, along three axes: dark, yellow against blue, and
 * red against green. The axes are those of Ruderman's lαβ, taken on the densities of red, green and blue: (r + g + b) / √3,
 * (r + g - 2 b) / √6 and (r - g) / √2.
 *
 * @param mean along the three axes
 * @param deviation along the three axes, above zero
 */
public record DensityStatistics(List<Double> mean, List<Double> deviation) {
    /** Half way between the medians over 500 pictures of marrow and 500 of blood, two laboratories. */
    public static final DensityStatistics STANDARD =
            new DensityStatistics(List.of(0.527, 0.2245, -0.1374), List.of(0.2904, 0.1563, 0.1039));

    private static final double LEAST_DEVIATION = 1e-4;

    public DensityStatistics {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (mean.size() != 3 || deviation.size() != 3 || deviation.stream().anyMatch(d -> !(d > 0))) {
            throw new IllegalArgumentException("There are three means and three deviations above zero");
        }
    }

    /** The statistics of the stained pixels of pictures; empty where hardly anything is stained. */
    public static Optional<DensityStatistics> of(List<RgbImage> images) {
        float[] stained = Densities.stained(images);
        if (stained.length < 3 * Densities.FEWEST) {
            return Optional.empty();
        }
        double[] sum = new double[3];
        double[] square = new double[3];
        double[] axes = new double[3];
        for (int i = 0; i < stained.length; i += 3) {
            toAxes(stained[i], stained[i + 1], stained[i + 2], axes);
            for (int axis = 0; axis < 3; axis++) {
                sum[axis] += axes[axis];
                square[axis] += axes[axis] * axes[axis];
            }
        }
        double count = stained.length / 3.0;
        Double[] mean = new Double[3];
        Double[] deviation = new Double[3];
        for (int axis = 0; axis < 3; axis++) {
            double middle = sum[axis] / count;
            mean[axis] = middle;
            deviation[axis] = Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, square[axis] / count - middle * middle)));
        }
        return Optional.of(new DensityStatistics(List.of(mean), List.of(deviation)));
    }

    /** Densities of red, green and blue along the axes. */
    static void toAxes(double red, double green, double blue, double[] axes) {
        axes[0] = (red + green + blue) / Math.sqrt(3);
        axes[1] = (red + green - 2 * blue) / Math.sqrt(6);
        axes[2] = (red - green) / Math.sqrt(2);
    }

    /** The way back: in place. */
    static void fromAxes(double[] axes) {
        double dark = axes[0] / Math.sqrt(3);
        double yellow = axes[1] / Math.sqrt(6);
        double red = axes[2] / Math.sqrt(2);
        axes[0] = dark + yellow + red;
        axes[1] = dark + yellow - red;
        axes[2] = dark - 2 * yellow;
    }
}

package org.medulla.vision.stain;

import java.util.List;
import org.medulla.vision.image.RgbImage;

/**
 * Colour transfer by means and deviations (Reinhard et al., IEEE Computer Graphics and Applications 2001, doi
 * 10.1109/38.946629), on optical densities. Stained pixels are moved in full, the empty field not at all, and what lies between
 * in part, so that no seam shows.
 *
 * @param target the statistics that stained pixels are brought to
 */
public record Reinhard(DensityStatistics target) implements StainNormalisation {
    private static final float UNSTAINED = 0.04f;

    /** Contrast is raised or lowered by this factor at most: of a nearly plain picture the noise would be raised. */
    private static final double MOST_GAIN = 3;

    @Override
    public RgbImage apply(RgbImage image) {
        return DensityStatistics.of(List.of(image))
                .map(source -> apply(image, source))
                .orElse(image);
    }

    /** The picture by the statistics of all pictures of its laboratory. */
    public RgbImage apply(RgbImage image, DensityStatistics source) {
        Densities densities = new Densities(image);
        double[] gain = new double[3];
        double[] offset = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            gain[axis] =
                    Math.clamp(target.deviation().get(axis) / source.deviation().get(axis), 1 / MOST_GAIN, MOST_GAIN);
            offset[axis] = target.mean().get(axis) - gain[axis] * source.mean().get(axis);
        }
        byte[] rgb = image.toBytes();
        double[] moved = new double[3];
        for (int i = 0; i < densities.pixels(); i++) {
            double share = Math.clamp((densities.mean(i) - UNSTAINED) / (Densities.STAINED - UNSTAINED), 0.0, 1.0);
            if (share == 0) {
                continue;
            }
            DensityStatistics.toAxes(densities.of(i, 0), densities.of(i, 1), densities.of(i, 2), moved);
            for (int axis = 0; axis < 3; axis++) {
                moved[axis] = gain[axis] * moved[axis] + offset[axis];
            }
            DensityStatistics.fromAxes(moved);
            for (int channel = 0; channel < 3; channel++) {
                double density = densities.of(i, channel);
                density += share * (moved[channel] - density);
                rgb[3 * i + channel] = densities.value(channel, density);
            }
        }
        return RgbImage.of(image.width(), image.height(), rgb);
    }
}

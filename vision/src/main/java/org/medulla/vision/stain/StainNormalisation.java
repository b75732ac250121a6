package org.medulla.vision.stain;

import org.medulla.vision.image.RgbImage;

/**
 * A way to bring the stain of pictures to a target appearance; the empty field keeps its colour.
 *
 * <p>One picture's colours depend on its cell as well as on the stain: normalised by its own statistics, a lymphocyte and a
 * band become more alike than they are, and red cells of a picture with little else may turn yellow. Statistics of many pictures of one laboratory ({@link DensityStatistics#of}, {@link
 * StainPair#of}) do not have that fault.
 */
public sealed interface StainNormalisation permits Reinhard, Macenko {
    /** The picture by its own statistics, in the same size; one with hardly anything stained comes back as it is. */
    RgbImage apply(RgbImage image);

    /** Matching of means and deviations to the standard appearance. */
    static StainNormalisation reinhard() {
        return new Reinhard(DensityStatistics.STANDARD);
    }

    /** Matching of two stain vectors and their amounts to the standard appearance. */
    static StainNormalisation macenko() {
        return new Macenko(StainPair.STANDARD);
    }
}

package org.medulla.laboratory.experiment;

import java.util.List;
import java.util.function.UnaryOperator;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.segmentation.Cutout;
import org.medulla.vision.stain.DensityStatistics;
import org.medulla.vision.stain.Macenko;
import org.medulla.vision.stain.Reinhard;
import org.medulla.vision.stain.StainPair;

/** What a laboratory's pictures are brought to before a network sees them. */
enum Appearance {
    /** As they are. */
    OWN,
    /** The standard appearance by Reinhard's method. */
    REINHARD,
    /** The standard appearance by Macenko's method. */
    MACENKO,
    /** The cell alone, on an empty field. */
    CUT_OUT;

    /** How many pictures tell the stain of a laboratory. */
    private static final int PICTURES = 64;

    /** How many pictures of the laboratory must be looked at first. */
    int picturesNeeded() {
        return switch (this) {
            case OWN, CUT_OUT -> 0;
            case REINHARD, MACENKO -> PICTURES;
        };
    }

    /**
     * How a picture of a laboratory is changed.
     *
     * @param some pictures of the laboratory, whose stain they tell; where they tell none, nothing is changed
     */
    UnaryOperator<RgbImage> change(List<RgbImage> some) {
        return switch (this) {
            case OWN -> UnaryOperator.identity();
            case REINHARD -> {
                Reinhard method = new Reinhard(DensityStatistics.STANDARD);
                yield DensityStatistics.of(some)
                        .<UnaryOperator<RgbImage>>map(own -> image -> method.apply(image, own))
                        .orElse(UnaryOperator.identity());
            }
            case MACENKO -> {
                Macenko method = new Macenko(StainPair.STANDARD);
                yield StainPair.of(some)
                        .<UnaryOperator<RgbImage>>map(own -> image -> method.apply(image, own))
                        .orElse(UnaryOperator.identity());
            }
            case CUT_OUT -> Cutout::of;
        };
    }
}

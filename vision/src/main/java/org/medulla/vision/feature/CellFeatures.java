package org.medulla.vision.feature;

import java.util.List;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.segmentation.CellMask;
import org.medulla.vision.segmentation.CellSegmenter;

/**
 * Measures the central cell of a cell image. Pure and safe for many threads.
 *
 * <p>Pictures of any size are measured at 250 pixels along their longer side. Sizes are in micrometres; where the scale is not
 * known, the frame is taken to be {@value #NOMINAL_FRAME} micrometres wide, as in the published marrow collection. Colours are
 * optical densities beside the empty field of the same picture. Turning or flipping the picture by a quarter changes nothing but
 * what comes from the order of pixels in segmentation.
 */
public final class CellFeatures {
    /** The width in micrometres of a frame whose scale is not known: 250 pixels of 0.09. */
    public static final double NOMINAL_FRAME = 22.5;

    private static final List<String> NAMES = measure(
                    RgbImage.of(8, 8, new byte[8 * 8 * RgbImage.CHANNELS]), NOMINAL_FRAME / 8)
            .names();

    private CellFeatures() {}

    /** The names of the measures, in their order in every vector. */
    public static List<String> names() {
        return NAMES;
    }

    /** The measures of a cell whose scale is not known. */
    public static FeatureVector of(RgbImage image) {
        return of(image, NOMINAL_FRAME / Math.max(image.width(), image.height()));
    }

    /**
     * The measures of a cell.
     *
     * @param micronsPerPixel of the image, above 0
     */
    public static FeatureVector of(RgbImage image, double micronsPerPixel) {
        return measure(image, micronsPerPixel).vector();
    }

    private static FeatureList measure(RgbImage image, double micronsPerPixel) {
        if (!(micronsPerPixel > 0)) {
            throw new IllegalArgumentException("A pixel has a size above 0, not " + micronsPerPixel);
        }
        int longer = Math.max(image.width(), image.height());
        double scale = (double) MeasuredCell.SIDE / longer;
        RgbImage sized = image.resize(Math.max(1, (int) Math.round(image.width() * scale)), Math.max(1, (int)
                Math.round(image.height() * scale)));
        CellMask mask = CellSegmenter.segment(sized);
        MeasuredCell cell = new MeasuredCell(sized, mask, micronsPerPixel / scale);
        FeatureList list = new FeatureList();
        ShapeFeatures.add(cell, list);
        ColourFeatures.add(cell, list);
        RingFeatures.add(cell, list);
        GranuleFeatures.add(cell, list);
        ChromatinFeatures.add(cell, list);
        return list;
    }
}

package org.medulla.vision.inference;

import java.util.OptionalDouble;
import org.medulla.vision.image.RgbImage;

/**
 * What a classifier is shown: the picture of one cell, in the middle of its frame.
 *
 * @param image its pixels
 * @param micronsPerPixel its scale, where that is known
 */
public record Picture(RgbImage image, OptionalDouble micronsPerPixel) {
    /** A picture of unknown scale. */
    public Picture(RgbImage image) {
        this(image, OptionalDouble.empty());
    }
}

package org.medulla.vision.preprocessing;

import org.medulla.vision.image.RgbImage;

/**
 * Cuts a centred square field out of a picture at any scale: shrinking averages the area that each new pixel covers, enlarging
 * interpolates linearly, and what lies beyond the edge is the picture's mirror image.
 */
public final class FieldSampling {
    private FieldSampling() {}

    /**
     * The field as [3, size, size] of 0 to 255.
     *
     * @param side the side of the field in pixels of the picture
     */
    public static float[] sample(RgbImage image, double side, int size) {
        return new FieldSampler().sample(image, side, size);
    }
}

package org.medulla.vision.phantom;

import org.medulla.vision.image.RgbImage;

/**
 * A drawn cell.
 *
 * @param image 250 x 250 pixels
 * @param mask what each pixel belongs to
 */
public record PhantomPicture(RgbImage image, PhantomMask mask) {}

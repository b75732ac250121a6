package org.medulla.vision.image;

/**
 * What a file may ask for before it is decoded.
 *
 * @param maxPixels the largest width times height; a 40,000-pixel file of a few kilobytes can otherwise fill the memory
 */
public record DecodingLimits(long maxPixels) {
    /** Fifty million pixels: twice a full frame of the usual microscope camera. */
    public static final DecodingLimits DEFAULT = new DecodingLimits(50_000_000);

    public DecodingLimits {
        if (maxPixels < 1) {
            throw new IllegalArgumentException("maxPixels must be positive, not " + maxPixels);
        }
    }
}

package org.medulla.archive.intake;

import org.medulla.archive.digest.Digest;

/**
 * What decoding found out about an image.
 *
 * @param digest the SHA-256 of the file's bytes, as {@link Intake#keep} gave it
 * @param bytes the file's length
 * @param width pixels across
 * @param height pixels down
 * @param format the file format: "jpeg", "png", "tiff", "bmp"
 * @param perceptualHash 64 bits that near-duplicates share but for a few
 */
public record ImageFacts(Digest digest, long bytes, int width, int height, String format, long perceptualHash) {
    public ImageFacts {
        if (bytes < 1 || width < 1 || height < 1) {
            throw new IllegalArgumentException("An image has bytes and pixels");
        }
    }
}

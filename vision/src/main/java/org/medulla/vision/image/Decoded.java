package org.medulla.vision.image;

import java.util.OptionalDouble;

/** What decoding a file came to: an image, or the reason why there is none. */
public sealed interface Decoded {

    /**
     * A file that was decoded to its last pixel.
     *
     * @param pixels the picture, upright
     * @param format the format of the file
     * @param micronsPerPixel the size of a pixel in micrometres, where a TIFF's resolution tags state one that a microscope
     *     could have (0.01 to 10)
     */
    record Image(RgbImage pixels, ImageFormat format, OptionalDouble micronsPerPixel) implements Decoded {}

    /**
     * A file that was set aside.
     *
     * @param kind the reason, for counting
     * @param words the reason, for a person: a clause that follows the file's name ("ends before the picture does")
     */
    record Rejected(RejectionReason kind, String words) implements Decoded {}
}

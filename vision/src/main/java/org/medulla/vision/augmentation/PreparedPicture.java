package org.medulla.vision.augmentation;

import java.util.OptionalDouble;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.preprocessing.FieldSampling;
import org.medulla.vision.preprocessing.Preprocessing;

/**
 * A training picture made ready for {@link Augmenter#draw}: brought once to little more than the resolution that the network sees, with as much around the field as
 * turning and shrinking may show; small enough to keep thousands in memory.
 */
public final class PreparedPicture {
    /** How much finer than the network's input the pixels are, so that sampling between them does not blur. */
    private static final double FINENESS = 1.25;

    private final int side;
    private final double fieldSide;
    private final byte[] rgb;

    private PreparedPicture(int side, double fieldSide, byte[] rgb) {
        this.side = side;
        this.fieldSide = fieldSide;
        this.rgb = rgb;
    }

    static PreparedPicture of(
            RgbImage image, OptionalDouble micronsPerPixel, Preprocessing preprocessing, Augmentation augmentation) {
        double field = preprocessing.fieldSide(image.width(), image.height(), micronsPerPixel);
        double wanted = field * augmentation.reach();
        double kept = Math.min(wanted, Math.max(field, Math.min(image.width(), image.height())));
        int side = (int) Math.ceil(preprocessing.size() * FINENESS * kept / field);
        float[] planes = FieldSampling.sample(image, kept, side);
        byte[] rgb = new byte[3 * side * side];
        for (int pixel = 0; pixel < side * side; pixel++) {
            for (int channel = 0; channel < 3; channel++) {
                rgb[3 * pixel + channel] = (byte) (int) (planes[channel * side * side + pixel] + 0.5f);
            }
        }
        return new PreparedPicture(side, side * field / kept, rgb);
    }

    /** Pixels on each side. */
    int side() {
        return side;
    }

    /** How many of these pixels the field of {@link Preprocessing} takes. */
    double fieldSide() {
        return fieldSide;
    }

    /** The value, 0 to 255, of a byte; three for each pixel, row by row. */
    int value(int offset) {
        return rgb[offset] & 0xff;
    }

    /** The memory it takes. */
    public int bytes() {
        return rgb.length;
    }
}

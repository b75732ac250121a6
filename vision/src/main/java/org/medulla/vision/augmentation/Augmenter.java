package org.medulla.vision.augmentation;

import java.nio.FloatBuffer;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.preprocessing.Preprocessing;

/** Draws changed versions of training pictures as network input; one pass turns, scales, shifts, stains and normalises. */
public final class Augmenter {
    /** The radius of what is kept in a transplantation, as a share of half the field: most cells lie within. */
    private static final double SMALLEST_DISC = 0.55;

    private static final double LARGEST_DISC = 0.95;

    private final Augmentation augmentation;
    private final Preprocessing preprocessing;
    private final float[] gain = new float[3];
    private final float[] offset = new float[3];

    /** Binds the changes to the preparation that every picture gets. */
    public Augmenter(Augmentation augmentation, Preprocessing preprocessing) {
        this.augmentation = augmentation;
        this.preprocessing = preprocessing;
        for (int channel = 0; channel < 3; channel++) {
            double deviation = preprocessing.deviation().get(channel);
            gain[channel] = (float) (1 / (255 * deviation));
            offset[channel] = (float) (preprocessing.mean().get(channel) / deviation);
        }
    }

    /** A picture made ready for {@link #draw}; worth keeping, for it takes longer than the drawing. */
    public PreparedPicture prepare(RgbImage image, OptionalDouble micronsPerPixel) {
        return PreparedPicture.of(image, micronsPerPixel, preprocessing, augmentation);
    }

    /**
     * Writes one changed version, [size, size, 3] with channels last, into a buffer from its position on. Where the cell is
     * transplanted, a disc about as large as a cell, with a soft edge, is set into another picture that is changed in its own way.
     *
     * @param surroundings gives another picture
     * @param random decides every change
     */
    public void draw(
            PreparedPicture picture,
            Function<SplittableRandom, PreparedPicture> surroundings,
            SplittableRandom random,
            FloatBuffer target) {
        Augmentation changes = augmentation.forOne(random);
        Variation variation = Variation.draw(changes, random);
        float[] row = vary(picture, variation);
        if (random.nextDouble() < changes.transplantShare()) {
            float[] ground = vary(surroundings.apply(random), Variation.draw(changes, random));
            double radius = variation.scale() * (SMALLEST_DISC + (LARGEST_DISC - SMALLEST_DISC) * random.nextDouble());
            Transplantation.join(row, ground, preprocessing.size(), radius);
        }
        write(row, target);
    }

    private float[] vary(PreparedPicture picture, Variation variation) {
        int size = preprocessing.size();
        float[] row = sample(picture, variation, size);
        for (int i = 0; i < variation.blurs(); i++) {
            Blur.apply(row, size);
        }
        if (variation.stained()) {
            stain(row, variation.stain());
        }
        return row;
    }

    private void write(float[] row, FloatBuffer target) {
        for (int i = 0; i < row.length; i += 3) {
            for (int channel = 0; channel < 3; channel++) {
                row[i + channel] = row[i + channel] * gain[channel] - offset[channel];
            }
        }
        target.put(row);
    }

    private static float[] sample(PreparedPicture field, Variation variation, int size) {
        float[] result = new float[3 * size * size];
        int side = field.side();
        double pitch = field.fieldSide() / size;
        double centreX = side / 2.0 + variation.shiftX() * field.fieldSide() - 0.5;
        double centreY = side / 2.0 + variation.shiftY() * field.fieldSide() - 0.5;
        int at = 0;
        for (int y = 0; y < size; y++) {
            double down = (y + 0.5 - size / 2.0) * pitch;
            for (int x = 0; x < size; x++) {
                double across = (x + 0.5 - size / 2.0) * pitch;
                float sourceX = (float) mirrored(centreX + variation.xx() * across + variation.xy() * down, side);
                float sourceY = (float) mirrored(centreY + variation.yx() * across + variation.yy() * down, side);
                int left = (int) sourceX;
                int top = (int) sourceY;
                float right = sourceX - left;
                float below = sourceY - top;
                int here = 3 * (top * side + left);
                int next = left + 1 < side ? 3 : 0;
                int under = top + 1 < side ? 3 * side : 0;
                for (int channel = 0; channel < 3; channel++) {
                    int corner = here + channel;
                    float upper = field.value(corner) * (1 - right) + field.value(corner + next) * right;
                    float lower =
                            field.value(corner + under) * (1 - right) + field.value(corner + under + next) * right;
                    result[at++] = upper + below * (lower - upper);
                }
            }
        }
        return result;
    }

    /** A coordinate inside 0 to side - 1 that shows the mirror image of one outside. */
    private static double mirrored(double coordinate, int side) {
        double last = side - 1.0;
        if (coordinate >= 0 && coordinate <= last) {
            return coordinate;
        }
        double folded = Math.abs(coordinate) % (2 * last);
        return folded <= last ? folded : 2 * last - folded;
    }

    private static void stain(float[] values, StainMatrix stain) {
        for (int i = 0; i < values.length; i += 3) {
            float red = OpticalDensity.density(values[i]);
            float green = OpticalDensity.density(values[i + 1]);
            float blue = OpticalDensity.density(values[i + 2]);
            for (int channel = 0; channel < 3; channel++) {
                int place = 4 * channel;
                values[i + channel] = OpticalDensity.brightness(stain.at(place) * red
                        + stain.at(place + 1) * green
                        + stain.at(place + 2) * blue
                        + stain.at(place + 3));
            }
        }
    }
}

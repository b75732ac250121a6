package org.medulla.vision.preprocessing;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.network.Architecture;

/**
 * How a cell's picture becomes the input of a network: a centred square field is cut out, brought to {@code size} pixels and
 * normalised by channel.
 *
 * @param size pixels on each side of the input
 * @param cropShare the side of the field as a share of the shorter side of the picture, where the scale is unknown
 * @param targetMicronsPerPixel the scale of the input; where the picture's own scale is known too, it alone sets the field
 * @param mean what is taken off red, green and blue, each on a scale of 0 to 1
 * @param deviation what the difference is divided by
 * @param views how many of the eight flips and quarter turns are averaged when a cell is classified: 1 or 8
 */
public record Preprocessing(
        int size,
        double cropShare,
        OptionalDouble targetMicronsPerPixel,
        List<Double> mean,
        List<Double> deviation,
        int views) {
    /** The flips and quarter turns of a square. */
    public static final int ALL_VIEWS = 8;

    /**
     * The side of a frame of the published marrow collection: a red cell, 7.3 microns across, takes 75 or so of its 250 pixels.
     */
    private static final double MARROW_FRAME_MICRONS = 24;

    private static final List<Double> IMAGENET_MEAN = List.of(0.485, 0.456, 0.406);
    private static final List<Double> IMAGENET_DEVIATION = List.of(0.229, 0.224, 0.225);
    private static final List<Double> HALF = List.of(0.5, 0.5, 0.5);

    public Preprocessing {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (size < 16 || size > 1024) {
            throw new IllegalArgumentException("The input is 16 to 1024 pixels wide, not " + size);
        }
        if (!(cropShare > 0 && cropShare <= 1)) {
            throw new IllegalArgumentException(
                    "The field is a share of the picture above 0 and up to 1, not " + cropShare);
        }
        if (mean.size() != 3 || deviation.size() != 3 || deviation.stream().anyMatch(d -> !(d > 0))) {
            throw new IllegalArgumentException("Mean and deviation have three values, and a deviation is above zero");
        }
        if (views != 1 && views != ALL_VIEWS) {
            throw new IllegalArgumentException("There are 1 or 8 views, not " + views);
        }
    }

    /** What suits an architecture when nothing else is asked for; where public weights exist, as they expect it. */
    public static Preprocessing standard(Architecture architecture) {
        return switch (architecture) {
            case SMALL -> standard(96, 0.8, HALF, HALF);
            case SEQUENTIAL -> standard(64, 0.8, HALF, HALF);
            case MOBILENET -> standard(128, 0.8, HALF, HALF);
            case RESNEXT50 -> standard(224, 1, IMAGENET_MEAN, IMAGENET_DEVIATION);
        };
    }

    private static Preprocessing standard(int size, double cropShare, List<Double> mean, List<Double> deviation) {
        double microns = MARROW_FRAME_MICRONS * cropShare / size;
        return new Preprocessing(size, cropShare, OptionalDouble.of(microns), mean, deviation, ALL_VIEWS);
    }

    /** The same field with another input size. */
    public Preprocessing withSize(int newSize) {
        OptionalDouble target = targetMicronsPerPixel.isPresent()
                ? OptionalDouble.of(targetMicronsPerPixel.getAsDouble() * size / newSize)
                : OptionalDouble.empty();
        return new Preprocessing(newSize, cropShare, target, mean, deviation, views);
    }

    /** The same with another field. */
    public Preprocessing withCropShare(double newCropShare) {
        return new Preprocessing(size, newCropShare, targetMicronsPerPixel, mean, deviation, views);
    }

    /** The same with a scale to which pictures of known scale are brought. */
    public Preprocessing withTargetMicronsPerPixel(double microns) {
        return new Preprocessing(size, cropShare, OptionalDouble.of(microns), mean, deviation, views);
    }

    /** The same for pictures whose scale is not used: the field is a share of the frame. */
    public Preprocessing withoutTargetMicronsPerPixel() {
        return new Preprocessing(size, cropShare, OptionalDouble.empty(), mean, deviation, views);
    }

    /** The same with another number of views. */
    public Preprocessing withViews(int newViews) {
        return new Preprocessing(size, cropShare, targetMicronsPerPixel, mean, deviation, newViews);
    }

    /** The side of the field in pixels of a picture of that size and scale; it may exceed the picture. */
    public double fieldSide(int width, int height, OptionalDouble micronsPerPixel) {
        if (targetMicronsPerPixel.isPresent() && micronsPerPixel.isPresent()) {
            return size * targetMicronsPerPixel.getAsDouble() / micronsPerPixel.getAsDouble();
        }
        return cropShare * Math.min(width, height);
    }

    /**
     * The input for one view of a picture: [3, size, size] in row-major order, red, green, blue.
     *
     * @param view 0 to 7: view / 2 quarter turns clockwise, mirrored left to right before that when odd
     */
    public float[] apply(RgbImage image, OptionalDouble micronsPerPixel, int view) {
        return View.of(view).apply(upright(image, micronsPerPixel), size);
    }

    /** The inputs for all views that are averaged, each as {@link #apply} gives it; the picture is sampled once. */
    public List<float[]> applyAll(RgbImage image, OptionalDouble micronsPerPixel) {
        float[] upright = upright(image, micronsPerPixel);
        return IntStream.range(0, views)
                .mapToObj(view -> View.of(view).apply(upright, size))
                .toList();
    }

    private float[] upright(RgbImage image, OptionalDouble micronsPerPixel) {
        double side = fieldSide(image.width(), image.height(), micronsPerPixel);
        float[] values = FieldSampling.sample(image, side, size);
        normalise(values);
        return values;
    }

    /** Turns values of 0 to 255 in [3, n] into the network's scale, in place. */
    public void normalise(float[] values) {
        int plane = values.length / 3;
        for (int channel = 0; channel < 3; channel++) {
            float offset = (float) (mean.get(channel) / deviation.get(channel));
            float gain = (float) (1 / (255 * deviation.get(channel)));
            for (int i = channel * plane; i < (channel + 1) * plane; i++) {
                values[i] = values[i] * gain - offset;
            }
        }
    }
}

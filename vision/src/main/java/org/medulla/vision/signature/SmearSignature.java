package org.medulla.vision.signature;

import java.util.ArrayList;
import java.util.List;
import org.medulla.vision.image.RgbImage;

/**
 * What a picture tells of its smear and of what took it, by numbers that hang little on the cell in its middle: the light of the empty
 * field, the colour of what is faintly stained (red cells and ground), noise and sharpness, the steps of the JPEG file, the size.
 *
 * @param values one for each of {@link #NAMES}, in order
 */
public record SmearSignature(List<Double> values) {
    /** What the values are. Light is in grey levels, densities are log10 of the light that is missing, noise is in grey levels. */
    public static final List<String> NAMES = List.of(
            "light red",
            "light green",
            "light blue",
            "faint stain red",
            "faint stain green",
            "faint stain blue",
            "dark stain red to green",
            "dark stain blue to green",
            "noise",
            "sharpness",
            "JPEG steps",
            "size");

    /**
     * How far each value belongs to the smear and not to the cell, 0 to 1: the share of its variance that lies between the smears of phantoms, whose smears are
     * known (docs/benchmarks.md).
     */
    public static final List<Double> RELIABILITIES =
            List.of(0.98, 0.98, 0.98, 0.35, 0.28, 0.59, 0.28, 0.17, 0.90, 0.38, 0.98, 0.3);

    private static final double LIGHT = 0.98;
    private static final double FAINT_FROM = 0.04;
    private static final double FAINT_TO = 0.30;
    private static final double DARK_FROM = 0.45;
    private static final int FEWEST = 50;
    private static final double FLATTEST = 0.25;

    public SmearSignature {
        values = List.copyOf(values);
        if (values.size() != NAMES.size()) {
            throw new IllegalArgumentException("A signature has " + NAMES.size() + " values, not " + values.size());
        }
    }

    /**
     * Measures a picture.
     *
     * @param file the bytes that it was decoded from
     */
    public static SmearSignature of(RgbImage image, byte[] file) {
        double[] light = light(image);
        double[] faint = new double[3];
        double[] dark = new double[3];
        int faintPixels = 0;
        int darkPixels = 0;
        int pixels = image.width() * image.height();
        for (int i = 0; i < pixels; i++) {
            double red = density(image, i, 0, light);
            double green = density(image, i, 1, light);
            double blue = density(image, i, 2, light);
            double mean = (red + green + blue) / 3;
            if (mean >= FAINT_FROM && mean < FAINT_TO) {
                add(faint, red, green, blue);
                faintPixels++;
            } else if (mean >= DARK_FROM) {
                add(dark, red, green, blue);
                darkPixels++;
            }
        }
        List<Double> values = new ArrayList<>();
        for (double channel : light) {
            values.add(channel);
        }
        for (double channel : faint) {
            values.add(faintPixels < FEWEST ? 0 : channel / faintPixels);
        }
        values.add(darkPixels < FEWEST ? 1 : Math.log(dark[0] / dark[1]));
        values.add(darkPixels < FEWEST ? 1 : Math.log(dark[2] / dark[1]));
        double[] texture = noiseAndSharpness(image);
        values.add(texture[0]);
        values.add(texture[1]);
        values.add(JpegQuantisation.meanLogStep(file));
        values.add(Math.log((double) image.width() * image.height()));
        return new SmearSignature(values);
    }

    private static void add(double[] sum, double red, double green, double blue) {
        sum[0] += red;
        sum[1] += green;
        sum[2] += blue;
    }

    private static double density(RgbImage image, int pixel, int channel, double[] light) {
        return Math.log10((light[channel] + 1) / (image.value(pixel * RgbImage.CHANNELS + channel) + 1));
    }

    private static double[] light(RgbImage image) {
        double[] light = new double[RgbImage.CHANNELS];
        int pixels = image.width() * image.height();
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
            int[] counts = new int[256];
            for (int i = 0; i < pixels; i++) {
                counts[image.value(i * RgbImage.CHANNELS + channel)]++;
            }
            int value = 0;
            for (int below = counts[0]; below <= LIGHT * (pixels - 1); below += counts[value]) {
                value++;
            }
            light[channel] = value;
        }
        return light;
    }

    /**
     * Noise: the median of the absolute second differences of green in the flattest quarter of the picture's 8 x 8 tiles, scaled to the deviation
     * of a single pixel (Immerkær, Fast noise variance estimation, 1996). Sharpness: how the steepest hundredth of the steps of
     * one pixel compares with that of the steps of four.
     */
    private static double[] noiseAndSharpness(RgbImage image) {
        int tile = 8;
        List<double[]> tiles = new ArrayList<>();
        for (int top = 1; top + tile < image.height(); top += tile) {
            for (int left = 1; left + tile < image.width(); left += tile) {
                double noise = 0;
                double sum = 0;
                double squares = 0;
                for (int y = top; y < top + tile; y++) {
                    for (int x = left; x < left + tile; x++) {
                        double bend = green(image, x - 1, y - 1)
                                - 2 * green(image, x, y - 1)
                                + green(image, x + 1, y - 1)
                                - 2 * green(image, x - 1, y)
                                + 4 * green(image, x, y)
                                - 2 * green(image, x + 1, y)
                                + green(image, x - 1, y + 1)
                                - 2 * green(image, x, y + 1)
                                + green(image, x + 1, y + 1);
                        noise += Math.abs(bend);
                        sum += green(image, x, y);
                        squares += green(image, x, y) * green(image, x, y);
                    }
                }
                int count = tile * tile;
                double mean = sum / count;
                tiles.add(new double[] {squares / count - mean * mean, Math.sqrt(Math.PI / 2) / 6 * noise / count});
            }
        }
        tiles.sort((a, b) -> Double.compare(a[0], b[0]));
        int flat = Math.max(1, (int) (FLATTEST * tiles.size()));
        double noise = tiles.isEmpty()
                ? 0
                : tiles.subList(0, flat).stream()
                        .mapToDouble(t -> t[1])
                        .average()
                        .orElse(0);
        double far = steepest(image, 4);
        return new double[] {Math.log(0.1 + noise), far > 0 ? steepest(image, 1) / far : 0};
    }

    private static double steepest(RgbImage image, int distance) {
        int[] counts = new int[256];
        int total = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x + distance < image.width(); x++) {
                counts[(int) Math.abs(green(image, x + distance, y) - green(image, x, y))]++;
                total++;
            }
        }
        int value = 255;
        for (int above = counts[255]; value > 0 && above < total / 100; above += counts[value]) {
            value--;
        }
        return value;
    }

    private static double green(RgbImage image, int x, int y) {
        return image.value((y * image.width() + x) * RgbImage.CHANNELS + 1);
    }
}

package org.medulla.vision.quality;

import org.medulla.vision.image.RgbImage;

/** Pictures made worse in one way each. */
enum Spoiling {
    NONE,
    /** Gaussian, 3 pixels. */
    BLURRED,
    /** All values times 0.6. */
    DARKENED,
    /** All values times 1.4, cut at 255. */
    OVER_EXPOSED,
    /** By a third of the frame to the right; what leaves on one side comes in on the other. */
    SHIFTED;

    private static final double SIGMA = 3;

    RgbImage apply(RgbImage image) {
        return switch (this) {
            case NONE -> image;
            case BLURRED -> blurred(image);
            case DARKENED -> times(image, 0.6);
            case OVER_EXPOSED -> times(image, 1.4);
            case SHIFTED -> shifted(image, image.width() / 3);
        };
    }

    private static RgbImage times(RgbImage image, double factor) {
        byte[] rgb = image.toBytes();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.min(255, Math.round(factor * image.value(i)));
        }
        return RgbImage.of(image.width(), image.height(), rgb);
    }

    private static RgbImage shifted(RgbImage image, int by) {
        byte[] rgb = image.toBytes();
        int row = 3 * image.width();
        for (int y = 0; y < image.height(); y++) {
            image.copyTo(y * row, rgb, y * row + 3 * by, row - 3 * by);
            image.copyTo(y * row + row - 3 * by, rgb, y * row, 3 * by);
        }
        return RgbImage.of(image.width(), image.height(), rgb);
    }

    private static RgbImage blurred(RgbImage image) {
        int reach = (int) Math.ceil(3 * SIGMA);
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
            weights[k + reach] = Math.exp(-k * k / (2 * SIGMA * SIGMA));
            sum += weights[k + reach];
        }
        int width = image.width();
        int height = image.height();
        double[] across = new double[3 * width * height];
        byte[] rgb = new byte[across.length];
        for (int i = 0; i < across.length; i++) {
            int x = i / 3 % width;
            for (int k = -reach; k <= reach; k++) {
                across[i] += weights[k + reach] / sum * image.value(i + 3 * (Math.clamp(x + k, 0, width - 1) - x));
            }
        }
        for (int i = 0; i < across.length; i++) {
            int y = i / (3 * width);
            double value = 0;
            for (int k = -reach; k <= reach; k++) {
                value += weights[k + reach] / sum * across[i + 3 * width * (Math.clamp(y + k, 0, height - 1) - y)];
            }
            rgb[i] = (byte) Math.round(value);
        }
        return RgbImage.of(width, height, rgb);
    }
}

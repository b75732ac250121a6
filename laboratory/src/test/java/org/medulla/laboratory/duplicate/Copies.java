package org.medulla.laboratory.duplicate;

import java.util.function.IntBinaryOperator;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;

/** What happens to pictures between one collection and the next. */
enum Copies {
    RE_ENCODED("re-encoded, JPEG quality 75"),
    SHIFTED_BY_2("shifted by 2 px"),
    SHIFTED_BY_4("shifted by 4 px"),
    TURNED("turned by 90 degrees"),
    MIRRORED("mirrored"),
    BRIGHTER("15 % brighter"),
    HALVED("half as large"),
    CUT("cut by a tenth, not scaled back");

    private final String words;

    Copies(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    RgbImage of(RgbImage image) {
        int width = image.width();
        int height = image.height();
        return switch (this) {
            case RE_ENCODED -> decoded(image.toJpeg(75));
            case SHIFTED_BY_2 -> shifted(image, 2);
            case SHIFTED_BY_4 -> shifted(image, 4);
            case TURNED -> moved(image, height, width, (x, y) -> (height - 1 - x) * width + y);
            case MIRRORED -> moved(image, width, height, (x, y) -> y * width + width - 1 - x);
            case BRIGHTER -> brighter(image);
            case HALVED -> image.resize(width / 2, height / 2);
            case CUT ->
                moved(image, width * 9 / 10, height * 9 / 10, (x, y) -> (y + height / 20) * width + x + width / 20);
        };
    }

    private static RgbImage shifted(RgbImage image, int pixels) {
        int width = image.width();
        int height = image.height();
        return moved(
                image,
                width,
                height,
                (x, y) -> Math.min(height - 1, y + pixels) * width + Math.min(width - 1, x + pixels));
    }

    private static RgbImage moved(RgbImage image, int width, int height, IntBinaryOperator from) {
        byte[] values = new byte[width * height * RgbImage.CHANNELS];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = from.applyAsInt(x, y);
                for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                    values[(y * width + x) * RgbImage.CHANNELS + channel] =
                            (byte) image.value(pixel * RgbImage.CHANNELS + channel);
                }
            }
        }
        return RgbImage.of(width, height, values);
    }

    private static RgbImage brighter(RgbImage image) {
        byte[] values = new byte[image.width() * image.height() * RgbImage.CHANNELS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.min(255, Math.round(1.15 * image.value(i)));
        }
        return RgbImage.of(image.width(), image.height(), values);
    }

    private static RgbImage decoded(byte[] file) {
        return switch (ImageDecoder.decode(file)) {
            case Decoded.Image image -> image.pixels();
            case Decoded.Rejected rejected -> throw new IllegalStateException(rejected.words());
        };
    }
}

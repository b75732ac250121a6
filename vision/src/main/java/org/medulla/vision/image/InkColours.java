package org.medulla.vision.image;

import java.awt.image.Raster;

/** Converts the four inks of a JPEG or TIFF (cyan, magenta, yellow, black) to RGB by plain multiplication, without a colour profile. */
final class InkColours {
    private static final int YCCK = 2;
    static final int NO_ADOBE_SEGMENT = -1;

    private InkColours() {}

    /**
     * Converts a raster of four bands.
     *
     * @param adobeTransform 2 for YCCK, 0 for CMYK, -1 without an Adobe segment; Adobe's files hold inverted inks
     */
    static RgbImage toRgb(Raster inks, int adobeTransform) {
        int width = inks.getWidth();
        int height = inks.getHeight();
        boolean inverted = adobeTransform != NO_ADOBE_SEGMENT;
        byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), RgbImage.CHANNELS)];
        int bands = inks.getNumBands();
        int full = (1 << Math.min(16, inks.getSampleModel().getSampleSize(0))) - 1;
        int[] row = new int[width * bands];
        int to = 0;
        for (int y = 0; y < height; y++) {
            inks.getPixels(inks.getMinX(), inks.getMinY() + y, width, 1, row);
            for (int i = 0; full != 255 && i < row.length; i++) {
                row[i] = (int) ((long) row[i] * 255 / full);
            }
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                if (adobeTransform == YCCK) {
                    toInks(row, at);
                }
                int black = inverted ? row[at + 3] : 255 - row[at + 3];
                for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                    int colour = inverted ? row[at + channel] : 255 - row[at + channel];
                    rgb[to++] = (byte) ((colour * black + 127) / 255);
                }
            }
        }
        return new RgbImage(width, height, rgb);
    }

    /** YCbCr to the three inks as Adobe stores them, which are inverted and therefore look like RGB. */
    private static void toInks(int[] row, int at) {
        double luma = row[at];
        double blue = row[at + 1] - 128.0;
        double red = row[at + 2] - 128.0;
        row[at] = clamp(luma + 1.402 * red);
        row[at + 1] = clamp(luma - 0.344136 * blue - 0.714136 * red);
        row[at + 2] = clamp(luma + 1.772 * blue);
    }

    private static int clamp(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}

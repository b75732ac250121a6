package org.medulla.vision.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The way between {@link BufferedImage} and RGB bytes. Grey and 16-bit samples are read as they are stored, past Java's
 * colour spaces, because those take grey for linear light and would brighten it.
 */
final class BufferedImages {
    private BufferedImages() {}

    static BufferedImage of(int width, int height, byte[] rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        swapRedAndBlue(rgb, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        return image;
    }

    static RgbImage toRgb(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), RgbImage.CHANNELS)];
        ColorModel model = image.getColorModel();
        DataBuffer buffer = image.getRaster().getDataBuffer();
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && buffer instanceof DataBufferByte bytes
                && bytes.getData().length == rgb.length) {
            swapRedAndBlue(bytes.getData(), rgb);
        } else if (model.getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
            return InkColours.toRgb(image.getRaster(), InkColours.NO_ADOBE_SEGMENT);
        } else if (model instanceof IndexColorModel || isPacked(image) || !isGreyOrRgb(model)) {
            fromColours(image, rgb);
        } else {
            fromSamples(image, rgb);
        }
        return new RgbImage(width, height, rgb);
    }

    private static boolean isPacked(BufferedImage image) {
        return image.getRaster().getNumDataElements() != image.getRaster().getNumBands();
    }

    private static boolean isGreyOrRgb(ColorModel model) {
        int type = model.getColorSpace().getType();
        return type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB;
    }

    private static void swapRedAndBlue(byte[] from, byte[] to) {
        for (int i = 0; i + 2 < to.length; i += RgbImage.CHANNELS) {
            to[i] = from[i + 2];
            to[i + 1] = from[i + 1];
            to[i + 2] = from[i];
        }
    }

    /** Palettes, packed pixels and rare colour spaces: Java's own conversion serves them. */
    private static void fromColours(BufferedImage image, byte[] rgb) {
        int width = image.getWidth();
        int[] row = new int[width];
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                int alpha = argb >>> 24;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    rgb[to++] = (byte) onWhite((argb >> shift) & 0xff, alpha, 255);
                }
            }
        }
    }

    /** One, two (grey), three or four (RGB) samples per pixel, the second or fourth being opacity, of 8 or 16 bits. */
    private static void fromSamples(BufferedImage image, byte[] rgb) {
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        int full = (1 << Math.min(16, raster.getSampleModel().getSampleSize(0))) - 1;
        boolean hasAlpha = image.getColorModel().getTransparency() != Transparency.OPAQUE && bands % 2 == 0;
        boolean premultiplied = image.isAlphaPremultiplied();
        int colours = bands >= 3 ? 3 : 1;
        int width = image.getWidth();
        int[] row = new int[width * bands];
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int alpha = hasAlpha ? row[x * bands + bands - 1] : full;
                for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                    int sample = row[x * bands + Math.min(channel, colours - 1)];
                    int blended = premultiplied ? sample + full - alpha : onWhite(sample, alpha, full);
                    rgb[to++] = (byte) eightBits(blended, full);
                }
            }
        }
    }

    private static int onWhite(int sample, int alpha, int full) {
        return alpha == full
                ? sample
                : (int) (((long) sample * alpha + (long) full * (full - alpha) + full / 2) / full);
    }

    private static int eightBits(int sample, int full) {
        return full == 255 ? sample : (int) (((long) sample * 255 + full / 2) / full);
    }
}

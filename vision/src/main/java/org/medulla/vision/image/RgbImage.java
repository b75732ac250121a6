package org.medulla.vision.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Objects;

/**
 * A picture of 8-bit RGB pixels, immutable and safe for use by many threads. The bytes lie row by row from the top left,
 * red, green, blue; the byte of channel c at (x, y) has the offset {@code (y * width + x) * 3 + c}.
 */
public final class RgbImage {
    /** Bytes per pixel. */
    public static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final byte[] rgb;

    /** Takes ownership of the bytes: only for callers in this package that let go of the array. */
    RgbImage(int width, int height, byte[] owned) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("An image has at least one pixel, not " + width + " x " + height);
        }
        if (owned.length != Math.multiplyExact(Math.multiplyExact(width, height), CHANNELS)) {
            throw new IllegalArgumentException(
                    width + " x " + height + " pixels are not " + owned.length + " bytes of RGB");
        }
        this.width = width;
        this.height = height;
        this.rgb = owned;
    }

    /** An image of a copy of these bytes, interleaved RGB, row by row. */
    public static RgbImage of(int width, int height, byte[] rgb) {
        return new RgbImage(width, height, rgb.clone());
    }

    /**
     * The picture in a BufferedImage of any kind: grey, palette, 16-bit (the upper 8 bits are kept) and transparent (laid on
     * white, the colour of an empty bright field). Colour profiles are ignored: values are taken as stored.
     */
    public static RgbImage of(BufferedImage image) {
        return BufferedImages.toRgb(image);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The value, 0 to 255, of the byte at an offset; the fastest way through all pixels. */
    public int value(int offset) {
        return rgb[offset] & 0xff;
    }

    /** The red of a pixel, 0 to 255. */
    public int red(int x, int y) {
        return rgb[offset(x, y)] & 0xff;
    }

    /** The green of a pixel, 0 to 255. */
    public int green(int x, int y) {
        return rgb[offset(x, y) + 1] & 0xff;
    }

    /** The blue of a pixel, 0 to 255. */
    public int blue(int x, int y) {
        return rgb[offset(x, y) + 2] & 0xff;
    }

    private int offset(int x, int y) {
        Objects.checkIndex(x, width);
        return (y * width + x) * CHANNELS;
    }

    /** Copies {@code length} bytes from an offset of this image into an array. */
    public void copyTo(int offset, byte[] target, int targetOffset, int length) {
        System.arraycopy(rgb, offset, target, targetOffset, length);
    }

    /** A copy of all bytes. */
    public byte[] toBytes() {
        return rgb.clone();
    }

    /** The part of the image whose top left corner is (x, y); it must lie inside. */
    public RgbImage crop(int x, int y, int cropWidth, int cropHeight) {
        Objects.checkFromIndexSize(x, cropWidth, width);
        Objects.checkFromIndexSize(y, cropHeight, height);
        byte[] part = new byte[cropWidth * cropHeight * CHANNELS];
        for (int row = 0; row < cropHeight; row++) {
            copyTo(((y + row) * width + x) * CHANNELS, part, row * cropWidth * CHANNELS, cropWidth * CHANNELS);
        }
        return new RgbImage(cropWidth, cropHeight, part);
    }

    /**
     * The image in another size: shrinking averages the area that each new pixel covers, enlarging interpolates linearly
     * between pixel centres. Each axis is treated by itself.
     */
    public RgbImage resize(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        return new RgbImage(newWidth, newHeight, Resampling.resize(rgb, width, height, newWidth, newHeight));
    }

    /** A BufferedImage of type 3BYTE_BGR with the same pixels. */
    public BufferedImage toBufferedImage() {
        return BufferedImages.of(width, height, rgb);
    }

    /** A PNG file of the image, without loss. */
    public byte[] toPng() {
        return ImageEncoder.png(this);
    }

    /**
     * A JPEG file of the image, with full colour resolution (4:4:4).
     *
     * @param quality 1 to 100, as libjpeg counts
     */
    public byte[] toJpeg(int quality) {
        return ImageEncoder.jpeg(this, quality);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RgbImage that
                && that.width == width
                && that.height == height
                && Arrays.equals(that.rgb, rgb);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(rgb);
    }

    @Override
    public String toString() {
        return "RgbImage[" + width + " x " + height + "]";
    }
}

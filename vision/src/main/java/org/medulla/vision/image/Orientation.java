package org.medulla.vision.image;

/** How a camera was held, as EXIF and TIFF tag 274 number it: what to do to the stored pixels so that they stand upright. */
public enum Orientation {
    UPRIGHT(1, false),
    MIRRORED(2, false),
    TURNED_HALF(3, false),
    FLIPPED(4, false),
    TRANSPOSED(5, true),
    TURNED_RIGHT(6, true),
    TRANSVERSED(7, true),
    TURNED_LEFT(8, true);

    private final int tag;
    private final boolean sideways;

    Orientation(int tag, boolean sideways) {
        this.tag = tag;
        this.sideways = sideways;
    }

    /** The number that EXIF and TIFF have for it, 1 to 8. */
    public int tag() {
        return tag;
    }

    /** The orientation that {@link ImageDecoder} applies to a file; upright for a file that is refused. */
    public static Orientation ofFile(byte[] file) {
        try {
            return FileHeader.read(file).orientation();
        } catch (RefusedFileException e) {
            return UPRIGHT;
        }
    }

    /** The orientation that an EXIF block states, from its byte order on; upright where it is damaged. */
    public static Orientation ofExif(byte[] exif) {
        try {
            return TiffDirectory.read(new ByteReader(exif), 0, Integer.MAX_VALUE)
                    .orientation();
        } catch (RefusedFileException e) {
            return UPRIGHT;
        }
    }

    /** The orientation with a tag value; values outside 1 to 8 count as upright. */
    static Orientation ofTag(long value) {
        for (Orientation orientation : values()) {
            if (orientation.tag == value) {
                return orientation;
            }
        }
        return UPRIGHT;
    }

    RgbImage apply(RgbImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int storedWidth = stored.width();
        int storedHeight = stored.height();
        int width = sideways ? storedHeight : storedWidth;
        int height = sideways ? storedWidth : storedHeight;
        byte[] rgb = new byte[width * height * RgbImage.CHANNELS];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = switch (this) {
                    case UPRIGHT, FLIPPED -> x;
                    case MIRRORED, TURNED_HALF -> storedWidth - 1 - x;
                    case TRANSPOSED, TURNED_RIGHT -> y;
                    case TRANSVERSED, TURNED_LEFT -> storedWidth - 1 - y;
                };
                int fromY = switch (this) {
                    case UPRIGHT, MIRRORED -> y;
                    case TURNED_HALF, FLIPPED -> storedHeight - 1 - y;
                    case TRANSPOSED, TURNED_LEFT -> x;
                    case TURNED_RIGHT, TRANSVERSED -> storedHeight - 1 - x;
                };
                stored.copyTo(
                        (fromY * storedWidth + fromX) * RgbImage.CHANNELS,
                        rgb,
                        (y * width + x) * RgbImage.CHANNELS,
                        RgbImage.CHANNELS);
            }
        }
        return new RgbImage(width, height, rgb);
    }
}

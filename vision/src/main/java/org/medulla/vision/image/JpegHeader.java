package org.medulla.vision.image;

import java.util.Arrays;

/**
 * The segments of a JPEG file up to its first scan (ITU-T T.81, annex B).
 *
 * @param width pixels across
 * @param height pixels down
 * @param components 1 grey, 3 colour, 4 with black
 * @param unitWidth width of a minimum coded unit in pixels: 8 times the largest horizontal sampling factor
 * @param unitHeight height of a minimum coded unit
 * @param coarseness grey levels that one step of the coarsest quantiser of block means stands for
 * @param adobeTransform colour transform of the Adobe segment; -1 where there is none
 * @param orientation from EXIF
 */
record JpegHeader(
        int width,
        int height,
        int components,
        int unitWidth,
        int unitHeight,
        double coarseness,
        int adobeTransform,
        Orientation orientation) {

    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    static JpegHeader read(ByteReader bytes) throws RefusedFileException {
        JpegHeader frame = null;
        double coarseness = 0;
        int adobeTransform = -1;
        Orientation orientation = Orientation.UPRIGHT;
        int at = 2;
        while (true) {
            if (bytes.u8(at) != 0xff) {
                throw new RefusedFileException(RejectionReason.GARBLED, "has bytes where a JPEG segment should begin");
            }
            int marker = bytes.u8(at + 1);
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == END_OF_IMAGE) {
                throw ByteReader.truncated();
            }
            if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
                at += 2;
                continue;
            }
            int length = bytes.u16(at + 2, false);
            int data = at + 4;
            if (marker == START_OF_SCAN) {
                if (frame == null) {
                    throw new RefusedFileException(RejectionReason.GARBLED, "has a JPEG scan before its frame header");
                }
                requireEnd(bytes, at + 2 + length);
                return new JpegHeader(
                        frame.width,
                        frame.height,
                        frame.components,
                        frame.unitWidth,
                        frame.unitHeight,
                        coarseness,
                        adobeTransform,
                        orientation);
            }
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                frame = frame(bytes, marker, data);
            } else if (marker == 0xdb) {
                coarseness = Math.max(coarseness, coarseness(bytes, data, at + 2 + length));
            } else if (marker == 0xee && length >= 14 && ascii(bytes, data, "Adobe")) {
                adobeTransform = bytes.u8(data + 11);
            } else if (marker == 0xe1 && length >= 16 && ascii(bytes, data, "Exif")) {
                orientation = exifOrientation(bytes, data + 6, length - 8);
            }
            at += 2 + length;
        }
    }

    private static JpegHeader frame(ByteReader bytes, int marker, int data) throws RefusedFileException {
        int precision = bytes.u8(data);
        if (marker > 0xc2 || precision != 8) {
            throw new RefusedFileException(
                    RejectionReason.UNSUPPORTED,
                    "is a lossless, arithmetic-coded or 12-bit JPEG, which is not read here");
        }
        int height = bytes.u16(data + 1, false);
        int width = bytes.u16(data + 3, false);
        int components = bytes.u8(data + 5);
        int across = 1;
        int down = 1;
        for (int i = 0; i < components; i++) {
            int sampling = bytes.u8(data + 7 + 3L * i);
            across = Math.max(across, sampling >> 4);
            down = Math.max(down, sampling & 15);
        }
        if (components == 1) {
            across = 1;
            down = 1;
        }
        return new JpegHeader(width, height, components, 8 * across, 8 * down, 0, -1, Orientation.UPRIGHT);
    }

    /** The largest first entry of the quantiser tables in a segment; a block's mean is an eighth of its first coefficient. */
    private static double coarseness(ByteReader bytes, int data, int end) throws RefusedFileException {
        int largest = 0;
        int table = data;
        while (table < end) {
            boolean wide = bytes.u8(table) >> 4 != 0;
            largest = Math.max(largest, wide ? bytes.u16(table + 1L, false) : bytes.u8(table + 1L));
            table += wide ? 129 : 65;
        }
        return largest / 8.0;
    }

    private static boolean ascii(ByteReader bytes, int at, String text) throws RefusedFileException {
        for (int i = 0; i < text.length(); i++) {
            if (bytes.u8(at + (long) i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A damaged EXIF segment is no reason to refuse a picture: it counts as upright. */
    private static Orientation exifOrientation(ByteReader bytes, int at, int length) {
        if (length < 8 || at + length > bytes.length()) {
            return Orientation.UPRIGHT;
        }
        try {
            ByteReader exif = new ByteReader(Arrays.copyOfRange(bytes.file(), at, at + length));
            return TiffDirectory.read(exif, 0, Integer.MAX_VALUE).orientation();
        } catch (RefusedFileException e) {
            return Orientation.UPRIGHT;
        }
    }

    /** Looks for the end-of-image marker after the first scan; without one the file was cut. */
    private static void requireEnd(ByteReader bytes, int scan) throws RefusedFileException {
        byte[] file = bytes.file();
        for (int i = file.length - 2; i >= scan; i--) {
            if (file[i] == (byte) 0xff && file[i + 1] == (byte) END_OF_IMAGE) {
                return;
            }
        }
        throw ByteReader.truncated();
    }
}

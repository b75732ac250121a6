package org.medulla.vision.image;

import java.util.OptionalDouble;

/**
 * The first directory of a TIFF structure, which is also what EXIF is written in (TIFF 6.0, section 2). Every value must lie
 * inside the file, so that a decoder is never asked to make room for more than there is.
 *
 * @param width pixels across; 0 where the directory states none, as in EXIF
 * @param height pixels down
 * @param orientation tag 274
 * @param micronsPerPixel from tags 282, 283 and 296
 */
record TiffDirectory(int width, int height, Orientation orientation, OptionalDouble micronsPerPixel) {
    private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    private static final int MAX_SAMPLES = 5;
    private static final double MICRONS_PER_INCH = 25_400;
    private static final double MICRONS_PER_CENTIMETRE = 10_000;

    FileHeader toHeader() {
        return new FileHeader(ImageFormat.TIFF, width, height, orientation, micronsPerPixel);
    }

    /**
     * Reads the directory.
     *
     * @param bytes the file, or the part of it that the offsets count from
     * @param start where the byte-order mark stands
     * @param dataEnd where the pixel data must end at the latest
     */
    static TiffDirectory read(ByteReader bytes, int start, int dataEnd) throws RefusedFileException {
        boolean little = bytes.u8(start) == 'I';
        long at = bytes.u32(start + 4L, little);
        int entries = bytes.u16(at, little);
        Entries tags = new Entries(bytes, little, at + 2, entries);
        long width = tags.number(256, 0);
        long height = tags.number(257, 0);
        if (dataEnd != Integer.MAX_VALUE) {
            tags.checkSizes();
            tags.checkData(273, 279, dataEnd);
            tags.checkData(324, 325, dataEnd);
            if (tags.number(277, 1) > MAX_SAMPLES) {
                throw new RefusedFileException(
                        RejectionReason.UNSUPPORTED,
                        "has " + tags.number(277, 1) + " samples per pixel, which is not read here");
            }
            width = Math.max(width, tags.number(322, 0));
            height = Math.max(height, tags.number(323, 0));
        }
        return new TiffDirectory(
                (int) Math.min(width, Integer.MAX_VALUE),
                (int) Math.min(height, Integer.MAX_VALUE),
                Orientation.ofTag(tags.number(274, 1)),
                micronsPerPixel(tags));
    }

    private static OptionalDouble micronsPerPixel(Entries tags) throws RefusedFileException {
        double unit = switch ((int) tags.number(296, 2)) {
            case 2 -> MICRONS_PER_INCH;
            case 3 -> MICRONS_PER_CENTIMETRE;
            default -> 0;
        };
        double across = unit / tags.fraction(282);
        double down = unit / tags.fraction(283);
        boolean square = Math.abs(across - down) <= 0.01 * across;
        return square && across >= 0.01 && across <= 10 ? OptionalDouble.of(across) : OptionalDouble.empty();
    }

    /** The entries of a directory: twelve bytes each, with the tag, type, count and value or its place. */
    private record Entries(ByteReader bytes, boolean little, long at, int count) {

        private long find(int tag) throws RefusedFileException {
            for (long entry = at; entry < at + 12L * count; entry += 12) {
                if (bytes.u16(entry, little) == tag) {
                    return entry;
                }
            }
            return -1;
        }

        private int typeSize(long entry) throws RefusedFileException {
            int type = bytes.u16(entry + 2, little);
            return type < TYPE_SIZES.length ? TYPE_SIZES[type] : 0;
        }

        private long place(long entry) throws RefusedFileException {
            long size = bytes.u32(entry + 4, little) * typeSize(entry);
            return size <= 4 ? entry + 8 : bytes.u32(entry + 8, little);
        }

        private long element(long entry, long index) throws RefusedFileException {
            long at = place(entry);
            return switch (typeSize(entry)) {
                case 1 -> bytes.u8(at + index);
                case 2 -> bytes.u16(at + 2 * index, little);
                default -> bytes.u32(at + 4 * index, little);
            };
        }

        long number(int tag, long otherwise) throws RefusedFileException {
            long entry = find(tag);
            return entry < 0 ? otherwise : element(entry, 0);
        }

        double fraction(int tag) throws RefusedFileException {
            long entry = find(tag);
            return entry < 0 ? Double.NaN : (double) element(entry, 0) / element(entry, 1);
        }

        void checkSizes() throws RefusedFileException {
            for (long entry = at; entry < at + 12L * count; entry += 12) {
                long size = bytes.u32(entry + 4, little) * typeSize(entry);
                if (size > 4 && place(entry) + size > bytes.length()) {
                    throw ByteReader.truncated();
                }
            }
        }

        void checkData(int offsetsTag, int lengthsTag, long end) throws RefusedFileException {
            long offsets = find(offsetsTag);
            long lengths = find(lengthsTag);
            if (offsets < 0 || lengths < 0) {
                return;
            }
            long parts = Math.min(bytes.u32(offsets + 4, little), bytes.u32(lengths + 4, little));
            for (long i = 0; i < parts; i++) {
                if (element(offsets, i) + element(lengths, i) > end) {
                    throw ByteReader.truncated();
                }
            }
        }
    }
}

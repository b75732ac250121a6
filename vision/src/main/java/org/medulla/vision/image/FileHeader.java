package org.medulla.vision.image;

import java.util.OptionalDouble;

/**
 * What the head of an image file states, read by own code before any decoder sees the file.
 *
 * @param format the format
 * @param width pixels across, as stored
 * @param height pixels down, as stored
 * @param orientation how the stored pixels are turned upright
 * @param micronsPerPixel see {@link Decoded.Image}
 */
record FileHeader(ImageFormat format, int width, int height, Orientation orientation, OptionalDouble micronsPerPixel) {

    FileHeader(ImageFormat format, int width, int height) {
        this(format, width, height, Orientation.UPRIGHT, OptionalDouble.empty());
    }

    /** Reads the head, or refuses a file that is no image, ends early, contradicts itself or is not supported. */
    static FileHeader read(byte[] file) throws RefusedFileException {
        if (file.length == 0) {
            throw new RefusedFileException(RejectionReason.EMPTY, "is empty");
        }
        ByteReader bytes = new ByteReader(file);
        if (bytes.startsWith(0xff, 0xd8, 0xff)) {
            JpegHeader jpeg = JpegHeader.read(bytes);
            return new FileHeader(
                    ImageFormat.JPEG, jpeg.width(), jpeg.height(), jpeg.orientation(), OptionalDouble.empty());
        }
        if (bytes.startsWith(0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return PngHeader.read(bytes);
        }
        if (bytes.startsWith('I', 'I', 42, 0) || bytes.startsWith('M', 'M', 0, 42)) {
            return TiffDirectory.read(bytes, 0, file.length).toHeader();
        }
        if (bytes.startsWith('I', 'I', 43, 0) || bytes.startsWith('M', 'M', 0, 43)) {
            throw new RefusedFileException(RejectionReason.UNSUPPORTED, "is a BigTIFF, which is not read here");
        }
        if (bytes.startsWith('B', 'M')) {
            return BmpHeader.read(bytes);
        }
        throw new RefusedFileException(RejectionReason.NOT_AN_IMAGE, "is not a JPEG, PNG, TIFF or BMP image");
    }
}

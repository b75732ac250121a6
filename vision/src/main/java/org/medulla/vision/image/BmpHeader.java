package org.medulla.vision.image;

/** The head of a Windows or OS/2 bitmap; an uncompressed one is also checked for being all there. */
final class BmpHeader {
    private BmpHeader() {}

    static FileHeader read(ByteReader bytes) throws RefusedFileException {
        long dataOffset = bytes.u32(10, true);
        long headerSize = bytes.u32(14, true);
        boolean old = headerSize == 12;
        if (!old && (headerSize < 16 || headerSize > 1024)) {
            throw new RefusedFileException(RejectionReason.NOT_AN_IMAGE, "is not a JPEG, PNG, TIFF or BMP image");
        }
        long width = old ? bytes.u16(18, true) : (int) bytes.u32(18, true);
        long height = old ? bytes.u16(20, true) : Math.abs((long) (int) bytes.u32(22, true));
        int bitsPerPixel = bytes.u16(old ? 24 : 28, true);
        long compression = old || headerSize < 20 ? 0 : bytes.u32(30, true);
        if (width < 1 || height < 1) {
            throw new RefusedFileException(RejectionReason.GARBLED, "states a picture without pixels");
        }
        boolean uncompressed = compression == 0 || compression == 3;
        long rowBytes = (width * bitsPerPixel + 31) / 32 * 4;
        if (uncompressed
                && width * height < Integer.MAX_VALUE
                && dataOffset + rowBytes * height > bytes.length() + 3L) {
            throw ByteReader.truncated();
        }
        return new FileHeader(
                ImageFormat.BMP, (int) Math.min(width, Integer.MAX_VALUE), (int) Math.min(height, Integer.MAX_VALUE));
    }
}

package org.medulla.vision.image;

import java.util.zip.CRC32;

/** The chunks of a PNG file: all of them are walked and their check sums compared, because Java's reader compares none. */
final class PngHeader {
    private static final int SIGNATURE = 8;
    private static final long HEADER = 0x49484452;
    private static final long END = 0x49454e44;

    private PngHeader() {}

    static FileHeader read(ByteReader bytes) throws RefusedFileException {
        if (bytes.u32(SIGNATURE + 4, false) != HEADER) {
            throw new RefusedFileException(RejectionReason.GARBLED, "is a PNG without a header chunk");
        }
        long width = bytes.u32(SIGNATURE + 8, false);
        long height = bytes.u32(SIGNATURE + 12, false);
        long at = SIGNATURE;
        long type;
        do {
            long length = bytes.u32(at, false);
            type = bytes.u32(at + 4, false);
            long stated = bytes.u32(at + 8 + length, false);
            CRC32 sum = new CRC32();
            sum.update(bytes.file(), (int) at + 4, (int) length + 4);
            if (sum.getValue() != stated) {
                throw new RefusedFileException(RejectionReason.GARBLED, "has a PNG chunk with a wrong check sum");
            }
            at += 12 + length;
        } while (type != END);
        return new FileHeader(
                ImageFormat.PNG, (int) Math.min(width, Integer.MAX_VALUE), (int) Math.min(height, Integer.MAX_VALUE));
    }
}

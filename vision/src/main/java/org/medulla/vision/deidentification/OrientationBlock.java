package org.medulla.vision.deidentification;

import java.nio.ByteBuffer;
import org.medulla.vision.image.Orientation;

/** An EXIF block of one tag, the orientation. */
final class OrientationBlock {
    private static final int LENGTH = 26;
    private static final short TAG = 274;
    private static final short SHORT = 3;

    private OrientationBlock() {}

    static byte[] of(Orientation orientation) {
        return ByteBuffer.allocate(LENGTH)
                .put((byte) 'M')
                .put((byte) 'M')
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort(TAG)
                .putShort(SHORT)
                .putInt(1)
                .putShort((short) orientation.tag())
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}

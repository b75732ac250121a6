package org.medulla.vision.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The comment segment of a JPEG file: words that travel with the picture. */
public final class JpegComment {
    private static final int COMMENT = 0xfe;
    private static final int FIRST_APPLICATION = 0xe0;
    private static final int START_OF_SCAN = 0xda;

    private JpegComment() {}

    /** A copy of the file with a comment of up to 60,000 bytes of UTF-8, placed behind the first segment. */
    public static byte[] add(byte[] jpeg, String words) {
        byte[] text = words.getBytes(StandardCharsets.UTF_8);
        if (text.length > 60_000 || jpeg.length < 6 || (jpeg[0] & 0xff) != 0xff || (jpeg[1] & 0xff) != 0xd8) {
            throw new IllegalArgumentException("A comment goes into a JPEG and is no longer than 60,000 bytes");
        }
        int at = 2;
        if ((jpeg[3] & 0xff) == FIRST_APPLICATION) {
            at += 2 + unsigned(jpeg, 4);
        }
        return ByteBuffer.allocate(jpeg.length + text.length + 4)
                .put(jpeg, 0, at)
                .put((byte) 0xff)
                .put((byte) COMMENT)
                .putShort((short) (text.length + 2))
                .put(text)
                .put(jpeg, at, jpeg.length - at)
                .array();
    }

    /** The first comment of the file. */
    public static Optional<String> read(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
            int marker = jpeg[at + 1] & 0xff;
            int length = unsigned(jpeg, at + 2);
            if (marker == START_OF_SCAN || length < 2 || at + 2 + length > jpeg.length) {
                return Optional.empty();
            }
            if (marker == COMMENT) {
                return Optional.of(new String(jpeg, at + 4, length - 2, StandardCharsets.UTF_8));
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    private static int unsigned(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }
}

package org.medulla.vision.deidentification;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a JPEG file in their order (ITU-T T.81, annex B), through all scans to the end of the image.
 *
 * @param parts segments, each scan with its coded data
 * @param end where the image ends: the first byte behind its end marker, or behind the last part that could be read
 * @param damage what is wrong where the file could not be read to its end marker; empty where it could
 */
record JpegParts(List<Part> parts, int end, String damage) {
    static final int START = 0xd8;
    static final int END = 0xd9;
    static final int SCAN = 0xda;
    static final int COMMENT = 0xfe;
    static final int FIRST_APPLICATION = 0xe0;
    static final int LAST_APPLICATION = 0xef;

    /**
     * One part.
     *
     * @param marker the second byte of its marker
     * @param from where its marker begins, fill bytes not counted
     * @param data where its data begin, behind the length; equal to {@code to} where it has none
     * @param to the first byte behind it
     */
    record Part(int marker, int from, int data, int to) {

        boolean isApplication(int number) {
            return marker == FIRST_APPLICATION + number;
        }

        /** Whether pixels need it: frames, scans, tables and markers without data. */
        boolean isOfPixels() {
            return (marker >= 0xc0 && marker <= 0xdf) || marker == 0x01;
        }

        boolean isAnyApplication() {
            return marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION;
        }
    }

    JpegParts {
        parts = List.copyOf(parts);
    }

    static boolean isJpeg(Stretch file) {
        return file.startsWith("\u00ff\u00d8\u00ff");
    }

    static JpegParts of(Stretch file) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        try {
            while (true) {
                if (file.u8(at) != 0xff) {
                    return new JpegParts(parts, at, "has bytes where a segment should begin");
                }
                int marker = file.u8(at + 1);
                if (marker == 0xff) {
                    at++;
                    continue;
                }
                int from = at;
                if (marker == START || marker == END || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
                    at += 2;
                    parts.add(new Part(marker, from, at, at));
                    if (marker == END) {
                        return new JpegParts(parts, at, "");
                    }
                    continue;
                }
                int length = file.u16(at + 2, false);
                if (length < 2 || !file.has(at + 2, length)) {
                    return new JpegParts(parts, at, "has a segment that reaches beyond the end of the file");
                }
                int to = at + 2 + length;
                if (marker == SCAN) {
                    to = endOfScan(file, to);
                }
                parts.add(new Part(marker, from, from + 4, to));
                at = to;
            }
        } catch (DamagedException e) {
            return new JpegParts(parts, Math.min(at, file.length()), "ends before the image does");
        }
    }

    /** The place of the next marker that is neither a stuffed byte nor a restart. */
    private static int endOfScan(Stretch file, int from) throws DamagedException {
        int at = from;
        while (true) {
            if (file.u8(at) == 0xff) {
                int next = file.u8(at + 1);
                if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                    return at;
                }
            }
            at++;
        }
    }
}

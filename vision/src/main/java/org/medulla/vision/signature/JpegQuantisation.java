package org.medulla.vision.signature;

/** How coarsely a JPEG file was written, from its quantisation tables (marker DQT, ITU-T T.81, B.2.4.1). */
final class JpegQuantisation {
    private static final int MARKER = 0xff;
    private static final int START_OF_IMAGE = 0xd8;
    private static final int TABLES = 0xdb;
    private static final int START_OF_SCAN = 0xda;
    private static final int ENTRIES = 64;

    private JpegQuantisation() {}

    /** The mean logarithm of the steps in all tables before the first scan; 0 where the file is no JPEG or ends too early. */
    static double meanLogStep(byte[] file) {
        if (file.length < 2 || at(file, 0) != MARKER || at(file, 1) != START_OF_IMAGE) {
            return 0;
        }
        double sum = 0;
        int count = 0;
        int position = 2;
        while (position + 4 <= file.length && at(file, position) == MARKER && at(file, position + 1) != START_OF_SCAN) {
            int length = at(file, position + 2) << 8 | at(file, position + 3);
            int end = position + 2 + length;
            if (at(file, position + 1) == TABLES && end <= file.length) {
                int table = position + 4;
                while (table < end) {
                    int bytes = at(file, table) >> 4 == 0 ? 1 : 2;
                    for (int i = 0; i < ENTRIES && table + 1 + (i + 1) * bytes <= end; i++) {
                        int step = bytes == 1
                                ? at(file, table + 1 + i)
                                : at(file, table + 1 + 2 * i) << 8 | at(file, table + 2 + 2 * i);
                        sum += Math.log(Math.max(1, step));
                        count++;
                    }
                    table += 1 + ENTRIES * bytes;
                }
            }
            position = end;
        }
        return count == 0 ? 0 : sum / count;
    }

    private static int at(byte[] file, int position) {
        return file[position] & 0xff;
    }
}

package org.medulla.laboratory.tar;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Writes a tar archive in the ustar form of POSIX.1-1988, which every tar reads. All files are readable by all, of owner and group
 * 0 and of the first second of 1970, so that the same files give the same bytes.
 */
public final class TarWriter {
    static final int BLOCK = 512;
    private static final int LONGEST_NAME = 100;

    private final OutputStream out;

    /** Writes to a stream, which stays open. */
    public TarWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Adds a file.
     *
     * @param name its path in the archive, at most 100 bytes of ASCII
     * @throws IOException when the stream does not take it
     */
    public void add(String name, byte[] bytes) throws IOException {
        out.write(header(name, bytes.length));
        out.write(bytes);
        out.write(new byte[padding(bytes.length)]);
    }

    /**
     * Ends the archive with two empty blocks; nothing can be added afterwards.
     *
     * @throws IOException when the stream does not take it
     */
    public void finish() throws IOException {
        out.write(new byte[2 * BLOCK]);
    }

    /** How many bytes fill the last block of a file. */
    static int padding(long length) {
        return (int) ((BLOCK - length % BLOCK) % BLOCK);
    }

    private static byte[] header(String name, long length) {
        byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
        if (nameBytes.length > LONGEST_NAME
                || nameBytes.length == 0
                || name.chars().anyMatch(c -> c > 126)) {
            throw new IllegalArgumentException("Not a name for a file in a tar archive: " + name);
        }
        byte[] header = new byte[BLOCK];
        System.arraycopy(nameBytes, 0, header, 0, nameBytes.length);
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, String.format(Locale.ROOT, "%011o\0", length));
        put(header, 136, "00000000000\0");
        put(header, 148, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum(header)));
        return header;
    }

    /** The sum of a header's bytes, those of the sum itself taken as blanks. */
    static int sum(byte[] header) {
        byte[] blanked = header.clone();
        Arrays.fill(blanked, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte one : blanked) {
            sum += one & 0xff;
        }
        return sum;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}

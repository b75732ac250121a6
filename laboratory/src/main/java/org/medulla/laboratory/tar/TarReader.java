package org.medulla.laboratory.tar;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the files of a tar archive in the ustar form one after the other, as {@link TarWriter} writes them. */
public final class TarReader {
    private static final int MOST_BYTES = 256 << 20;

    private final InputStream in;

    /** Reads from a stream, which stays open. */
    public TarReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next file; none at the end of the archive.
     *
     * @throws IOException when the archive is cut short, damaged, or of a form that is not read
     */
    public Optional<TarFile> next() throws IOException {
        while (true) {
            byte[] header = block();
            if (TarWriter.sum(header) == 8 * ' ' && header[0] == 0) {
                return Optional.empty();
            }
            if (octal(header, 148, 8) != TarWriter.sum(header)) {
                throw new IOException("a header does not agree with its sum");
            }
            long length = octal(header, 124, 12);
            if (length > MOST_BYTES) {
                throw new IOException("a file in it is larger than any image of a cell");
            }
            String name = text(header, 345, 155);
            name = name.isEmpty() ? text(header, 0, 100) : name + "/" + text(header, 0, 100);
            char kind = (char) header[156];
            byte[] bytes = in.readNBytes((int) length);
            if (bytes.length < length) {
                throw new EOFException("it ends within " + name);
            }
            in.skipNBytes(TarWriter.padding(length));
            if (kind == '0' || kind == 0) {
                return Optional.of(new TarFile(name, bytes));
            }
            if (kind != '5') {
                throw new IOException(name + " is of a kind that is not read");
            }
        }
    }

    private byte[] block() throws IOException {
        byte[] block = in.readNBytes(TarWriter.BLOCK);
        if (block.length < TarWriter.BLOCK) {
            throw new EOFException("it ends without an end");
        }
        return block;
    }

    private static String text(byte[] header, int at, int length) {
        int end = at;
        while (end < at + length && header[end] != 0) {
            end++;
        }
        return new String(header, at, end - at, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int at, int length) throws IOException {
        String digits = text(header, at, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("a number in a header is none", e);
        }
    }
}

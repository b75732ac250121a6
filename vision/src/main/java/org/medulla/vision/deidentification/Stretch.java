package org.medulla.vision.deidentification;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Some bytes of a file; every read is checked, and one past the end is a {@link DamagedException}. */
final class Stretch {
    private static final int SAMPLED = 4096;
    private static final int FEWEST_LETTERS = 4;
    private static final double PRINTABLE = 0.9;

    private final byte[] file;
    private final int from;
    private final int to;

    private Stretch(byte[] file, int from, int to) {
        this.file = file;
        this.from = from;
        this.to = to;
    }

    /** All bytes of a file, which is not copied and must not be changed. */
    static Stretch of(byte[] file) {
        return new Stretch(file, 0, file.length);
    }

    int length() {
        return to - from;
    }

    boolean has(long at, long count) {
        return at >= 0 && count >= 0 && at <= length() && count <= length() - at;
    }

    int u8(long at) throws DamagedException {
        if (!has(at, 1)) {
            throw new DamagedException("ends early");
        }
        return file[from + (int) at] & 0xff;
    }

    int u16(long at, boolean little) throws DamagedException {
        int first = u8(at);
        int second = u8(at + 1);
        return little ? (second << 8) | first : (first << 8) | second;
    }

    long u32(long at, boolean little) throws DamagedException {
        long first = u16(at, little);
        long second = u16(at + 2, little);
        return little ? (second << 16) | first : (first << 16) | second;
    }

    /** The bytes from a place on, so many of them. */
    Stretch part(long at, long count) throws DamagedException {
        if (!has(at, count)) {
            throw new DamagedException("ends early");
        }
        return new Stretch(file, from + (int) at, from + (int) (at + count));
    }

    /** The bytes from a place to the end. */
    Stretch rest(long at) throws DamagedException {
        return part(at, length() - at);
    }

    /** The first bytes, so many at most. */
    Stretch first(int count) {
        return new Stretch(file, from, from + Math.min(count, length()));
    }

    /** Whether the bytes begin with these characters of ASCII. */
    boolean startsWith(String ascii) {
        if (length() < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if ((file[from + i] & 0xff) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The first place of a byte, or the length where there is none. */
    int indexOf(int value) {
        for (int i = from; i < to; i++) {
            if ((file[i] & 0xff) == value) {
                return i - from;
            }
        }
        return length();
    }

    boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (file[i] != 0 && file[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    /** Whether the bytes read like text: nine of ten are printable, and there are four at least. */
    boolean isText() {
        int seen = Math.min(length(), SAMPLED);
        int printable = 0;
        for (int i = from; i < from + seen; i++) {
            int value = file[i] & 0xff;
            printable += (value >= 0x20 && value < 0x7f) || value == '\n' || value == '\r' || value == '\t' ? 1 : 0;
        }
        return seen >= FEWEST_LETTERS && printable >= PRINTABLE * seen;
    }

    /** The bytes as UTF-8, or as Latin 1 where they are none. */
    String text() {
        ByteBuffer bytes = ByteBuffer.wrap(file, from, length());
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return text(StandardCharsets.ISO_8859_1);
        }
    }

    String text(Charset charset) {
        return new String(file, from, length(), charset);
    }

    byte[] toBytes() {
        return Arrays.copyOfRange(file, from, to);
    }
}

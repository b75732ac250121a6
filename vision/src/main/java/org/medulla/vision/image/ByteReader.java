package org.medulla.vision.image;

/** Numbers at places of a file; reading past the end refuses the file as truncated. */
final class ByteReader {
    private final byte[] file;

    ByteReader(byte[] file) {
        this.file = file;
    }

    /** The bytes themselves, not a copy: for reading only. */
    byte[] file() {
        return file;
    }

    int length() {
        return file.length;
    }

    boolean startsWith(int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= file.length || (file[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }

    int u8(long at) throws RefusedFileException {
        if (at < 0 || at >= file.length) {
            throw truncated();
        }
        return file[(int) at] & 0xff;
    }

    int u16(long at, boolean littleEndian) throws RefusedFileException {
        int first = u8(at);
        int second = u8(at + 1);
        return littleEndian ? (second << 8) | first : (first << 8) | second;
    }

    long u32(long at, boolean littleEndian) throws RefusedFileException {
        long first = u16(at, littleEndian);
        long second = u16(at + 2, littleEndian);
        return littleEndian ? (second << 16) | first : (first << 16) | second;
    }

    static RefusedFileException truncated() {
        return new RefusedFileException(RejectionReason.TRUNCATED, "ends before the picture does");
    }
}

package org.medulla.vision.model;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Takes bytes and keeps only their number, check sum and digest. */
final class MeasuringStream extends OutputStream {
    private final MessageDigest digest = Digests.sha256();
    private final CRC32 checkSum = new CRC32();
    private long size;

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        checkSum.update(bytes, offset, length);
        size += length;
    }

    /** The SHA-256 in hexadecimal; ends the measuring. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What the headers of a zip archive say about these bytes. */
    StoredZip.Entry entry(String name) {
        return new StoredZip.Entry(name, (int) checkSum.getValue(), Math.toIntExact(size));
    }
}

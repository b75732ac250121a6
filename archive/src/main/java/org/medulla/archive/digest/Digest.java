package org.medulla.archive.digest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;

/**
 * The SHA-256 (FIPS 180-4) of some bytes, by which they are named and known to be unchanged.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) implements Comparable<Digest> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 in lower-case hexadecimal: " + hex);
        }
    }

    /** The digest of some bytes. */
    public static Digest of(byte[] bytes) {
        return ofRaw(sha256().digest(bytes));
    }

    /**
     * The digest of a file's bytes, read as a stream.
     *
     * @throws IOException when the file cannot be read
     */
    public static Digest of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    /**
     * The digest of what a stream gives up to its end.
     *
     * @throws IOException when it cannot be read
     */
    public static Digest of(InputStream in) throws IOException {
        MessageDigest sha256 = sha256();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            sha256.update(buffer, 0, read);
        }
        return ofRaw(sha256.digest());
    }

    /** A digest from its 32 bytes. */
    public static Digest ofRaw(byte[] raw) {
        return new Digest(HexFormat.of().formatHex(raw));
    }

    /** The 32 bytes. */
    public byte[] raw() {
        return HexFormat.of().parseHex(hex);
    }

    /** A new SHA-256 computation. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new MedullaException(ErrorCode.INTERNAL, "This Java has no SHA-256; use a standard JDK.", e);
        }
    }

    @Override
    public int compareTo(Digest other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}

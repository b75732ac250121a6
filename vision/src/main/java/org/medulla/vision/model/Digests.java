package org.medulla.vision.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 digests, and the list of them that {@code sha256sum --check} understands. */
final class Digests {
    private Digests() {}

    /** A digest that has seen nothing. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The digest of bytes from their start, in hexadecimal. */
    static String hex(ByteBuffer bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes.duplicate().rewind());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** One line for each name, sorted. */
    static byte[] list(Map<String, String> digests) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(digests)
                .forEach((name, digest) ->
                        lines.append(digest).append("  ").append(name).append('\n'));
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }
}

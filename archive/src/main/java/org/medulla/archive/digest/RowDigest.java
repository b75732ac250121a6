package org.medulla.archive.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.SortedMap;

/**
 * The SHA-256 of a database row in canonical form: the table's name, then for each column that is not null, in alphabetical
 * order, {@code name=TYPE length:value} where TYPE is I (integer, decimal), R (real, as Java prints a double), T (text, UTF-8)
 * or B (bytes). Columns that are null are left out, so a column added by a later migration leaves old digests valid.
 */
public final class RowDigest {
    private RowDigest() {}

    /**
     * The 32 bytes of the digest.
     *
     * @param table the table's name
     * @param columns the values that are not null: Long, Integer, Double, String or byte[]
     */
    public static byte[] of(String table, SortedMap<String, Object> columns) {
        MessageDigest sha256 = Digest.sha256();
        sha256.update(table.getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, Object> column : columns.entrySet()) {
            char type = typeOf(column.getValue());
            byte[] value = bytesOf(column.getValue());
            sha256.update(("\n" + column.getKey() + "=" + type + value.length + ":").getBytes(StandardCharsets.UTF_8));
            sha256.update(value);
        }
        return sha256.digest();
    }

    private static char typeOf(Object value) {
        return switch (value) {
            case Long l -> 'I';
            case Integer i -> 'I';
            case Double d -> 'R';
            case String s -> 'T';
            case byte[] b -> 'B';
            default -> throw new IllegalArgumentException("A row holds no " + value.getClass());
        };
    }

    private static byte[] bytesOf(Object value) {
        return value instanceof byte[] bytes ? bytes : value.toString().getBytes(StandardCharsets.UTF_8);
    }
}

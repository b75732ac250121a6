package org.medulla.archive.audit;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of a fact row that is about to be written. */
public final class Row {
    private final SortedMap<String, Object> columns = new TreeMap<>();

    /** Sets a text column. */
    public Row text(String column, String value) {
        columns.put(column, value);
        return this;
    }

    /** Sets a text column, or leaves it null. */
    public Row text(String column, Optional<String> value) {
        value.ifPresent(v -> columns.put(column, v));
        return this;
    }

    /** Sets an integer column. */
    public Row integer(String column, long value) {
        columns.put(column, value);
        return this;
    }

    /** Sets a real column, or leaves it null. */
    public Row real(String column, OptionalDouble value) {
        value.ifPresent(v -> columns.put(column, v));
        return this;
    }

    /** Sets a column of bytes, which are not copied. */
    public Row bytes(String column, byte[] value) {
        columns.put(column, value);
        return this;
    }

    SortedMap<String, Object> columns() {
        return columns;
    }
}

package org.medulla.laboratory.parquet;

/** The type of a column's values. */
public enum ParquetType {
    /** A Java Integer. */
    INT32(1),
    /** A Java Long. */
    INT64(2),
    /** A Java Double. */
    DOUBLE(5),
    /** A Java String. */
    TEXT(6),
    /** A Java byte array. */
    BINARY(6);

    private final int physical;

    ParquetType(int physical) {
        this.physical = physical;
    }

    /** The number of the physical type in the format's {@code Type}. */
    int physical() {
        return physical;
    }
}

package org.medulla.laboratory.tar;

/** A file in a tar archive. */
public final class TarFile {
    private final String name;
    private final byte[] bytes;

    TarFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** Its path in the archive. */
    public String name() {
        return name;
    }

    /** Its bytes, not a copy: they must not be changed. */
    public byte[] bytes() {
        return bytes;
    }
}

package org.medulla.laboratory.release;

import java.nio.file.Path;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.FileStamp;

/** An image as it lies in a release. */
final class PackedImage {
    private final String path;
    private final Path container;
    private final FileStamp stamp;
    private final byte[] bytes;

    /**
     * An image that was read.
     *
     * @param path its path or name, as cells.csv has it
     * @param container the folder or shard that it is in
     * @param stamp its file's stamp, or one that tells nothing of it
     * @param bytes its bytes, which must not be changed any more
     */
    PackedImage(String path, Path container, FileStamp stamp, byte[] bytes) {
        this.path = path;
        this.container = container;
        this.stamp = stamp;
        this.bytes = bytes;
    }

    String path() {
        return path;
    }

    /** Its file, or where in its shard it would be. */
    Path file() {
        return container.resolve(path);
    }

    FileStamp stamp() {
        return stamp;
    }

    byte[] bytes() {
        return bytes;
    }

    Digest digest() {
        return Digest.of(bytes);
    }
}

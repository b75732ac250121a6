package org.medulla.archive.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file's length and time of change, by which a file that was read before is known without reading it again.
 *
 * @param bytes its length
 * @param modified its time of change in milliseconds since 1970
 */
public record FileStamp(long bytes, long modified) {
    /** The stamp of a file that is not there. */
    public static final FileStamp ABSENT = new FileStamp(0, 0);

    /** The stamp of a file as it is now; take it before reading the file. */
    public static FileStamp of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(
                    attributes.size(), attributes.lastModifiedTime().toMillis());
        } catch (IOException e) {
            return ABSENT;
        }
    }
}

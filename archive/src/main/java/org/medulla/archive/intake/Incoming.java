package org.medulla.archive.intake;

import org.medulla.archive.layout.LabelledFile;
import org.medulla.archive.layout.SetAside;

/** A file that has been looked at: an image to take in, or one to set aside. */
public sealed interface Incoming {
    /** The file's length and time of change, taken before it was read. */
    FileStamp stamp();

    /** An image that decoded well. */
    record Image(LabelledFile file, FileStamp stamp, ImageFacts facts) implements Incoming {}

    /** A file that is not taken in. */
    record Refused(SetAside setAside, FileStamp stamp) implements Incoming {}
}

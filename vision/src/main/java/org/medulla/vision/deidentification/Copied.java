package org.medulla.vision.deidentification;

/** What came of copying a file without what identifies. */
public sealed interface Copied {

    /** A copy with the same pixels. */
    record Copy(CleanCopy file) implements Copied {}

    /**
     * No copy could be made.
     *
     * @param words why: a clause that follows the file's name ("is a TIFF, which ...")
     */
    record Refused(String words) implements Copied {}
}

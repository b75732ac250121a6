package org.medulla.archive.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A way in which labelled images lie in a folder or list. */
public interface Layout {
    /** Its name on the command line: "published", "pbc", "folders", "manifest". */
    String name();

    /** The folder or list that is read, absolute and normalised. */
    Path root();

    /** What the source is called where nobody says: the name of the folder that is read, or that the list is in. */
    default String sourceName() {
        Path folder = Files.isDirectory(root()) ? root() : root().getParent();
        Path name = folder == null ? null : folder.getFileName();
        return name == null ? "images" : name.toString();
    }

    /**
     * Every file in an order that depends on names alone, found while the stream is read; close the stream.
     *
     * @throws org.medulla.cytology.job.MedullaException while reading: DATA for a list that cannot be parsed, RESOURCES for a
     *     folder that cannot be read
     */
    Stream<LayoutEntry> entries();
}

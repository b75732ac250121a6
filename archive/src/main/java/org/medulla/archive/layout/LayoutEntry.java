package org.medulla.archive.layout;

import java.nio.file.Path;

/** One thing that a layout found: a labelled file, something to set aside with its reason, or something of no concern. */
public sealed interface LayoutEntry permits LabelledFile, SetAside, LayoutEntry.Ignored {
    /** The file, absolute and normalised. */
    Path path();

    /** A file that is no image and was not meant to be one: a thumbnail index, an abbreviations list; counted, not listed. */
    record Ignored(Path path) implements LayoutEntry {}
}

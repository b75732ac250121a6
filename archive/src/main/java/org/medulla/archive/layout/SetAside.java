package org.medulla.archive.layout;

import java.nio.file.Path;

/**
 * A file that is not taken in, with the reason.
 *
 * @param path the file, absolute and normalised
 * @param kind the kind of reason in a word or two, the same for all such files: "truncated", "unknown class"
 * @param words what is wrong with this one, as a person reads it
 */
public record SetAside(Path path, String kind, String words) implements LayoutEntry {
    /** The class is unknown to the nomenclature or the class map. */
    public static final String UNKNOWN_CLASS = "unknown class";

    /** The file's name says another class than its folder. */
    public static final String NAME_DISAGREES = "name disagrees";

    /** A line of a manifest is incomplete or does not add up. */
    public static final String BAD_LINE = "bad line";

    /** The file is not there. */
    public static final String MISSING = "missing";

    /** An image in a format that Medulla does not read. */
    public static final String UNSUPPORTED = "unsupported format";

    public SetAside {
        path = path.toAbsolutePath().normalize();
    }
}

package org.medulla.archive.layout;

import java.nio.file.Path;
import java.util.Optional;
import org.medulla.archive.cell.CellDetails;

/**
 * An image file with the class that it is filed under.
 *
 * @param path the file, absolute and normalised
 * @param classCode the cell class by its code in the nomenclature: "BLA"
 * @param reader who gave it that class; empty when nobody but the source is named
 * @param details what else is known of the cell
 */
public record LabelledFile(Path path, String classCode, Optional<String> reader, CellDetails details)
        implements LayoutEntry {
    public LabelledFile {
        path = path.toAbsolutePath().normalize();
    }

    /** A file of which only the class is known. */
    public LabelledFile(Path path, String classCode) {
        this(path, classCode, Optional.empty(), CellDetails.NONE);
    }

    /** The last part of the path: "BLA_00001.jpg". */
    public String fileName() {
        return path.getFileName().toString();
    }
}

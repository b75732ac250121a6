package org.medulla.archive.intake;

import java.util.List;

/**
 * A cell that was written down in another archive and comes back with everything that was known of it.
 *
 * @param image where its image is now, filed under the class it came with first, with what is known of the cell
 * @param source the source it came from first
 * @param fileName its file name there
 * @param annotations all its readings, the oldest first
 */
public record RestoredCell(Incoming.Image image, String source, String fileName, List<RestoredAnnotation> annotations) {
    public RestoredCell {
        annotations = List.copyOf(annotations);
        if (annotations.isEmpty()) {
            throw new IllegalArgumentException("A cell has at least the class that it came with");
        }
    }
}

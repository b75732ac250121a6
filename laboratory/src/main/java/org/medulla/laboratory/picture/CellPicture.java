package org.medulla.laboratory.picture;

import java.util.OptionalDouble;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;

/** The picture of a cell of the archive. */
public final class CellPicture {
    private CellPicture() {}

    /**
     * Decodes it. Its scale is what the archive knows of the cell, or else what the file says.
     *
     * @throws MedullaException DATA when it can no longer be decoded
     */
    public static Decoded.Image of(Archive archive, Cell cell) {
        OptionalDouble known = cell.details().micronsPerPixel();
        return switch (ImageDecoder.decode(archive.images().bytes(cell))) {
            case Decoded.Image image ->
                known.isPresent() ? new Decoded.Image(image.pixels(), image.format(), known) : image;
            case Decoded.Rejected rejected ->
                throw MedullaException.data("The image of cell " + cell.id().value() + " " + rejected.words()
                        + ": run `medulla verify` to see what happened to it.");
        };
    }
}

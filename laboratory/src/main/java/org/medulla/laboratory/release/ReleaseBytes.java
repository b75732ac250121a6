package org.medulla.laboratory.release;

import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellImages;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;

/** The bytes of the images that go into a release, each compared with its digest before it leaves the archive. */
final class ReleaseBytes {
    private final CellImages images;

    ReleaseBytes(Archive archive) {
        this.images = archive.images();
    }

    /**
     * The bytes of a cell's image.
     *
     * @throws MedullaException DATA when they are not those that were taken in
     */
    byte[] of(ReleasedCell cell) {
        byte[] bytes = images.bytes(cell.cell());
        if (!Digest.of(bytes).equals(cell.frozen().digest())) {
            throw MedullaException.data("The image of cell " + cell.cell().id().value()
                    + " is damaged in the archive: run `medulla verify`, and import the original file again.");
        }
        return bytes;
    }

    /** The length of a cell's image. */
    long length(ReleasedCell cell) {
        return images.length(cell.cell());
    }
}

package org.medulla.archive.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;

/** The bytes of cell images, from their blob or, when they were imported in place, from the file that was left there. */
public final class CellImages {
    private static final String PATHS = Sql.of(CellImages.class, "paths");

    private final Database database;
    private final Blobs blobs;

    /** Reads the images that a database names. */
    public CellImages(Database database, Blobs blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /**
     * The bytes of a cell's image file.
     *
     * @throws MedullaException DATA when they are missing, or when a file that was imported in place has changed since
     */
    public byte[] bytes(Cell cell) {
        if (cell.externalPath().isEmpty() || blobs.sizeOf(cell.digest()) >= 0) {
            return blobs.get(cell.digest());
        }
        Path first = cell.externalPath().get();
        return unchanged(first, cell.digest())
                .or(() -> paths(cell.id()).stream()
                        .flatMap(path -> unchanged(path, cell.digest()).stream())
                        .findFirst())
                .orElseThrow(
                        () -> MedullaException.data(
                                "The image of cell "
                                        + cell.id().value() + " was imported in place from " + first
                                        + ", which is gone or has changed: put the file back, or import the folder from where it is now."));
    }

    /**
     * The length of a cell's image file in bytes, without reading it.
     *
     * @throws MedullaException DATA when the file is missing
     */
    public long length(Cell cell) {
        long blob = blobs.sizeOf(cell.digest());
        if (blob >= 0) {
            return blob;
        }
        long outside = cell.externalPath().map(path -> path.toFile().length()).orElse(0L);
        return outside > 0 ? outside : bytes(cell).length;
    }

    private List<Path> paths(CellId id) {
        return database.read(handle -> handle.createQuery(PATHS)
                .bind("cell_id", id.value())
                .mapTo(String.class)
                .map(Path::of)
                .list());
    }

    private static Optional<byte[]> unchanged(Path file, Digest digest) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Digest.of(bytes).equals(digest) ? Optional.of(bytes) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

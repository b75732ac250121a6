package org.medulla.laboratory.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.medulla.archive.intake.FileStamp;
import org.medulla.cytology.job.MedullaException;

/** The images of a release one after the other, whatever its form; one file is open at a time. */
final class PackedImages implements Iterator<PackedImage>, AutoCloseable {
    private final Iterator<String> parts;
    private final Opener opener;
    private Optional<Part> open = Optional.empty();

    private PackedImages(Collection<String> parts, Opener opener) {
        this.parts = parts.iterator();
        this.opener = opener;
    }

    /** Opens the images of a release; close it. */
    static PackedImages open(Path folder, ReleaseFacts facts, Collection<CellsCsv.CellRow> cells) {
        return switch (facts.form()) {
            case FOLDER ->
                new PackedImages(
                        cells.stream().map(CellsCsv.CellRow::path).toList(), path -> new OneFile(folder, path));
            case TAR -> new PackedImages(facts.parts(), part -> new TarImages(folder.resolve(part)));
            case PARQUET -> new PackedImages(facts.parts(), part -> new ParquetImages(folder.resolve(part)));
        };
    }

    @Override
    public boolean hasNext() {
        while (open.isEmpty() || !open.get().hasNext()) {
            close();
            if (!parts.hasNext()) {
                return false;
            }
            open = Optional.of(opener.open(parts.next()));
        }
        return true;
    }

    @Override
    public PackedImage next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return open.orElseThrow().next();
    }

    @Override
    public void close() {
        open.ifPresent(Part::close);
        open = Optional.empty();
    }

    /** Opens a file of the release. */
    @FunctionalInterface
    interface Opener {
        Part open(String name);
    }

    /** The images in one file. */
    interface Part extends Iterator<PackedImage>, AutoCloseable {
        @Override
        void close();
    }

    /** A file that is one image. */
    private static final class OneFile implements Part {
        private final Iterator<PackedImage> one;

        OneFile(Path folder, String path) {
            Path file = folder.resolve(path);
            FileStamp stamp = FileStamp.of(file);
            try {
                one = List.of(new PackedImage(path, folder, stamp, Files.readAllBytes(file)))
                        .iterator();
            } catch (IOException e) {
                throw MedullaException.data("The image " + path + " is missing from " + folder
                        + " or cannot be read: take the release from its origin again.");
            }
        }

        @Override
        public boolean hasNext() {
            return one.hasNext();
        }

        @Override
        public PackedImage next() {
            return one.next();
        }

        @Override
        public void close() {}
    }
}

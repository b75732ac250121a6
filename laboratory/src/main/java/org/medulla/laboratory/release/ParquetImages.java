package org.medulla.laboratory.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.medulla.archive.intake.FileStamp;
import org.medulla.cytology.job.MedullaException;
import org.medulla.laboratory.parquet.ParquetReader;

/** The images in one Parquet file, a row group in memory at a time. */
final class ParquetImages implements PackedImages.Part {
    private final Path file;
    private final ParquetReader parquet;
    private int group;
    private Iterator<Optional<Object>> bytes = Collections.emptyIterator();
    private Iterator<Optional<Object>> paths = Collections.emptyIterator();

    ParquetImages(Path file) {
        this.file = file;
        try {
            this.parquet = ParquetReader.open(file);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    @Override
    public boolean hasNext() {
        while (!bytes.hasNext() && group < parquet.groups()) {
            try {
                List<Optional<Object>> names = parquet.column(group, ParquetShard.PATH);
                bytes = parquet.column(group, ParquetShard.BYTES).iterator();
                paths = names.iterator();
                group++;
            } catch (IOException e) {
                throw damaged(e);
            }
        }
        return bytes.hasNext() && paths.hasNext();
    }

    @Override
    public PackedImage next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        String path = (String) paths.next().orElseThrow();
        byte[] image = (byte[]) bytes.next().orElseThrow();
        return new PackedImage(path, file, FileStamp.ABSENT, image);
    }

    @Override
    public void close() {
        try {
            parquet.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MedullaException damaged(IOException e) {
        return MedullaException.data("The Parquet file " + file + " cannot be read (" + e.getMessage()
                + "): take the release from its origin again.");
    }
}

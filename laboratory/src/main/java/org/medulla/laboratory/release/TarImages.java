package org.medulla.laboratory.release;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.medulla.archive.intake.FileStamp;
import org.medulla.cytology.job.MedullaException;
import org.medulla.laboratory.tar.TarFile;
import org.medulla.laboratory.tar.TarReader;

/** The images in one tar shard. */
final class TarImages implements PackedImages.Part {
    private final Path file;
    private final InputStream in;
    private final TarReader tar;
    private Optional<TarFile> next = Optional.empty();

    TarImages(Path file) {
        this.file = file;
        try {
            this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            this.tar = new TarReader(in);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            while (next.isEmpty()) {
                next = tar.next();
                if (next.isEmpty()) {
                    return false;
                }
                next = next.filter(
                        one -> !one.name().endsWith(".json") && !one.name().endsWith(".cls"));
            }
            return true;
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    @Override
    public PackedImage next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        TarFile one = next.orElseThrow();
        next = Optional.empty();
        return new PackedImage(one.name(), file, FileStamp.ABSENT, one.bytes());
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MedullaException damaged(IOException e) {
        return MedullaException.data("The shard " + file + " cannot be read (" + e.getMessage()
                + "): take the release from its origin again.");
    }
}

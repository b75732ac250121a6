package org.medulla.archive.blob;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;

/**
 * Blobs in a folder: {@code blobs/ab/cdef...} holds the bytes whose digest is {@code abcdef...}. One is written under {@code
 * blobs/incoming} and moved into place in one step. It is not forced to the disk one by one, which would make an import several times slower:
 * after a loss of power a blob may be short, which {@link #put} mends when the same bytes come again, a resumed import looks
 * for, and {@code verify} finds.
 */
final class FileBlobs implements Blobs {
    private static final String INCOMING = "incoming";

    private final Path root;

    FileBlobs(Path root) {
        this.root = root;
    }

    @Override
    public void put(Digest digest, byte[] bytes) {
        Path target = path(digest);
        if (sizeOf(digest) == bytes.length) {
            return;
        }
        Path incoming = root.resolve(INCOMING).resolve(UUID.randomUUID().toString());
        try {
            writeNew(incoming, bytes);
            moveInto(incoming, target);
        } catch (IOException e) {
            deleteQuietly(incoming);
            throw MedullaException.resources(
                    "Could not write a blob of " + bytes.length + " bytes under " + root + " (" + reasonOf(e)
                            + "): free space there or choose another --home, then run it again.",
                    e);
        }
    }

    @Override
    public byte[] get(Digest digest) {
        try {
            return Files.readAllBytes(path(digest));
        } catch (NoSuchFileException e) {
            throw MedullaException.data("Blob " + digest + " is missing from " + root
                    + ": run `medulla verify` to see what else is, and import the original file again to restore it.");
        } catch (IOException e) {
            throw MedullaException.resources(
                    "Could not read blob " + digest + " under " + root + " (" + reasonOf(e) + "): check the disk.", e);
        }
    }

    @Override
    public InputStream open(Digest digest) throws IOException {
        return Files.newInputStream(path(digest));
    }

    @Override
    public String where(Digest digest) {
        return path(digest).toString();
    }

    /** A home is one archive's own. */
    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public Path path(Digest digest) {
        return root.resolve(digest.hex().substring(0, 2)).resolve(digest.hex().substring(2));
    }

    @Override
    public long sizeOf(Digest digest) {
        // Not Files.size: its exception for each new blob took longer than looking.
        File file = path(digest).toFile();
        long length = file.length();
        return length > 0 || file.exists() ? length : -1;
    }

    @Override
    public void delete(Digest digest) {
        deleteQuietly(path(digest));
    }

    @Override
    public void clearIncoming() {
        forEachFile(root.resolve(INCOMING), FileBlobs::deleteQuietly);
    }

    @Override
    public void forEach(ObjLongConsumer<Digest> consumer) {
        for (int first = 0; first < 256; first++) {
            String folder = String.format("%02x", first);
            forEachFile(root.resolve(folder), file -> {
                String hex = folder + file.getFileName();
                if (hex.length() == 64) {
                    consumer.accept(new Digest(hex), file.toFile().length());
                }
            });
        }
    }

    private static void forEachFile(Path folder, Consumer<Path> consumer) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(consumer);
        } catch (IOException e) {
            throw MedullaException.resources("Could not list " + folder + " (" + reasonOf(e) + ").", e);
        }
    }

    private static void writeNew(Path file, byte[] bytes) throws IOException {
        try {
            Files.write(file, bytes);
        } catch (NoSuchFileException e) {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
    }

    private static void moveInto(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            Files.createDirectories(target.getParent());
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It stays behind under a name that nothing refers to; the next import sweeps it.
        }
    }

    private static String reasonOf(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}

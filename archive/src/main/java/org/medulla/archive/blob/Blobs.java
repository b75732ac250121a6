package org.medulla.archive.blob;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;

/**
 * Files named by the SHA-256 of their bytes: {@code blobs/ab/cdef...} holds the bytes whose digest is {@code abcdef...}.
 *
 * <p>A blob is written under {@code blobs/incoming} and moved into place in one step, so whoever sees it sees all of it, even
 * after a kill or on a full disk. It is not forced to the disk one by one, which would make an import several times slower:
 * after a loss of power a blob may be short, which {@link #put} mends when the same bytes come again, a resumed import looks
 * for, and {@code verify} finds. Safe for use by many threads and processes.
 */
public final class Blobs {
    private static final String INCOMING = "incoming";

    private final Path root;

    /** Keeps blobs in a folder, which is made when the first one comes. */
    public Blobs(Path root) {
        this.root = root;
    }

    /**
     * Stores bytes, unless they are there already, and names them.
     *
     * @throws MedullaException RESOURCES when the disk is full or refuses; nothing half-written is left visible
     */
    public Digest put(byte[] bytes) {
        Digest digest = Digest.of(bytes);
        put(digest, bytes);
        return digest;
    }

    /** Stores bytes whose digest is known, unless they are there already in full length. */
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

    /**
     * The bytes of a blob.
     *
     * @throws MedullaException DATA when it is missing, RESOURCES when it cannot be read
     */
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

    /** Where the blob with that digest is, or would be. */
    public Path path(Digest digest) {
        return root.resolve(digest.hex().substring(0, 2)).resolve(digest.hex().substring(2));
    }

    /** The length of a blob in bytes, or -1 when it is not there. */
    public long sizeOf(Digest digest) {
        // Not Files.size: its exception for each new blob took longer than looking.
        File file = path(digest).toFile();
        long length = file.length();
        return length > 0 || file.exists() ? length : -1;
    }

    /** Deletes a blob if it is there; callers hold the archive's write transaction, so that nobody is about to name it. */
    public void delete(Digest digest) {
        deleteQuietly(path(digest));
    }

    /** Deletes what interrupted writes left under {@code incoming}; callers know that nobody else is writing. */
    public void clearIncoming() {
        forEachFile(root.resolve(INCOMING), Blobs::deleteQuietly);
    }

    /** Shows the digest of every blob, in no particular order. */
    public void forEach(Consumer<Digest> consumer) {
        for (int first = 0; first < 256; first++) {
            String folder = String.format("%02x", first);
            forEachFile(root.resolve(folder), file -> {
                String hex = folder + file.getFileName();
                if (hex.length() == 64) {
                    consumer.accept(new Digest(hex));
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

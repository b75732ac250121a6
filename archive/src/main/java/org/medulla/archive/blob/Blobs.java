package org.medulla.archive.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;

/**
 * Bytes named by their SHA-256, in a folder or in an S3 bucket, under the same names: {@code ab/cdef...} holds the bytes whose
 * digest is {@code abcdef...}. Whoever sees a blob sees all of it, even after a kill or on a full disk. Safe for use by many
 * threads and processes.
 */
public sealed interface Blobs permits FileBlobs, S3Blobs {
    /** Keeps blobs in a folder, which is made when the first one comes. */
    static Blobs in(Path folder) {
        return new FileBlobs(folder);
    }

    /**
     * Keeps blobs in a bucket, which must be there.
     *
     * @param address {@code s3://bucket/prefix}
     * @param cache a folder on this disk for copies of blobs that must be files
     * @param environment AWS_ENDPOINT_URL_S3, AWS_REGION, AWS_ACCESS_KEY_ID and so on, as for other programs
     * @throws MedullaException USER when the address is none
     */
    static Blobs at(String address, Path cache, Map<String, String> environment) {
        return S3Blobs.at(S3Address.parse(address), cache, environment);
    }

    /**
     * Stores bytes, unless they are there already, and names them.
     *
     * @throws MedullaException RESOURCES when the disk is full or the server refuses; nothing half-written is left visible
     */
    default Digest put(byte[] bytes) {
        Digest digest = Digest.of(bytes);
        put(digest, bytes);
        return digest;
    }

    /** Stores bytes whose digest is known, unless they are there already in full length. */
    void put(Digest digest, byte[] bytes);

    /**
     * The bytes of a blob.
     *
     * @throws MedullaException DATA when it is missing, RESOURCES when it cannot be read
     */
    byte[] get(Digest digest);

    /**
     * The bytes of a blob as a stream, to be closed.
     *
     * @throws IOException when it cannot be read; {@link java.nio.file.NoSuchFileException} when it is missing
     */
    InputStream open(Digest digest) throws IOException;

    /** The length of a blob in bytes, or -1 when it is not there. */
    long sizeOf(Digest digest);

    /** A file on this disk with the bytes, read only: where the blob is or would be, or a copy fetched from the bucket. */
    Path path(Digest digest);

    /** Where the blob is, or would be, in words. */
    String where(Digest digest);

    /** Deletes a blob if it is there; callers hold the archive's write transaction, so that nobody is about to name it. */
    void delete(Digest digest);

    /** Deletes what interrupted writes left half-written; callers know that nobody else is writing. */
    void clearIncoming();

    /** Shows the digest and the length of every blob, in no particular order. */
    void forEach(ObjLongConsumer<Digest> consumer);

    /** Whether others may keep blobs here of which the archive does not know. */
    boolean isShared();
}

package org.medulla.archive.intake;

import java.io.IOException;
import java.io.InputStream;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.digest.Digest;

/** Looks whether blobs that rows name are there: all by their length, the first so many asked for by their digest too. */
final class BlobCheck {
    private final Blobs blobs;
    private int rehash;

    BlobCheck(Blobs blobs, int rehash) {
        this.blobs = blobs;
        this.rehash = rehash;
    }

    boolean isThere(Digest digest, long bytes) {
        return blobs.sizeOf(digest) == bytes;
    }

    /** Whether the blob is whole; one that is not is deleted, so that it can be written anew. */
    boolean agrees(Digest digest, long bytes) {
        if (isThere(digest, bytes) && (rehash-- <= 0 || rehashes(digest))) {
            return true;
        }
        blobs.delete(digest);
        return false;
    }

    private boolean rehashes(Digest digest) {
        try (InputStream in = blobs.open(digest)) {
            return Digest.of(in).equals(digest);
        } catch (IOException e) {
            return false;
        }
    }
}

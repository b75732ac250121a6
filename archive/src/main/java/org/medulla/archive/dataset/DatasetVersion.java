package org.medulla.archive.dataset;

import java.time.Instant;
import org.medulla.archive.digest.Digest;

/**
 * An immutable list of cells with their classes at one moment.
 *
 * @param name its name, unique in the archive
 * @param digest the SHA-256 of its manifest, which is kept as a blob under that digest
 * @param query which cells were asked for, in words
 * @param cells how many cells it has
 * @param contradictions how many of them have an image that was filed under several classes
 * @param created when it was frozen
 */
public record DatasetVersion(
        String name, Digest digest, String query, long cells, long contradictions, Instant created) {}

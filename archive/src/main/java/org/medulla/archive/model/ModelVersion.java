package org.medulla.archive.model;

import java.time.Instant;
import java.util.Optional;
import org.medulla.archive.digest.Digest;

/**
 * A model that the archive keeps.
 *
 * @param name its name, unique in the archive
 * @param digest the SHA-256 of its file, which is kept as a blob under that digest
 * @param bytes the file's length
 * @param dataset the digest of the dataset version that it was trained on, where known
 * @param card a summary of its card as JSON
 * @param created when it came into the archive
 */
public record ModelVersion(
        String name, Digest digest, long bytes, Optional<Digest> dataset, String card, Instant created) {}

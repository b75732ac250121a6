package org.medulla.archive.dataset;

import java.time.Instant;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.dataset.Split;

/**
 * A split as the archive keeps it.
 *
 * @param dataset the dataset version's name
 * @param split the folds as they are now
 * @param digest the split's digest when it was stored
 * @param created when it was stored
 */
public record StoredSplit(String dataset, Split split, Digest digest, Instant created) {}

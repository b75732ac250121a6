package org.medulla.archive.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.medulla.archive.digest.Digest;

/**
 * A set of cells that some readers are asked to name; neither ever changes.
 *
 * @param name its name, unique in the archive
 * @param kind what it is for
 * @param readers who reads, in the order in which they were asked
 * @param of the session whose readings it settles, for an adjudication
 * @param seed from which each reader's order of the cells follows
 * @param cells how many cells it has
 * @param digest the SHA-256 of the cells' image digests, one on a line, in the order of the session
 * @param created when it was made
 */
public record ReadingSession(
        String name,
        SessionKind kind,
        List<String> readers,
        Optional<String> of,
        long seed,
        long cells,
        Digest digest,
        Instant created) {
    public ReadingSession {
        readers = List.copyOf(readers);
    }
}

package org.medulla.archive.session;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.medulla.archive.cell.CellId;
import org.medulla.cytology.job.MedullaException;

/**
 * A reading session that is about to be made.
 *
 * @param name its name
 * @param kind what it is for
 * @param readers who reads: two or more for a blind session, one where cells are read again
 * @param of the session whose readings an adjudication settles
 * @param seed from which each reader's order of the cells follows
 * @param cells the cells, at least one, each once
 */
public record SessionPlan(
        String name, SessionKind kind, List<String> readers, Optional<String> of, long seed, List<CellId> cells) {
    /** Refuses what is no session, saying why. */
    public SessionPlan {
        readers = readers.stream().map(String::strip).toList();
        cells = List.copyOf(cells);
        if (name.isBlank()) {
            throw MedullaException.user("A reading session needs a name.");
        }
        if (readers.isEmpty() || readers.stream().anyMatch(String::isBlank)) {
            throw MedullaException.user("The session \"" + name + "\" needs readers: name them with --readers A,B.");
        }
        if (new HashSet<>(readers).size() < readers.size()) {
            throw MedullaException.user("The session \"" + name + "\" names a reader twice: name each once.");
        }
        if (kind == SessionKind.BLIND && readers.size() < 2) {
            throw MedullaException.user("A blind session needs two readers or more, not only " + readers.getFirst()
                    + ": name them with --readers A,B.");
        }
        if (kind == SessionKind.AGAIN && readers.size() > 1) {
            throw MedullaException.user(
                    "A session in which cells are read again is for one reader, since each has read others:"
                            + " make one for each of " + String.join(", ", readers) + ".");
        }
        if (of.isPresent() != (kind == SessionKind.ADJUDICATION)) {
            throw MedullaException.user(
                    "An adjudication, and no other kind, settles another session: name it with --of.");
        }
        if (cells.isEmpty()) {
            throw MedullaException.user("The session \"" + name + "\" would have no cells: ask for others.");
        }
        if (new HashSet<>(cells).size() < cells.size()) {
            throw new IllegalArgumentException("A session has each cell once");
        }
    }
}

package org.medulla.archive.session;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.medulla.archive.cell.CellId;

/**
 * A consensus that is about to be written.
 *
 * @param cell the cell
 * @param classCode the class; empty for no consensus
 * @param certainty how certain it is, 0 to 1, where that is known
 * @param votes how many readers gave each class
 * @param reason why, where a person decided
 */
public record Decision(
        CellId cell,
        Optional<String> classCode,
        OptionalDouble certainty,
        Map<String, Integer> votes,
        Optional<String> reason) {
    public Decision {
        votes = Map.copyOf(votes);
    }
}

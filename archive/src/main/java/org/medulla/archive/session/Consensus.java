package org.medulla.archive.session;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.medulla.archive.cell.CellId;

/**
 * What was decided of a cell from its readings.
 *
 * @param cell the cell
 * @param classCode the class that becomes current; empty when there is no consensus, which is an outcome as well
 * @param rule the rule by which it was decided, with its settings: "majority of at least 2"
 * @param certainty how certain the rule is, 0 to 1, where it says so
 * @param votes how many readers gave each class
 * @param reason why, where a person decided
 * @param session the session whose readings were settled
 * @param at when
 */
public record Consensus(
        CellId cell,
        Optional<String> classCode,
        String rule,
        OptionalDouble certainty,
        Map<String, Integer> votes,
        Optional<String> reason,
        String session,
        Instant at) {
    /** What stands for the class of a cell without consensus where a code is expected. */
    public static final String NONE = "-";

    public Consensus {
        votes = Collections.unmodifiableMap(new TreeMap<>(votes));
        if (certainty.isPresent() && !(certainty.getAsDouble() >= 0 && certainty.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("A certainty lies between 0 and 1, not at " + certainty.getAsDouble());
        }
    }

    /** The code of the class, or {@value #NONE}. */
    public String codeOrNone() {
        return classCode.orElse(NONE);
    }
}

package org.medulla.archive.decision;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.medulla.archive.cell.CellId;

/**
 * The class that a cell is decided to have.
 *
 * @param cell the cell
 * @param classCode the class; empty when there is no consensus, which is an outcome as well
 * @param certainty how certain that is, 0 to 1, where it is known
 * @param votes how many readers gave each class; empty where nobody voted
 * @param reason why, where a person decided
 */
public record Decision(
        CellId cell,
        Optional<String> classCode,
        OptionalDouble certainty,
        Map<String, Integer> votes,
        Optional<String> reason) {
    /** What stands for the class of a cell without consensus where a code is expected. */
    public static final String NO_CONSENSUS = "-";

    public Decision {
        votes = Collections.unmodifiableMap(new TreeMap<>(votes));
        if (certainty.isPresent() && !(certainty.getAsDouble() >= 0 && certainty.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("A certainty lies between 0 and 1, not at " + certainty.getAsDouble());
        }
    }

    /** A class without votes. */
    public static Decision of(CellId cell, String classCode) {
        return new Decision(cell, Optional.of(classCode), OptionalDouble.empty(), Map.of(), Optional.empty());
    }

    /** The code of the class, or {@value #NO_CONSENSUS}. */
    public String codeOrNone() {
        return classCode.orElse(NO_CONSENSUS);
    }
}

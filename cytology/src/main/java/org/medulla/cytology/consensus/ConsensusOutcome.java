package org.medulla.cytology.consensus;

import java.util.List;
import java.util.Optional;

/**
 * What a rule made of all readings.
 *
 * @param rule the rule
 * @param cells each cell that was read, in rising order
 * @param skill what the rule found out about the readers; empty for a rule that counts all alike
 */
public record ConsensusOutcome(ConsensusRule rule, List<Consensus> cells, Optional<SkillEstimate> skill) {
    public ConsensusOutcome {
        cells = List.copyOf(cells);
    }

    /** What the readings of one cell come to; empty where nobody read it. */
    public Optional<Consensus> of(long cell) {
        return cells.stream().filter(found -> found.cell() == cell).findFirst();
    }

    /** How many cells have a consensus. */
    public long agreed() {
        return cells.stream().filter(cell -> cell.classCode().isPresent()).count();
    }
}

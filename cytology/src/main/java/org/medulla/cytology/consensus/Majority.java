package org.medulla.cytology.consensus;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.medulla.cytology.agreement.Readings;

/**
 * The class that more than half of a cell's readings give. Its certainty is its share of the readings.
 *
 * @param minimumReadings how many readings a cell needs, at least 1; with fewer there is no consensus
 */
public record Majority(int minimumReadings) implements ConsensusRule {
    public Majority {
        if (minimumReadings < 1) {
            throw new IllegalArgumentException("A consensus needs at least 1 reading, not " + minimumReadings);
        }
    }

    @Override
    public String name() {
        return "majority";
    }

    @Override
    public String words() {
        return "the class of more than half of a cell's readings, of which there are at least " + minimumReadings;
    }

    @Override
    public ConsensusOutcome apply(Readings readings) {
        return new ConsensusOutcome(
                this,
                readings.byCell().entrySet().stream()
                        .map(cell -> consensus(cell.getKey(), Consensus.votes(cell.getValue())))
                        .toList(),
                Optional.empty());
    }

    private Consensus consensus(long cell, SortedMap<String, Integer> votes) {
        int readings = Consensus.readings(votes);
        if (readings < minimumReadings) {
            return new Consensus(cell, Optional.empty(), 0, votes);
        }
        Map.Entry<String, Integer> leading = Collections.max(votes.entrySet(), Map.Entry.comparingByValue());
        Optional<String> classCode =
                2 * leading.getValue() > readings ? Optional.of(leading.getKey()) : Optional.empty();
        return new Consensus(cell, classCode, (double) leading.getValue() / readings, votes);
    }
}

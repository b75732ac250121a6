package org.medulla.cytology.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.agreement.Reading;
import org.medulla.cytology.agreement.Readings;

class MajorityTest {
    private static final Readings READINGS = Readings.of(List.of(
            new Reading(1, "A", "BLA"),
            new Reading(1, "B", "BLA"),
            new Reading(1, "C", "PMO"),
            new Reading(2, "A", "BLA"),
            new Reading(2, "B", "BLA"),
            new Reading(2, "C", "PMO"),
            new Reading(2, "D", "PMO"),
            new Reading(3, "A", "LYT"),
            new Reading(4, "A", "LYT"),
            new Reading(4, "B", "EBO"),
            new Reading(4, "C", "PLM")));

    @Test
    void theClassOfMoreThanHalfOfTheReadingsIsTheConsensus() {
        Consensus found = new Majority(2).apply(READINGS).of(1).orElseThrow();

        assertThat(found.classCode()).contains("BLA");
        assertThat(found.certainty()).isEqualTo(2 / 3.0);
        assertThat(found.votes()).isEqualTo(Map.of("BLA", 2, "PMO", 1));
        assertThat(found.readings()).isEqualTo(3);
    }

    @Test
    void halfOfTheReadingsIsNoConsensusAndNorIsTheLargestOfSeveralParts() {
        ConsensusOutcome outcome = new Majority(2).apply(READINGS);

        assertThat(outcome.of(2).orElseThrow().classCode()).isEmpty();
        assertThat(outcome.of(2).orElseThrow().certainty()).isEqualTo(0.5);
        assertThat(outcome.of(4).orElseThrow().classCode()).isEmpty();
        assertThat(outcome.agreed()).isEqualTo(1);
        assertThat(outcome.skill()).isEmpty();
    }

    @Test
    void fewerReadingsThanStatedAreNoConsensus() {
        assertThat(new Majority(2).apply(READINGS).of(3).orElseThrow().classCode())
                .isEmpty();
        assertThat(new Majority(2).apply(READINGS).of(3).orElseThrow().certainty())
                .isZero();
        assertThat(new Majority(1).apply(READINGS).of(3).orElseThrow().classCode())
                .contains("LYT");
        assertThat(new Majority(4).apply(READINGS).agreed()).isZero();
    }

    @Test
    void aCellThatNobodyReadHasNoOutcome() {
        assertThat(new Majority(1).apply(READINGS).of(99)).isEmpty();
        assertThat(new Majority(1).apply(Readings.of(List.of())).cells()).isEmpty();
    }

    @Test
    void itsNameAndWordsSayWhatWasDone() {
        assertThat(new Majority(3).name()).isEqualTo("majority");
        assertThat(new Majority(3).words())
                .isEqualTo("the class of more than half of a cell's readings, of which there are at least 3");
        assertThatThrownBy(() -> new Majority(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 100)
    void aConsensusHasMoreVotesThanAllOtherClassesTogether(@ForAll long seed) {
        SimulatedReaders simulated = SimulatedReaders.of(seed, 30, 4, 0.9, 0.6, 0.4, 0.3, 0.2);

        assertThat(new Majority(1).apply(simulated.readings()).cells())
                .hasSize(30)
                .allSatisfy(cell -> {
                    int most =
                            cell.votes().values().stream().max(Integer::compare).orElseThrow();
                    assertThat(cell.classCode().isPresent()).isEqualTo(most > cell.readings() - most);
                    cell.classCode().ifPresent(code -> assertThat(cell.votes()).containsEntry(code, most));
                });
    }
}

package org.medulla.cytology.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.agreement.Reading;
import org.medulla.cytology.agreement.Readings;

class SkillWeightedTest {
    private static final SkillWeighted RULE = SkillWeighted.standard();

    /** By dense tensors in numpy on the first judgement of each anaesthetist, 5 readings added, to a tolerance of 1e-12. */
    @Test
    void smoothedEstimatesComeOutAsInAnIndependentProgram() {
        ConsensusOutcome outcome = new SkillWeighted(2, 0.8, 5, 1e-12, 1000).apply(Anaesthetists.firstReadings());
        SkillEstimate skill = outcome.skill().orElseThrow();

        assertThat(skill.logLikelihood()).isCloseTo(-164.51235158756703, within(1e-5));
        assertThat(skill.shares().values())
                .usingElementComparator((left, right) -> Math.abs(left - right) < 1e-5 ? 0 : 1)
                .containsExactly(0.404792, 0.428181, 0.121224, 0.045803);
        assertThat(skill.readers().getFirst().chance("3", "2")).isCloseTo(0.223111, within(1e-5));
        assertThat(skill.readers().getFirst().chance("4", "4")).isCloseTo(0.623643, within(1e-5));
        assertThat(skill.readers())
                .extracting(reader -> reader.balancedAccuracy().orElseThrow())
                .usingElementComparator((left, right) -> Math.abs(left - right) < 1e-5 ? 0 : 1)
                .containsExactly(0.746365, 0.661759, 0.636597, 0.720571, 0.657846);
        assertThat(outcome.of(2).orElseThrow().classCode()).contains("3");
        assertThat(outcome.of(2).orElseThrow().certainty()).isCloseTo(0.89025, within(1e-5));
        assertThat(outcome.of(38).orElseThrow().classCode()).isEmpty();
        assertThat(outcome.of(38).orElseThrow().certainty()).isCloseTo(0.502372, within(1e-4));
        assertThat(skill.converged()).isTrue();
    }

    /** Ten studies each of three designs with fixed seeds. */
    @Test
    void withGoodAndBadReadersItGivesMoreCellsTheirClassThanTheMajorityAndFewerAWrongOne() {
        long right = 0;
        long wrong = 0;
        long rightOfMajority = 0;
        long wrongOfMajority = 0;
        for (long seed = 0; seed < 10; seed++) {
            for (SimulatedReaders study : List.of(
                    SimulatedReaders.of(seed, 400, 3, 0.9, 0.85, 0.6, 0.5),
                    SimulatedReaders.of(seed, 400, 5, 0.95, 0.9, 0.6, 0.5, 0.4),
                    SimulatedReaders.of(seed, 400, 4, 0.9, 0.7, 0.5, 0.3))) {
                ConsensusOutcome bySkill = RULE.apply(study.readings());
                ConsensusOutcome byMajority = new Majority(2).apply(study.readings());
                right += study.right(bySkill);
                wrong += study.wrong(bySkill);
                rightOfMajority += study.right(byMajority);
                wrongOfMajority += study.wrong(byMajority);
            }
        }

        assertThat(right).isGreaterThan(rightOfMajority + 500);
        assertThat(wrong).isLessThan(wrongOfMajority);
    }

    /** Ten studies of 200 cells, each read by two of three readers: what the user note warns of. */
    @Test
    void withFewReadingsItsCertaintyIsHigherThanItsShareOfRightClasses() {
        double certainty = 0;
        long agreed = 0;
        long right = 0;
        for (long seed = 0; seed < 10; seed++) {
            SimulatedReaders simulated = SimulatedReaders.of(seed, 200, 2, 0.9, 0.8, 0.7);
            ConsensusOutcome outcome = RULE.apply(simulated.readings());
            certainty += outcome.cells().stream()
                    .filter(cell -> cell.classCode().isPresent())
                    .mapToDouble(Consensus::certainty)
                    .sum();
            agreed += outcome.agreed();
            right += simulated.right(outcome);
        }

        assertThat(certainty / agreed).isBetween(0.965, 0.975);
        assertThat((double) right / agreed).isBetween(0.94, 0.95);
    }

    @Test
    void theSkillOfSimulatedReadersIsFound() {
        SimulatedReaders simulated = SimulatedReaders.of(5, 3000, 4, 0.9, 0.8, 0.7, 0.6);
        List<ReaderSkill> readers =
                RULE.apply(simulated.readings()).skill().orElseThrow().readers();

        for (int reader = 0; reader < 4; reader++) {
            double skill = 0.9 - 0.1 * reader;
            // A fifth of the mistakes falls on any class, the right one included.
            double expected = skill + (1 - skill) / 5 / 8;
            assertThat(readers.get(reader).balancedAccuracy().orElseThrow()).isCloseTo(expected, within(0.03));
            assertThat(readers.get(reader).readings()).isEqualTo(3000);
        }
    }

    @Test
    void aGoodReaderOutweighsTwoBadOnesAgainstTheMajority() {
        SimulatedReaders simulated = SimulatedReaders.of(9, 1500, 5, 0.97, 0.9, 0.9, 0.3, 0.3);
        List<Reading> readings = new ArrayList<>(simulated.readings().all());
        readings.add(new Reading(5000, "reader 0", "LYT"));
        readings.add(new Reading(5000, "reader 3", "EBO"));
        readings.add(new Reading(5000, "reader 4", "EBO"));

        ConsensusOutcome outcome = RULE.apply(Readings.of(readings));

        assertThat(outcome.of(5000).orElseThrow().classCode()).contains("LYT");
        assertThat(new Majority(2)
                        .apply(Readings.of(readings))
                        .of(5000)
                        .orElseThrow()
                        .classCode())
                .contains("EBO");
    }

    @Test
    void readersOfEqualSkillWhoDisagreeComeToNoConsensus() {
        Readings tied = Readings.of(List.of(
                new Reading(1, "A", "BLA"),
                new Reading(1, "B", "PMO"),
                new Reading(2, "A", "PMO"),
                new Reading(2, "B", "BLA")));

        assertThat(RULE.apply(tied).cells()).allSatisfy(cell -> {
            assertThat(cell.classCode()).isEmpty();
            assertThat(cell.certainty()).isCloseTo(0.5, within(1e-9));
        });
    }

    @Test
    void oneReaderOneClassOneCellAndNoneAtAllAreRead() {
        Readings alone = Readings.of(List.of(new Reading(1, "A", "BLA"), new Reading(2, "A", "LYT")));
        Readings single = Readings.of(List.of(new Reading(1, "A", "BLA"), new Reading(1, "B", "BLA")));
        SkillWeighted fromOneReading = new SkillWeighted(1, 0.6, 0, 1e-6, 100);

        assertThat(RULE.apply(alone).agreed()).isZero();
        assertThat(fromOneReading.apply(alone).of(2).orElseThrow().classCode()).contains("LYT");
        assertThat(RULE.apply(single).of(1).orElseThrow().classCode()).contains("BLA");
        assertThat(RULE.apply(single).of(1).orElseThrow().certainty()).isEqualTo(1);
        assertThat(RULE.apply(Readings.of(List.of())).cells()).isEmpty();
        assertThat(RULE.apply(Readings.of(List.of())).skill().orElseThrow().readers())
                .isEmpty();
    }

    @Test
    void itsNameAndWordsSayWhatWasDone() {
        assertThat(RULE.name()).isEqualTo("skill-weighted");
        assertThat(RULE.words())
                .isEqualTo(
                        "the class with a posterior of at least 0.8 by the readers' estimated skill (Dawid and Skene 1979),"
                                + " from at least 2 readings; with 5.0 readings, half of them right, added to each class of each"
                                + " reader; until the log-likelihood rises by less than 1.0E-6, at most 1000 iterations");
    }

    @Test
    void whatIsNoRuleIsRefused() {
        assertThatThrownBy(() -> new SkillWeighted(0, 0.8, 5, 1e-6, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SkillWeighted(2, 0.5, 5, 1e-6, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SkillWeighted(2, Double.NaN, 5, 1e-6, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SkillWeighted(2, 0.8, -1, 1e-6, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SkillWeighted(2, 0.8, 5, 0, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SkillWeighted(2, 0.8, 5, 1e-6, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void whatIsFoundIsAlwaysAProbability(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int readings,
            @ForAll @IntRange(max = 6) int smoothing) {
        SimulatedReaders simulated = SimulatedReaders.of(seed, 25, readings, 0.95, 0.7, 0.4, 0.1);

        ConsensusOutcome outcome = new SkillWeighted(1, 0.8, smoothing, 1e-6, 200).apply(simulated.readings());

        assertThat(outcome.cells()).allSatisfy(cell -> {
            assertThat(cell.certainty()).isBetween(0.12, 1.0);
            assertThat(cell.classCode().isPresent()).isEqualTo(cell.certainty() >= 0.8);
        });
        SkillEstimate skill = outcome.skill().orElseThrow();
        assertThat(sum(List.copyOf(skill.shares().values()))).isCloseTo(1, within(1e-9));
        assertThat(skill.readers())
                .allSatisfy(reader -> assertThat(reader.confusions())
                        .allSatisfy(row -> assertThat(sum(row)).isCloseTo(1, within(1e-9))));
    }

    @Property(tries = 50)
    void readersMayHaveOtherNames(@ForAll long seed) {
        SimulatedReaders simulated = SimulatedReaders.of(seed, 25, 3, 0.95, 0.7, 0.4, 0.1);
        Readings renamed = Readings.of(simulated.readings().all().stream()
                .map(reading -> new Reading(
                        reading.cell(), "x" + (9 - (reading.reader().charAt(7) - '0')), reading.classCode()))
                .toList());

        // Few turns: where two outcomes are equally likely, rounding decides in the long run.
        SkillWeighted fiveTurns = new SkillWeighted(2, 0.8, 5, 1e-6, 5);
        List<Consensus> found = fiveTurns.apply(simulated.readings()).cells();
        List<Consensus> again = fiveTurns.apply(renamed).cells();

        for (int cell = 0; cell < found.size(); cell++) {
            assertThat(again.get(cell).certainty()).isCloseTo(found.get(cell).certainty(), within(1e-9));
        }
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }
}

package org.medulla.cytology.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.medulla.cytology.agreement.Reading;
import org.medulla.cytology.agreement.Readings;

/**
 * Cells of known classes and what readers of known skill call them. A mistaken reader names a neighbour in the series of classes in four of
 * five cases, and any other class in the fifth.
 *
 * @param truths the class of each cell
 * @param readings what the readers, "reader 0" and so on, called them
 */
record SimulatedReaders(List<String> truths, Readings readings) {
    private static final List<String> CLASSES = List.of("BLA", "PMO", "MYB", "MMZ", "NGB", "NGS", "EBO", "LYT");

    SimulatedReaders {
        truths = List.copyOf(truths);
    }

    /**
     * Simulates.
     *
     * @param readingsPerCell by how many of the readers, drawn anew, each cell is read
     * @param skills the chance of each reader to be right
     */
    static SimulatedReaders of(long seed, int cells, int readingsPerCell, double... skills) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> truths = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            int truth = random.nextInt(random.nextInt(1, CLASSES.size() + 1));
            truths.add(CLASSES.get(truth));
            List<Integer> readers = new ArrayList<>();
            while (readers.size() < readingsPerCell) {
                int reader = random.nextInt(skills.length);
                if (!readers.contains(reader)) {
                    readers.add(reader);
                    boolean right = random.nextDouble() < skills[reader];
                    readings.add(
                            new Reading(cell, "reader " + reader, CLASSES.get(right ? truth : mistake(truth, random))));
                }
            }
        }
        return new SimulatedReaders(truths, Readings.of(readings));
    }

    private static int mistake(int truth, SplittableRandom random) {
        if (random.nextInt(5) == 0) {
            return random.nextInt(CLASSES.size());
        }
        int neighbour = truth + (random.nextBoolean() ? 1 : -1);
        return Math.floorMod(neighbour, CLASSES.size());
    }

    /** How many cells a rule gives their class. */
    long right(ConsensusOutcome outcome) {
        return outcome.cells().stream()
                .filter(cell -> cell.classCode()
                        .filter(truths.get((int) cell.cell())::equals)
                        .isPresent())
                .count();
    }

    /** How many cells a rule gives a wrong class. */
    long wrong(ConsensusOutcome outcome) {
        return outcome.agreed() - right(outcome);
    }
}

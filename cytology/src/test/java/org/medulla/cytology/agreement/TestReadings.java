package org.medulla.cytology.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Readings made from tables as publications print them, and random ones. */
final class TestReadings {
    static final List<String> CLASSES = List.of("BLA", "EBO", "LYT", "MYB", "NGS", "PMO");

    private TestReadings() {}

    /** Readings of the readers A and B from a table of counts: A gave the class of the row, B that of the column. */
    static Readings crossed(List<String> classes, int[][] counts) {
        List<Reading> readings = new ArrayList<>();
        long cell = 0;
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts.length; column++) {
                for (int time = 0; time < counts[row][column]; time++) {
                    readings.add(new Reading(cell, "A", classes.get(row)));
                    readings.add(new Reading(cell, "B", classes.get(column)));
                    cell++;
                }
            }
        }
        return Readings.of(readings);
    }

    /** Readings from a table that says how many readers gave a subject (row) a class (column). */
    static Readings votes(List<String> classes, int[][] votes) {
        List<Reading> readings = new ArrayList<>();
        for (int cell = 0; cell < votes.length; cell++) {
            int reader = 0;
            for (int code = 0; code < classes.size(); code++) {
                for (int time = 0; time < votes[cell][code]; time++) {
                    readings.add(new Reading(cell, "reader " + reader++, classes.get(code)));
                }
            }
        }
        return Readings.of(readings);
    }

    /** Readings from the classes that each cell was given: "BLA BLA PMO". */
    static Readings cells(String... cells) {
        List<Reading> readings = new ArrayList<>();
        for (int cell = 0; cell < cells.length; cell++) {
            List<String> said = Arrays.asList(cells[cell].split(" ", -1));
            for (int reader = 0; reader < said.size(); reader++) {
                readings.add(new Reading(cell, "reader " + reader, said.get(reader)));
            }
        }
        return Readings.of(readings);
    }

    /** Readers 0 to 3 read each of 12 cells with some chance; half of the readings give the first class of the cell. */
    static Readings random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int classes = random.nextInt(2, CLASSES.size() + 1);
        List<Reading> readings = new ArrayList<>();
        for (int cell = 0; cell < 12; cell++) {
            String usual = CLASSES.get(random.nextInt(classes));
            for (int reader = 0; reader < 4; reader++) {
                String said = random.nextBoolean() ? usual : CLASSES.get(random.nextInt(classes));
                if (cell == 0 || random.nextInt(4) > 0) {
                    readings.add(new Reading(cell, "reader " + reader, said));
                }
            }
        }
        return Readings.of(readings);
    }
}

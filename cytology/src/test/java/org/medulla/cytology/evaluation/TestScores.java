package org.medulla.cytology.evaluation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Scores for tests: rows, and random scores of the kind that a mediocre classifier gives. */
final class TestScores {
    static final List<String> CLASSES = List.of("BLA", "PMO", "LYT", "ART", "EBO");
    private static final List<String> TRUTHS = List.of("BLA", "PMO", "LYT", "ART", "EBO", "NGS");

    private TestScores() {}

    /** One cell before it is added. */
    record Cell(String truth, List<Float> probabilities, String patient) {
        float[] row() {
            float[] row = new float[probabilities.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = probabilities.get(i);
            }
            return row;
        }
    }

    static float[] row(double... probabilities) {
        float[] row = new float[probabilities.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) probabilities[i];
        }
        return row;
    }

    /** Coarse probabilities (so that many are equal) of cells that are right more often than not. */
    static List<Cell> random(int cells, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, cells)
                .mapToObj(_ -> {
                    int truth = random.nextInt(TRUTHS.size());
                    int[] weights = new int[CLASSES.size()];
                    for (int code = 0; code < weights.length; code++) {
                        weights[code] = random.nextInt(4) + (code == truth ? random.nextInt(6) : 0);
                    }
                    weights[random.nextInt(weights.length)]++;
                    double sum = IntStream.of(weights).sum();
                    List<Float> row = IntStream.of(weights)
                            .mapToObj(weight -> (float) (weight / sum))
                            .toList();
                    return new Cell(TRUTHS.get(truth), row, "patient " + random.nextInt(7));
                })
                .toList();
    }

    static Scores scores(List<Cell> cells) {
        Scores.Builder builder = Scores.builder(CLASSES);
        cells.forEach(cell -> builder.add(cell.truth(), cell.row()));
        return builder.build();
    }

    static Scores byPatient(List<Cell> cells) {
        Scores.Builder builder = Scores.builder(CLASSES);
        cells.forEach(cell -> builder.add(cell.truth(), cell.row(), cell.patient()));
        return builder.build();
    }
}

package org.medulla.laboratory.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.medulla.cytology.evaluation.Abstention;
import org.medulla.cytology.evaluation.Scores;

/**
 * What a network said of cells, and how far it believed it.
 *
 * @param classes what it learned, in the order of the probabilities
 * @param cells in the order of the dataset
 */
record JudgedCells(List<String> classes, List<Judged> cells) {
    JudgedCells {
        classes = List.copyOf(classes);
        cells = List.copyOf(cells);
    }

    /**
     * A cell with its answer.
     *
     * @param oddness how unlike the known cells, see {@link org.medulla.vision.familiarity.Judgement}
     * @param accepted whether the answer stands
     */
    record Judged(PredictedCell cell, double oddness, boolean accepted) {}

    /** The answers as scores, with every class of the network allowed. */
    Scores scores() {
        return scores(classes);
    }

    /**
     * The answers as scores with only some classes of the network allowed, whose probabilities are made to sum to 1; where all of
     * them are 0, they are equal.
     */
    Scores scores(List<String> allowed) {
        int[] places = allowed.stream().mapToInt(classes::indexOf).toArray();
        Scores.Builder builder = Scores.builder(allowed);
        for (Judged judged : cells) {
            float[] row = new float[places.length];
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                row[i] = judged.cell().probabilities().get(places[i]);
                sum += row[i];
            }
            if (sum == 0) {
                Arrays.fill(row, 1f / row.length);
            } else if (row.length < classes.size()) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = (float) Math.min(1, row[i] / sum);
                }
            }
            judged.cell()
                    .cluster()
                    .ifPresentOrElse(
                            cluster -> builder.add(judged.cell().truth(), row, cluster),
                            () -> builder.add(judged.cell().truth(), row));
        }
        return builder.build();
    }

    /** What was said beside the probabilities. */
    List<Abstention.Verdict> verdicts() {
        return cells.stream()
                .map(judged -> new Abstention.Verdict(judged.oddness(), judged.accepted(), List.of()))
                .toList();
    }

    /** Those whose most probable class is theirs. */
    JudgedCells right() {
        return new JudgedCells(
                classes,
                cells.stream()
                        .filter(judged -> classes.get(judged.cell().best())
                                .equals(judged.cell().truth()))
                        .toList());
    }

    /** The probabilities by cell and class. */
    float[][] probabilities() {
        float[][] rows = new float[cells.size()][classes.size()];
        for (int cell = 0; cell < rows.length; cell++) {
            for (int label = 0; label < rows[cell].length; label++) {
                rows[cell][label] = cells.get(cell).cell().probabilities().get(label);
            }
        }
        return rows;
    }

    /** The same cells and verdicts with other probabilities. */
    JudgedCells with(float[][] probabilities) {
        List<Judged> changed = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Judged judged = cells.get(i);
            changed.add(new Judged(judged.cell().with(probabilities[i]), judged.oddness(), judged.accepted()));
        }
        return new JudgedCells(classes, changed);
    }
}

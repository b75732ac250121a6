package org.medulla.laboratory.experiment;

import java.util.ArrayList;
import java.util.List;
import org.medulla.cytology.evaluation.Scores;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * What a method said of the held-out cells of one fold.
 *
 * @param classes the classes that it learned, in the order of the probabilities
 * @param cells the cells of the fold in the order of the dataset
 */
record FoldPredictions(List<String> classes, List<PredictedCell> cells) {
    FoldPredictions {
        classes = List.copyOf(classes);
        cells = List.copyOf(cells);
    }

    /** These as scores. */
    Scores scores() {
        return scores(List.of(this), classes);
    }

    /**
     * The cells of all folds as scores. The classes are those that any fold's method learned; a probability of a class that the
     * method of a cell's fold did not learn is 0.
     */
    static Scores pooled(List<FoldPredictions> folds, Nomenclature nomenclature) {
        return scores(
                folds,
                nomenclature.codes().stream()
                        .filter(code -> folds.stream().anyMatch(fold -> fold.classes.contains(code)))
                        .toList());
    }

    private static Scores scores(List<FoldPredictions> folds, List<String> classes) {
        Scores.Builder builder = Scores.builder(classes);
        for (FoldPredictions fold : folds) {
            List<Integer> places = new ArrayList<>();
            fold.classes.forEach(code -> places.add(classes.indexOf(code)));
            for (PredictedCell cell : fold.cells) {
                float[] row = new float[classes.size()];
                for (int i = 0; i < places.size(); i++) {
                    row[places.get(i)] = cell.probabilities().get(i);
                }
                cell.cluster()
                        .ifPresentOrElse(
                                cluster -> builder.add(cell.truth(), row, cluster),
                                () -> builder.add(cell.truth(), row));
            }
        }
        return builder.build();
    }
}

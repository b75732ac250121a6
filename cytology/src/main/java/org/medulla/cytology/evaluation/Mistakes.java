package org.medulla.cytology.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.medulla.cytology.nomenclature.Nomenclature;

/** Finds the cells that a classifier was wrong about and most sure of: label errors and blind spots stand first. */
public final class Mistakes {
    private Mistakes() {}

    /**
     * The numbers of wrongly classified cells by falling confidence, equal ones in the order of the cells.
     *
     * @param limit how many at most
     */
    public static List<Integer> mostConfident(Scores scores, int limit) {
        return wrong(scores)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(scores::confidence).reversed())
                .limit(limit)
                .toList();
    }

    /** As {@link #mostConfident(Scores, int)}, without the mistakes that the nomenclature forgives. */
    public static List<Integer> mostConfident(Scores scores, Nomenclature nomenclature, int limit) {
        return wrong(scores)
                .filter(cell -> !nomenclature.tolerated(scores.truth(cell), scores.predicted(cell)))
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(scores::confidence).reversed())
                .limit(limit)
                .toList();
    }

    private static IntStream wrong(Scores scores) {
        return IntStream.range(0, scores.size()).filter(cell -> scores.truthIndex(cell) != scores.predictedIndex(cell));
    }
}

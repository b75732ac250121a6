package org.medulla.cytology.suspect;

import java.util.List;
import java.util.stream.IntStream;
import org.medulla.cytology.evaluation.Scores;

/**
 * Scores as confident learning sees them: the cells that can be judged, with their given class by its number. A cell whose given class is
 * sparse, or not one of the classifier's, cannot be: the classifier hardly knows the class, and would contradict every cell of it.
 */
final class GivenScores {
    /** A class that fewer cells were given is sparse. */
    static final int FEWEST_CELLS = 10;

    private final Scores scores;
    private final int[] given;
    private final long[] cells;

    GivenScores(Scores scores) {
        this.scores = scores;
        given = IntStream.range(0, scores.size())
                .map(cell -> scores.classes().indexOf(scores.truth(cell)))
                .toArray();
        cells = new long[scores.classes().size()];
        IntStream.of(given).filter(code -> code >= 0).forEach(code -> cells[code]++);
    }

    List<String> classes() {
        return scores.classes();
    }

    /** The numbers of the cells that can be judged. */
    IntStream judged() {
        return IntStream.range(0, given.length).filter(cell -> given[cell] >= 0 && !isSparse(given[cell]));
    }

    boolean isSparse(int code) {
        return cells[code] < FEWEST_CELLS;
    }

    /** How many cells were given a class. */
    long cells(int code) {
        return cells[code];
    }

    int given(int cell) {
        return given[cell];
    }

    double probability(int cell, int code) {
        return scores.probability(cell, code);
    }

    double ofGiven(int cell) {
        return probability(cell, given[cell]);
    }

    /** The likeliest class beside the given one; of equal ones, the first. */
    int likeliestOther(int cell) {
        int best = given[cell] == 0 ? 1 : 0;
        for (int code = best + 1; code < classes().size(); code++) {
            if (code != given[cell] && probability(cell, code) > probability(cell, best)) {
                best = code;
            }
        }
        return best;
    }
}

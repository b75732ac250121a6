package org.medulla.vision.deidentification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts letters of one ink into rows: neighbours of like height that stand, or hang, on one line with small gaps between them. */
final class LetterRows {
    private static final int LEAST_HEIGHT = 4;
    private static final int MOST_HEIGHT = 30;

    /** A word whose letters all touch. */
    private static final int MOST_WIDTH = 120;

    private static final int FEWEST_PIXELS = 5;

    /** Of heights: what may lie between two letters, and by how much one may be taller. */
    private static final double GAP = 0.8;

    private static final double TALLER = 2.2;

    /** Of the smaller height: the rows that both letters have. */
    private static final double SHARED = 0.6;

    /** Of the larger height: how far the feet, or the heads, are apart. */
    private static final double UNEVEN = 0.2;

    private LetterRows() {}

    static List<List<Letter>> of(List<Letter> letters) {
        List<Letter> fit = letters.stream()
                .filter(letter -> letter.height() >= LEAST_HEIGHT
                        && letter.height() <= MOST_HEIGHT
                        && letter.width() <= MOST_WIDTH
                        && letter.pixels() >= FEWEST_PIXELS)
                .sorted(Comparator.comparingInt(Letter::left))
                .toList();
        List<List<Letter>> rows = new ArrayList<>();
        int[] rowOf = new int[fit.size()];
        for (int i = 0; i < fit.size(); i++) {
            rowOf[i] = rows.size();
            rows.add(new ArrayList<>(List.of(fit.get(i))));
            for (int j = 0; j < i; j++) {
                if (rowOf[j] != rowOf[i] && stand(fit.get(j), fit.get(i))) {
                    merge(rows, rowOf, rowOf[i], rowOf[j], i);
                }
            }
        }
        return rows.stream().filter(row -> !row.isEmpty()).toList();
    }

    private static void merge(List<List<Letter>> rows, int[] rowOf, int from, int to, int last) {
        rows.get(to).addAll(rows.get(from));
        rows.get(from).clear();
        for (int i = 0; i <= last; i++) {
            rowOf[i] = rowOf[i] == from ? to : rowOf[i];
        }
    }

    /** Whether two letters, the first of them further left, stand side by side. */
    private static boolean stand(Letter one, Letter other) {
        int taller = Math.max(one.height(), other.height());
        int smaller = Math.min(one.height(), other.height());
        int shared = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top()) + 1;
        int gap = other.left() - one.right();
        int apart = Math.min(Math.abs(one.bottom() - other.bottom()), Math.abs(one.top() - other.top()));
        return gap >= -2
                && gap <= GAP * taller + 1
                && taller <= TALLER * smaller
                && shared >= SHARED * smaller
                && apart <= UNEVEN * taller + 0.5;
    }
}

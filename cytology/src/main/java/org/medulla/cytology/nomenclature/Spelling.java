package org.medulla.cytology.nomenclature;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Spelling {
    private static final int FARTHEST = 3;

    private Spelling() {}

    /**
     * The nearest of the known words, whatever the case of the letters; the first of equally near ones;
     * none when all are far off.
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(other -> distance(wanted, other.toLowerCase(Locale.ROOT))
                        <= Math.min(FARTHEST, (other.length() + 1) / 2))
                .min(Comparator.comparingInt(other -> distance(wanted, other.toLowerCase(Locale.ROOT))));
    }

    /** The number of letters to insert, drop or replace (Levenshtein 1966). */
    static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}

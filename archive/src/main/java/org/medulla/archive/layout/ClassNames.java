package org.medulla.archive.layout;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The cell classes that labels may name, by code or by name, whatever the case of the letters. */
final class ClassNames {
    private static final int FARTHEST_SUGGESTION = 3;

    private final Map<String, String> codes = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /** Knows the classes of a map from code to name. */
    ClassNames(Map<String, String> namesByCode) {
        namesByCode.forEach((code, name) -> {
            codes.put(lower(code), code);
            names.put(lower(name), code);
        });
    }

    /** The code that a word spells. */
    Optional<String> code(String word) {
        return Optional.ofNullable(codes.get(lower(word)));
    }

    /** The code that a word spells or names: "BLA", "Blast". */
    Optional<String> codeOrName(String word) {
        return code(word).or(() -> Optional.ofNullable(names.get(lower(word))));
    }

    /** What is said of a word that names no class: "unknown class "BLAA"; did you mean BLA?" */
    String unknown(String word) {
        return "unknown class \"" + word + "\""
                + nearest(word).map(code -> "; did you mean " + code + "?").orElse("");
    }

    private Optional<String> nearest(String word) {
        Map<String, String> all = new LinkedHashMap<>(codes);
        all.putAll(names);
        return all.entrySet().stream()
                .filter(e -> distance(lower(word), e.getKey())
                        <= Math.min(FARTHEST_SUGGESTION, e.getKey().length() / 2))
                .min(Comparator.comparingInt(e -> distance(lower(word), e.getKey())))
                .map(Map.Entry::getValue);
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

    private static String lower(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}

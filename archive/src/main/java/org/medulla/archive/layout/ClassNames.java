package org.medulla.archive.layout;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.medulla.cytology.nomenclature.Spelling;

/** The cell classes that labels may name, by code or by name, whatever the case of the letters. */
final class ClassNames {
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
        return Spelling.nearest(word, all.keySet()).map(all::get);
    }

    private static String lower(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}

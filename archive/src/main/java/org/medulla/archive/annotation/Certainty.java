package org.medulla.archive.annotation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.medulla.cytology.job.MedullaException;

/** How sure a reader is of a class. */
public enum Certainty {
    /** Nothing else comes into question. */
    SURE,
    /** Another class is possible. */
    LIKELY,
    /** Little better than a guess. */
    UNSURE;

    /** The word that stands in tables and files: "sure". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The certainty with that word, in either case.
     *
     * @throws MedullaException USER when there is none
     */
    public static Certainty of(String word) {
        return find(word)
                .orElseThrow(() -> MedullaException.user("\"" + word + "\" is no certainty: write "
                        + Arrays.stream(values()).map(Certainty::word).collect(Collectors.joining(", ")) + "."));
    }

    static Optional<Certainty> find(String word) {
        return Arrays.stream(values())
                .filter(value -> value.word().equalsIgnoreCase(word.strip()))
                .findFirst();
    }
}

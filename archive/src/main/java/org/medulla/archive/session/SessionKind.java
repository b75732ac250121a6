package org.medulla.archive.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.medulla.cytology.job.MedullaException;

/** What a reading session is for. */
public enum SessionKind {
    /** Several readers name the same cells, each blind to the others, to the present class and to models. */
    BLIND,
    /** A reader names cells again that the same reader named before, blind to what was said. */
    AGAIN,
    /** A reader who sees what the others said settles what they did not agree on. */
    ADJUDICATION;

    /** The word that stands in tables and on the command line: "blind". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind with that word.
     *
     * @throws MedullaException USER when there is none
     */
    public static SessionKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> MedullaException.user("\"" + word + "\" is no kind of reading session: write "
                        + Arrays.stream(values()).map(SessionKind::word).collect(Collectors.joining(", ")) + "."));
    }

    /** Whether its readers see neither another's class nor a model's answer. */
    public boolean isBlinded() {
        return this != ADJUDICATION;
    }
}

package org.medulla.laboratory.release;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.medulla.cytology.job.MedullaException;

/**
 * Under which licence the images of each source may be used.
 *
 * @param all the SPDX identifier for sources that are not named; empty where it is unknown
 * @param bySource SPDX identifiers by the name of the source
 */
public record Licences(Optional<String> all, SortedMap<String, String> bySource) {
    /** What stands where nobody said under which licence. */
    public static final String UNKNOWN = "unknown";

    /** The identifiers of licences that open collections use. */
    public static final Set<String> USUAL = Set.of(
            "CC0-1.0",
            "CC-BY-4.0",
            "CC-BY-3.0",
            "CC-BY-SA-4.0",
            "CC-BY-NC-4.0",
            "CC-BY-NC-SA-4.0",
            "ODC-By-1.0",
            "ODbL-1.0",
            "PDDL-1.0",
            "MIT");

    /** No licence is known. */
    public static final Licences NONE = new Licences(Optional.empty(), new TreeMap<>());

    public Licences {
        bySource = Collections.unmodifiableSortedMap(new TreeMap<>(bySource));
    }

    /**
     * Reads licences as they are given on the command line: {@code CC-BY-4.0} for all, {@code SOURCE=CC0-1.0} for one source.
     *
     * @throws MedullaException USER when one is blank, or two are given for all or for one source
     */
    public static Licences read(List<String> words) {
        Optional<String> all = Optional.empty();
        SortedMap<String, String> bySource = new TreeMap<>();
        for (String word : words) {
            int equals = word.lastIndexOf('=');
            String licence = word.substring(equals + 1).strip();
            if (licence.isEmpty()) {
                throw MedullaException.user(
                        "The licence \"" + word + "\" is blank: give its SPDX identifier, as CC-BY-4.0.");
            }
            boolean twice;
            if (equals < 0) {
                twice = all.isPresent();
                all = Optional.of(licence);
            } else {
                twice = bySource.put(word.substring(0, equals), licence) != null;
            }
            if (twice) {
                throw MedullaException.user("Two licences are given for the same (" + word + "): keep one.");
            }
        }
        return new Licences(all, bySource);
    }

    /** The licence of a source's images. */
    public Optional<String> of(String source) {
        return Optional.ofNullable(bySource.get(source)).or(() -> all);
    }

    /** The licence of a source's images, or {@value #UNKNOWN}. */
    public String wordOf(String source) {
        return of(source).orElse(UNKNOWN);
    }

    /** Whether a licence is one that open collections use, by its SPDX identifier. */
    public static boolean isUsual(String licence) {
        return USUAL.contains(licence);
    }

    /**
     * Makes sure that every source for which a licence is given is there.
     *
     * @throws MedullaException USER when one is not
     */
    void requireAmong(Collection<String> sources) {
        for (String source : bySource.keySet()) {
            if (!sources.contains(source)) {
                throw MedullaException.user("A licence is given for the source \"" + source
                        + "\", from which no cell of the dataset comes: the sources are " + String.join(", ", sources)
                        + ".");
            }
        }
    }
}

package org.medulla.laboratory.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medulla.cytology.dataset.Split;
import org.medulla.cytology.job.MedullaException;

/** Reads a split of a release: a line {@code <sha256 of the image> <fold>} for each cell. */
final class SplitFile {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (\\d{1,6})");

    private SplitFile() {}

    /**
     * Reads it.
     *
     * @throws MedullaException DATA when it is not the split that the facts say
     */
    static Split read(Path folder, ReleaseFacts.SplitFacts facts) {
        SortedMap<String, Integer> folds = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(folder.resolve(facts.file()))) {
                Matcher matcher = LINE.matcher(line);
                if (!matcher.matches()) {
                    throw damaged(folder, facts);
                }
                folds.put(matcher.group(1), Integer.parseInt(matcher.group(2)));
            }
            Split split = new Split(facts.plan(), folds);
            if (!split.digest().equals(facts.digest().hex())) {
                throw damaged(folder, facts);
            }
            return split;
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(folder, facts);
        }
    }

    private static MedullaException damaged(Path folder, ReleaseFacts.SplitFacts facts) {
        return MedullaException.data("The split " + facts.file() + " in " + folder
                + " is not the one that release.json names: take the release from its origin again.");
    }
}

package org.medulla.laboratory.contribution;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.medulla.cytology.job.MedullaException;

/** Finds the pictures of a contribution that a steward names. */
record PictureNames(List<ReceivedFile> pictures) {

    /**
     * The numbers of the pictures.
     *
     * @throws MedullaException USER when a name is of no picture
     */
    Set<Long> find(Collection<String> names) {
        Set<Long> found = new LinkedHashSet<>();
        for (String name : names) {
            Pattern pattern = pattern(name);
            List<Long> matching = pictures.stream()
                    .filter(picture -> name.equals(Long.toString(picture.position()))
                            || pattern.matcher(picture.path()).matches())
                    .map(ReceivedFile::position)
                    .toList();
            if (matching.isEmpty()) {
                throw MedullaException.user("No picture of the contribution is called \"" + name
                        + "\": `medulla inbox show` lists them with their numbers.");
            }
            found.addAll(matching);
        }
        return found;
    }

    private static Pattern pattern(String name) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}

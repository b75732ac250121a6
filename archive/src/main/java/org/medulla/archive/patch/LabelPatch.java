package org.medulla.archive.patch;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;

/**
 * Corrections of labels. Its digest is the SHA-256 of the lines {@code <sha256> <old> <new>} of its corrections, in the order of the images'
 * digests, each ended by a line feed.
 *
 * @param title what it corrects, for people
 * @param corrections one for each image, sorted by its digest
 */
public record LabelPatch(String title, List<Correction> corrections) {
    /**
     * Sorts and copies.
     *
     * @throws MedullaException DATA for an image that is corrected twice
     */
    public LabelPatch {
        corrections = corrections.stream()
                .sorted(Comparator.comparing(Correction::image))
                .toList();
        Set<Digest> images = new HashSet<>();
        for (Correction correction : corrections) {
            if (!images.add(correction.image())) {
                throw MedullaException.data(
                        "The label patch corrects the image " + correction.image() + " twice: keep one of the two.");
            }
        }
    }

    /** The digest by which the patch is known. */
    public Digest digest() {
        StringBuilder lines = new StringBuilder();
        for (Correction correction : corrections) {
            lines.append(correction.image().hex())
                    .append(' ')
                    .append(correction.oldClass())
                    .append(' ')
                    .append(correction.newClass())
                    .append('\n');
        }
        return Digest.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The rule that decisions made by this patch bear. */
    String rule() {
        return "label patch " + digest().hex();
    }

    /** The rule of decisions that take the patch back. */
    String ruleOfTakingBack() {
        return rule() + " taken back";
    }
}

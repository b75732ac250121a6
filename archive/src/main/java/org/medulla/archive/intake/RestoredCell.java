package org.medulla.archive.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A cell that was written down in another archive and comes back with everything that was known of it.
 *
 * @param image where its image is now, filed under the class it came with first, with what is known of the cell
 * @param source the source it came from first
 * @param fileName its file name there
 * @param annotations all its readings, the oldest first
 * @param decisions what was decided of it, the oldest first
 */
public record RestoredCell(
        Incoming.Image image,
        String source,
        String fileName,
        List<RestoredAnnotation> annotations,
        List<RestoredDecision> decisions) {
    public RestoredCell {
        annotations = List.copyOf(annotations);
        decisions = List.copyOf(decisions);
        if (annotations.isEmpty()) {
            throw new IllegalArgumentException("A cell has at least the class that it came with");
        }
    }

    /** The decisions of a cell that has some, and one more where a review came after the last: the last gives the class. */
    List<RestoredDecision> decisionsToTheLastReview() {
        RestoredDecision last = decisions.getLast();
        Optional<RestoredAnnotation> newest = annotations.stream()
                .filter(RestoredAnnotation::isReview)
                .max(Comparator.comparing(RestoredAnnotation::at));
        List<RestoredDecision> all = new ArrayList<>(decisions);
        newest.filter(review -> review.at().isAfter(last.at()))
                .map(RestoredDecision::asReleased)
                .ifPresent(all::add);
        return all;
    }
}

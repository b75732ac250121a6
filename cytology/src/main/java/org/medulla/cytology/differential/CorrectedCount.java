package org.medulla.cytology.differential;

import java.util.List;
import org.medulla.cytology.job.MedullaException;

/**
 * A classifier's count of a smear with its known confusions taken out.
 *
 * @param cells all cells that were named
 * @param counted cells that were given a counted class: the base of the raw shares
 * @param classes the counted classes of the classifier, in the order of the nomenclature
 */
public record CorrectedCount(long cells, long counted, List<CorrectedShare> classes) {
    public CorrectedCount {
        classes = List.copyOf(classes);
    }

    /**
     * The share of a class.
     *
     * @throws MedullaException when it is no counted class of the classifier
     */
    public CorrectedShare of(String code) {
        return classes.stream()
                .filter(share -> share.cellClass().code().equals(code))
                .findFirst()
                .orElseThrow(() -> MedullaException.user(
                        "%s is not a counted class of this classifier; name one of its classes.".formatted(code)));
    }
}

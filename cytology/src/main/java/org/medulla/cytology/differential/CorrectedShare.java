package org.medulla.cytology.differential;

import java.util.Optional;
import org.medulla.cytology.nomenclature.CellClass;

/**
 * One counted class of a count that a classifier made, as named and as corrected. The base of all shares is the counted
 * cells.
 *
 * @param cellClass the class
 * @param named cells that the classifier gave this class
 * @param raw their share among the cells that it gave a counted class, with Wilson's interval, which knows nothing of
 *     confusions
 * @param adjusted the share after the adjusted count; none where that leaves no counted cell
 * @param priorShifted the share after the EM prior shift; none without probabilities, or where that leaves no counted cell
 */
public record CorrectedShare(
        CellClass cellClass,
        long named,
        Share raw,
        Optional<ResampledShare> adjusted,
        Optional<ResampledShare> priorShifted) {}

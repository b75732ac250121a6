package org.medulla.cytology.differential;

import org.medulla.cytology.nomenclature.CellClass;

/**
 * The cells of one counted class.
 *
 * @param cellClass the class
 * @param cells how many there are
 * @param share their share of the base, which is said by whoever gives this
 */
public record ClassCount(CellClass cellClass, long cells, Share share) {}

package org.medulla.cytology.differential;

import org.medulla.cytology.nomenclature.CellClass;

/**
 * The cells of one class that is left out of the count.
 *
 * @param cellClass the class
 * @param cells how many there are
 */
public record ExcludedCount(CellClass cellClass, long cells) {}

package org.medulla.cytology.differential;

import org.medulla.cytology.nomenclature.Lineage;

/**
 * The counted cells of one lineage.
 *
 * @param lineage the lineage
 * @param cells how many there are, all stages together
 * @param share their share of the counted cells
 */
public record LineageCount(Lineage lineage, long cells, Share share) {}

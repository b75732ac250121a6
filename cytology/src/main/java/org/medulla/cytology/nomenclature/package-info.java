/**
 * The names that cells are given: classes with their lineage, maturation and neighbours, and maps from other laboratories'
 * names. Read {@link org.medulla.cytology.nomenclature.Nomenclature} first.
 */
@NullMarked
package org.medulla.cytology.nomenclature;

import org.jspecify.annotations.NullMarked;

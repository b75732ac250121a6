/**
 * The nomenclature of an archive: how it grew from the standard one, and what a cell's class is after classes were merged. Read
 * {@link org.medulla.archive.nomenclature.Nomenclatures} first.
 */
@NullMarked
package org.medulla.archive.nomenclature;

import org.jspecify.annotations.NullMarked;

/**
 * What a haematologist knows, in plain Java: cell classes, datasets, evaluation and the differential count. Read {@link
 * org.medulla.cytology.nomenclature} first; the other packages compute with its classes.
 */
@NullMarked
package org.medulla.cytology;

import org.jspecify.annotations.NullMarked;

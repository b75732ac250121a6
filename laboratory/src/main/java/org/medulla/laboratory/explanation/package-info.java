/**
 * Paints what a model looked at, one picture per image file. Read {@link org.medulla.laboratory.explanation.CellExplanations}
 * first.
 */
@NullMarked
package org.medulla.laboratory.explanation;

import org.jspecify.annotations.NullMarked;
